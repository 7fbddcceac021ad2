package org.yongtong.casework.file;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.platform.Ids;

/** Questions of the reviewer to the applicant, with their answers; the clock runs on meanwhile. */
@Repository
public class Questions {

  private final JdbcClient database;
  private final Clock clock;

  Questions(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param about name of the field or paper it is about, or null
   */
  public record Question(
      UUID id,
      @Nullable String about,
      String text,
      Instant askedAt,
      @Nullable String answer,
      @Nullable Instant answeredAt) {
    /** With what it is about. */
    public String said() {
      return about == null ? text : "（关于“%s”）%s".formatted(about, text);
    }

    public boolean open() {
      return answeredAt == null;
    }
  }

  public List<Question> of(UUID caseId) {
    return database
        .sql(
            "SELECT id, about, text, asked_at, answer, answered_at FROM casework.question WHERE"
                + " case_id = :case ORDER BY asked_at")
        .param("case", caseId)
        .query(
            (row, n) -> {
              OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
              return new Question(
                  row.getObject("id", UUID.class),
                  row.getString("about"),
                  row.getString("text"),
                  row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                  row.getString("answer"),
                  answered == null ? null : answered.toInstant());
            })
        .list();
  }

  public void ask(UUID caseId, @Nullable String about, String text, UUID by) {
    database
        .sql(
            "INSERT INTO casework.question (id, case_id, about, text, asked_by, asked_at) VALUES"
                + " (:id, :case, :about, :text, :by, :at)")
        .param("id", Ids.next(clock))
        .param("case", caseId)
        .param("about", about)
        .param("text", text)
        .param("by", by)
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  public void answer(UUID caseId, String answer) {
    database
        .sql(
            "UPDATE casework.question SET answer = :answer, answered_at = :at WHERE case_id = :case"
                + " AND answered_at IS NULL")
        .param("answer", answer)
        .param("at", OffsetDateTime.now(clock))
        .param("case", caseId)
        .update();
  }
}
