package org.yongtong.directory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is away and who does his work meanwhile (外出委托); it ends by itself after its last day. */
@Repository
public class Absences {

  private static final String COLUMNS =
      "SELECT id, absent, delegate, department, from_day, until_day, set_by, set_at FROM"
          + " directory.absence WHERE ended_at IS NULL AND ";

  private final JdbcClient database;
  private final Clock clock;

  Absences(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param absent login of who is away, {@code delegate} of who does the work
   * @param untilDay last day, included
   */
  public record Absence(
      UUID id,
      String absent,
      String delegate,
      String department,
      LocalDate fromDay,
      LocalDate untilDay,
      String setBy,
      Instant setAt) {

    public boolean on(LocalDate day) {
      return !day.isBefore(fromDay) && !day.isAfter(untilDay);
    }
  }

  /** Logins of those whose work this person does today. */
  public List<String> coveredBy(String delegate) {
    return database
        .sql(
            """
            SELECT absent FROM directory.absence
            WHERE delegate = :delegate AND ended_at IS NULL AND :today BETWEEN from_day AND until_day
            ORDER BY absent
            """)
        .param("delegate", delegate)
        .param("today", LocalDate.now(clock))
        .query(String.class)
        .list();
  }

  /** Those of a department that last or are to come. */
  public List<Absence> of(String department) {
    return database
        .sql(COLUMNS + "department = :department AND until_day >= :today ORDER BY from_day, absent")
        .param("department", department)
        .param("today", LocalDate.now(clock))
        .query(Absence.class)
        .list();
  }

  public Optional<Absence> find(UUID id) {
    return database.sql(COLUMNS + "id = :id").param("id", id).query(Absence.class).optional();
  }

  /** Until the transaction ends nobody else changes the absences of this department. */
  public void lock(String department) {
    database
        .sql("SELECT pg_advisory_xact_lock(hashtextextended('absence:' || :department, 0))")
        .param("department", department)
        .query(row -> {});
  }

  public void add(Absence absence) {
    database
        .sql(
            """
            INSERT INTO directory.absence
              (id, absent, delegate, department, from_day, until_day, set_by, set_at)
            VALUES (:id, :absent, :delegate, :department, :from, :until, :by, :at)
            """)
        .param("id", absence.id())
        .param("absent", absence.absent())
        .param("delegate", absence.delegate())
        .param("department", absence.department())
        .param("from", absence.fromDay())
        .param("until", absence.untilDay())
        .param("by", absence.setBy())
        .param("at", OffsetDateTime.ofInstant(absence.setAt(), java.time.ZoneOffset.UTC))
        .update();
  }

  public boolean end(UUID id) {
    return database
            .sql("UPDATE directory.absence SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
            .param("now", OffsetDateTime.now(clock))
            .param("id", id)
            .update()
        > 0;
  }
}
