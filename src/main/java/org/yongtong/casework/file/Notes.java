package org.yongtong.casework.file;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Internal notes of a case (内部备注): among the staff, never shown to the applicant, never edited. */
@Repository
public class Notes {

  private final JdbcClient database;

  Notes(JdbcClient database) {
    this.database = database;
  }

  public record Note(UUID id, String text, String by, Instant at) {}

  /** Newest first. */
  public List<Note> of(UUID caseId) {
    return database
        .sql(
            "SELECT id, text, noted_name, noted_at FROM casework.note WHERE case_id = :case ORDER"
                + " BY noted_at DESC, id DESC")
        .param("case", caseId)
        .query(
            (row, n) ->
                new Note(
                    row.getObject("id", UUID.class),
                    row.getString("text"),
                    row.getString("noted_name"),
                    row.getObject("noted_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * @return false when it is there already, because the form was sent twice
   */
  public boolean add(UUID caseId, Note note, UUID by) {
    return database
            .sql(
                """
                INSERT INTO casework.note (id, case_id, text, noted_by, noted_name, noted_at)
                VALUES (:id, :case, :text, :by, :who, :at) ON CONFLICT (id) DO NOTHING
                """)
            .param("id", note.id())
            .param("case", caseId)
            .param("text", note.text())
            .param("by", by)
            .param("who", note.by())
            .param("at", OffsetDateTime.ofInstant(note.at(), ZoneOffset.UTC))
            .update()
        > 0;
  }
}
