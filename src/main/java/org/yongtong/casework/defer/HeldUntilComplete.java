package org.yongtong.casework.defer;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.certificate.HeldBack;

/** A certificate that was given on a promise waits for the papers (before: delivery). */
@Component
class HeldUntilComplete implements HeldBack {

  private final JdbcClient database;

  HeldUntilComplete(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Set<String> among(Collection<String> matters) {
    return Set.copyOf(
        database
            .sql(
                "SELECT id::text FROM casework.case_file WHERE id::text = ANY (:matters) AND state"
                    + " = 'APPROVED' AND deferred_papers <> '{}'")
            .param("matters", matters.toArray(String[]::new))
            .query(String.class)
            .list());
  }
}
