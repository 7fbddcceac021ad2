package org.yongtong.catalogue;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items that send some of their cases to another department than their own (分办). */
@Repository
public class RoutedItems {

  private final JdbcClient database;

  RoutedItems(JdbcClient database) {
    this.database = database;
  }

  /** Codes of the published items of which a rule gives cases to one of these departments. */
  public Set<String> to(Set<String> departments) {
    return database
        .sql(
            """
            SELECT i.task_code
            FROM catalogue.item_version v
            JOIN catalogue.item i ON i.id = v.item AND i.published
            WHERE v.retired_at IS NULL AND (v.content -> 'routing') IS NOT NULL
              AND EXISTS (SELECT FROM json_to_recordset(v.content -> 'routing') AS r(department text)
                          WHERE r.department = ANY (:departments))
            """)
        .param("departments", departments.toArray(String[]::new))
        .query(String.class)
        .set();
  }
}
