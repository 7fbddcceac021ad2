package org.yongtong.casework.trace;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.casework.file.CaseClock;
import org.yongtong.casework.file.State;

/**
 * Open cases whose clock has run out or will by the next working day; a special procedure that
 * takes longer than the applicant was told is late too, and so is another department's answer.
 */
@Repository
class LateCases {

  private final JdbcClient database;

  LateCases(JdbcClient database) {
    this.database = database;
  }

  record Row(
      UUID id,
      String number,
      String item,
      String department,
      State state,
      CaseClock.Kind kind,
      LocalDate due) {}

  record Tally(String department, int late, int near) {}

  List<Tally> tallies(LocalDate today, LocalDate until) {
    return database
        .sql(
            """
            SELECT department, count(*) FILTER (WHERE LEAST(due_on, special_due_on, consult_due_on) < :today) AS late,
                   count(*) FILTER (WHERE LEAST(due_on, special_due_on, consult_due_on) >= :today) AS near
            FROM casework.case_file
            WHERE closed_on IS NULL AND (due_on <= :until OR special_due_on <= :until OR consult_due_on <= :until)
            GROUP BY department ORDER BY late DESC, near DESC, department
            """)
        .param("today", today)
        .param("until", until)
        .query(
            (row, n) ->
                new Tally(row.getString("department"), row.getInt("late"), row.getInt("near")))
        .list();
  }

  List<Row> list(LocalDate until, @Nullable String department, int limit) {
    return database
        .sql(
            """
            SELECT id, number, item_name, department, state,
                   CASE LEAST(due_on, special_due_on, consult_due_on)
                     WHEN due_on THEN due_kind WHEN special_due_on THEN 'SPECIAL' ELSE 'CONSULT' END AS due_kind,
                   LEAST(due_on, special_due_on, consult_due_on) AS due_on
            FROM casework.case_file
            WHERE closed_on IS NULL AND (due_on <= :until OR special_due_on <= :until OR consult_due_on <= :until)
              AND (CAST(:department AS text) IS NULL OR department = :department)
            ORDER BY LEAST(due_on, special_due_on, consult_due_on), id LIMIT :limit
            """)
        .param("until", until)
        .param("department", department)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Row(
                    row.getObject("id", UUID.class),
                    row.getString("number"),
                    row.getString("item_name"),
                    row.getString("department"),
                    State.valueOf(row.getString("state")),
                    CaseClock.Kind.valueOf(row.getString("due_kind")),
                    row.getObject("due_on", LocalDate.class)))
        .list();
  }
}
