package org.yongtong.casework.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.platform.Ids;

/** The rows of the levels of review; a round that is over stays as it was. */
@Repository
class ReviewSteps {

  private final JdbcClient database;
  private final Catalogue catalogue;
  private final Clock clock;

  ReviewSteps(JdbcClient database, Catalogue catalogue, Clock clock) {
    this.database = database;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Opens the first levels of a case whose review begins now, however it was accepted. */
  void begin(CaseFile file) {
    if (file.state() == State.IN_REVIEW && file.reviewRound == 0) {
      file.beginReview(
          catalogue.version(file.itemVersion()).more().review(), clock.instant(), this::key);
    }
  }

  UUID key() {
    return Ids.next(clock);
  }

  /** All rounds, in order. */
  List<ReviewStep> of(UUID caseId) {
    return database
        .sql(
            "SELECT * FROM casework.review_step WHERE case_id = :case ORDER BY round, position,"
                + " level")
        .param("case", caseId)
        .query((row, n) -> read(row))
        .list();
  }

  void save(CaseFile file) {
    for (ReviewStep step : file.changedSteps()) {
      database
          .sql(
              """
              INSERT INTO casework.review_step
                (id, case_id, round, level, name, department, position, opened_at, done_at, done_by, done_name,
                 agrees, text, carried)
              VALUES (:id, :case, :round, :level, :name, :department, :position, :opened, :done, :by, :who,
                      :agrees, :text, :carried)
              ON CONFLICT (id) DO UPDATE
                SET opened_at = excluded.opened_at, done_at = excluded.done_at, done_by = excluded.done_by,
                    done_name = excluded.done_name, agrees = excluded.agrees, text = excluded.text
              """)
          .param("id", step.id())
          .param("case", file.id())
          .param("round", step.round())
          .param("level", step.level())
          .param("name", step.name())
          .param("department", step.department())
          .param("position", step.order())
          .param("opened", at(step.openedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
          .param("done", at(step.doneAt()), Types.TIMESTAMP_WITH_TIMEZONE)
          .param("by", step.doneBy(), Types.OTHER)
          .param("who", step.doneName())
          .param("agrees", step.agrees(), Types.BOOLEAN)
          .param("text", step.text())
          .param("carried", step.carried())
          .update();
    }
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static ReviewStep read(ResultSet row) throws SQLException {
    return new ReviewStep(
        row.getObject("id", UUID.class),
        row.getInt("round"),
        row.getString("level"),
        row.getString("name"),
        row.getString("department"),
        row.getInt("position"),
        instant(row, "opened_at"),
        instant(row, "done_at"),
        row.getObject("done_by", UUID.class),
        row.getString("done_name"),
        row.getObject("agrees", Boolean.class),
        row.getString("text"),
        row.getBoolean("carried"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
