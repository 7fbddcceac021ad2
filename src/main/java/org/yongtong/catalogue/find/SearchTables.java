package org.yongtong.catalogue.find;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code catalogue.search_query} and {@code catalogue.search_phrase}. */
@Component
class SearchTables {

  private static final int RARE = 3;

  private final JdbcClient database;
  private final JdbcTemplate batches;

  SearchTables(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
  }

  /**
   * A question over several days.
   *
   * @param hits how many items the last one found
   * @param opened how often an item was opened from its results
   */
  record Asked(String query, int times, int hits, int opened, LocalDate last) {}

  /** An everyday phrase of a lead item. */
  record Phrase(UUID id, String lead, String phrase, OffsetDateTime at, String by) {}

  void add(List<Tally.Counted> counted) {
    var rows = new ArrayList<Object[]>();
    var opened = new ArrayList<Object[]>();
    for (Tally.Counted each : counted) {
      if (each.asked() > 0) {
        rows.add(new Object[] {each.day(), each.query(), each.asked(), each.hits(), each.opened()});
      } else {
        opened.add(new Object[] {each.opened(), each.day(), each.query()});
      }
    }
    batches.batchUpdate(
        """
        INSERT INTO catalogue.search_query AS q (day, query, asked, hits, opened) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (day, query) DO UPDATE SET asked = q.asked + excluded.asked, hits = excluded.hits,
          opened = q.opened + excluded.opened
        """,
        rows);
    batches.batchUpdate(
        "UPDATE catalogue.search_query SET opened = opened + ? WHERE day = ? AND query = ?",
        opened);
  }

  /** Forgets what is older than a year, and what hardly anybody asked after a month. */
  void forget(LocalDate today) {
    database
        .sql(
            """
            DELETE FROM catalogue.search_query q WHERE q.day < :year OR (q.day < :month AND
              (SELECT sum(asked) FROM catalogue.search_query a WHERE a.query = q.query) < :rare)
            """)
        .param("year", today.minusYears(1))
        .param("month", today.minusMonths(1))
        .param("rare", RARE)
        .update();
  }

  /** Questions since a day, the most asked first. */
  List<Asked> asked(LocalDate since, Kind kind, int most) {
    return database
        .sql(
            """
            SELECT query, sum(asked), (array_agg(hits ORDER BY day DESC))[1] AS found, sum(opened), max(day)
            FROM catalogue.search_query WHERE day >= :since GROUP BY query
            HAVING %s
            ORDER BY sum(asked) DESC, query LIMIT :most
            """
                .formatted(kind.having()))
        .param("since", since)
        .param("most", most)
        .query(
            (row, n) ->
                new Asked(
                    row.getString(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getObject(5, LocalDate.class)))
        .list();
  }

  /** Which questions are looked at. */
  enum Kind {
    NOTHING("没有找到", "(array_agg(hits ORDER BY day DESC))[1] = 0"),
    UNOPENED(
        "找到了没有打开",
        "(array_agg(hits ORDER BY day DESC))[1] > 0 AND sum(opened) = 0 AND sum(asked) > 1"),
    MOST("问得最多", "true");

    private final String word;
    private final String having;

    Kind(String word, String having) {
      this.word = word;
      this.having = having;
    }

    String word() {
      return word;
    }

    String having() {
      return having;
    }
  }

  /** Phrases in use, by lead. */
  Map<String, List<String>> phrases() {
    var byLead = new HashMap<String, List<String>>();
    for (Phrase phrase : listPhrases()) {
      byLead.computeIfAbsent(phrase.lead(), ignored -> new ArrayList<>()).add(phrase.phrase());
    }
    return byLead;
  }

  /** Phrases in use, the newest first. */
  List<Phrase> listPhrases() {
    return database
        .sql(
            """
            SELECT id, lead, phrase, added_at, added_by FROM catalogue.search_phrase
            WHERE removed_at IS NULL ORDER BY id DESC
            """)
        .query(SearchTables::phrase)
        .list();
  }

  Optional<Phrase> lockPhrase(UUID id) {
    return database
        .sql(
            """
            SELECT id, lead, phrase, added_at, added_by FROM catalogue.search_phrase
            WHERE id = ? AND removed_at IS NULL FOR UPDATE
            """)
        .param(id)
        .query(SearchTables::phrase)
        .optional();
  }

  /** False when the lead has the phrase already. */
  boolean addPhrase(Phrase phrase) {
    return database
            .sql(
                """
                INSERT INTO catalogue.search_phrase (id, lead, phrase, added_at, added_by) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (lead, phrase) WHERE removed_at IS NULL DO NOTHING
                """)
            .params(phrase.id(), phrase.lead(), phrase.phrase(), phrase.at(), phrase.by())
            .update()
        == 1;
  }

  void removePhrase(UUID id, OffsetDateTime at) {
    database
        .sql("UPDATE catalogue.search_phrase SET removed_at = ? WHERE id = ?")
        .params(at, id)
        .update();
  }

  private static Phrase phrase(ResultSet row, int ignored) throws SQLException {
    return new Phrase(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class),
        row.getString(5));
  }
}
