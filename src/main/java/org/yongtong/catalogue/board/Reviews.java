package org.yongtong.catalogue.board;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Act;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

/** Who has looked at what and found it still right (已核对). */
@Repository
class Reviews {

  private final JdbcClient database;
  private final Journal journal;
  private final Clock clock;

  Reviews(JdbcClient database, Journal journal, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.clock = clock;
  }

  /** Last look at each subject: item + line feed + subject → moment. */
  Map<String, Instant> all() {
    var all = new HashMap<String, Instant>();
    database
        .sql(
            "SELECT item, subject, max(reviewed_at) AS at FROM catalogue.review GROUP BY item,"
                + " subject")
        .query(
            row -> {
              all.put(
                  key(row.getString("item"), row.getString("subject")),
                  row.getObject("at", OffsetDateTime.class).toInstant());
            });
    return all;
  }

  static String key(String item, String subject) {
    return item + "\n" + subject;
  }

  /** One look = one row and its row in the journal. */
  @Transactional
  public void add(ItemHead item, String subject, String note, SignedIn me) {
    database
        .sql(
            """
            INSERT INTO catalogue.review (item, subject, note, reviewed_by, reviewed_at)
            VALUES (:item, :subject, :note, :by, :at)
            """)
        .param("item", item.id())
        .param("subject", subject)
        .param("note", note)
        .param("by", me.account())
        .param("at", OffsetDateTime.now(clock))
        .update();
    journal.append(
        new Act(
            new Subject("item", item.id()),
            "item.reviewed",
            me.actor(),
            item.division(),
            item.department(),
            null,
            Map.of("subject", subject, "note", note, "number", item.versionNumber())));
  }
}
