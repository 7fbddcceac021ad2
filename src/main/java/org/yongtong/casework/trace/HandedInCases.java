package org.yongtong.casework.trace;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.catalogue.HandedIn;

/** Counts cases by the way they were handed in; an index alone answers it. */
@Repository
class HandedInCases implements HandedIn {

  private final JdbcClient database;

  HandedInCases(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<ByDepartment> since(Instant from) {
    return database
        .sql(
            """
            SELECT department, count(*) FILTER (WHERE channel = 'ONLINE')::int AS online,
              count(*) FILTER (WHERE channel = 'WINDOW')::int AS window_count
            FROM casework.case_file WHERE submitted_at >= :from
            GROUP BY department
            """)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new ByDepartment(
                    row.getString("department"), row.getInt("online"), row.getInt("window_count")))
        .list();
  }
}
