package org.yongtong.casework.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the questions to other departments and of their answers. */
@Repository
public class Consults {

  private final JdbcClient database;
  private final Clock clock;

  Consults(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Of a case, in the order in which they were asked. */
  public List<Consult> of(UUID caseId) {
    return database
        .sql("SELECT * FROM casework.consult WHERE case_id = :case ORDER BY asked_at, id")
        .param("case", caseId)
        .query((row, n) -> read(row))
        .list();
  }

  /** The open question to a department about a case. */
  public Optional<Consult> open(UUID caseId, String department) {
    return of(caseId).stream()
        .filter(one -> one.open() && one.department().equals(department))
        .findFirst();
  }

  /** When the first of the open ones is due, but for one department; null when none is. */
  public @Nullable LocalDate dueBut(UUID caseId, String department) {
    return of(caseId).stream()
        .filter(one -> one.open() && !one.department().equals(department))
        .map(Consult::dueOn)
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  /** What a department was asked and is not any more, newest first. */
  public List<Consult> closedOf(String department, int limit) {
    return database
        .sql(
            """
            SELECT * FROM casework.consult
            WHERE department = :department AND closed_at IS NOT NULL
            ORDER BY closed_at DESC, id LIMIT :limit
            """)
        .param("department", department)
        .param("limit", limit)
        .query((row, n) -> read(row))
        .list();
  }

  public void ask(Consult consult, UUID askedBy) {
    database
        .sql(
            """
            INSERT INTO casework.consult
              (id, case_id, department, question, shared, days, due_on, asked_by, asked_name, asked_at)
            VALUES (:id, :case, :department, :question, :shared, :days, :due, :by, :who, :at)
            """)
        .param("id", consult.id())
        .param("case", consult.caseId())
        .param("department", consult.department())
        .param("question", consult.question())
        .param("shared", consult.shared())
        .param("days", consult.days())
        .param("due", consult.dueOn(), Types.DATE)
        .param("by", askedBy)
        .param("who", consult.askedName())
        .param("at", OffsetDateTime.ofInstant(consult.askedAt(), java.time.ZoneOffset.UTC))
        .update();
  }

  public void close(Consult consult, Consult.Outcome outcome, String text, CaseFile.By by) {
    database
        .sql(
            """
            UPDATE casework.consult
            SET closed_as = :as, closed_text = :text, closed_by = :by, closed_name = :who, closed_at = :at
            WHERE id = :id AND closed_at IS NULL
            """)
        .param("as", outcome.name())
        .param("text", text)
        .param("by", by.account(), Types.OTHER)
        .param("who", by.actor().name())
        .param("at", OffsetDateTime.now(clock))
        .param("id", consult.id())
        .update();
  }

  /** The case is over before they were answered. */
  void breakOff(UUID caseId) {
    database
        .sql(
            """
            UPDATE casework.consult SET closed_as = 'BROKEN_OFF', closed_at = :at
            WHERE case_id = :case AND closed_at IS NULL
            """)
        .param("at", OffsetDateTime.now(clock))
        .param("case", caseId)
        .update();
  }

  private static Consult read(ResultSet row) throws SQLException {
    String closedAs = row.getString("closed_as");
    OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
    return new Consult(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("department"),
        row.getString("question"),
        row.getBoolean("shared"),
        row.getInt("days"),
        row.getObject("due_on", LocalDate.class),
        row.getString("asked_name"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        closedAs == null ? null : Consult.Outcome.valueOf(closedAs),
        row.getString("closed_text"),
        row.getString("closed_name"),
        closedAt == null ? null : closedAt.toInstant());
  }
}
