package org.yongtong.casework.file;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a one-time correction notice marked. */
@Repository
public class Marks {

  private final JdbcClient database;

  Marks(JdbcClient database) {
    this.database = database;
  }

  /**
   * One wrong field or paper.
   *
   * @param target {@code field} (path of the form field) or {@code paper} (id of the paper)
   */
  public record Mark(String target, String path, String label, String reason) {

    public boolean field() {
      return target.equals("field");
    }

    /** The top-level field id of a field path. */
    public String topField() {
      int dot = path.indexOf('.');
      return dot < 0 ? path : path.substring(0, dot);
    }
  }

  /** Marks that this round's notice asks to mend. */
  public List<Mark> of(UUID caseId, int round) {
    return database
        .sql(
            "SELECT target, path, label, reason FROM casework.mark WHERE case_id = :case AND round"
                + " = :round ORDER BY target, path")
        .param("case", caseId)
        .param("round", round)
        .query(Mark.class)
        .list();
  }

  public void add(UUID caseId, int round, List<Mark> marks) {
    for (Mark mark : marks) {
      database
          .sql(
              """
              INSERT INTO casework.mark (case_id, round, target, path, label, reason)
              VALUES (:case, :round, :target, :path, :label, :reason)
              """)
          .param("case", caseId)
          .param("round", round)
          .param("target", mark.target())
          .param("path", mark.path())
          .param("label", mark.label())
          .param("reason", mark.reason())
          .update();
    }
  }
}
