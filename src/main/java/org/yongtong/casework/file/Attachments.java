package org.yongtong.casework.file;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.platform.Ids;
import org.yongtong.platform.file.FileReferences;

/**
 * Papers uploaded with drafts and cases; a paper replaced in a correction round stays with the
 * round it was filed in.
 */
@Repository
public class Attachments implements FileReferences {

  private final JdbcClient database;
  private final Clock clock;

  Attachments(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * One uploaded file.
   *
   * @param paper id of the item's paper
   * @param file key in the file store
   * @param round in which it was filed
   * @param replaced a later round filed something else in its place
   */
  public record Attachment(
      UUID id,
      UUID draftId,
      String paper,
      String file,
      String name,
      String mediaType,
      long size,
      int round,
      boolean replaced,
      Instant uploadedAt) {

    public boolean image() {
      return mediaType.startsWith("image/");
    }

    /** e.g. 1.2 MB. */
    public String sizeWord() {
      return size >= 1_048_576
          ? "%.1f MB".formatted(size / 1_048_576.0)
          : Math.max(1, size / 1024) + " KB";
    }
  }

  private static final String COLUMNS =
      "SELECT id, draft_id, paper, file, name, media_type, size, round, replaced, uploaded_at FROM"
          + " casework.attachment ";

  /** Adds a file to a draft; empty when the same file is there already for this paper. */
  @Transactional
  public Optional<UUID> add(
      UUID draft,
      String paper,
      String file,
      String name,
      String mediaType,
      long size,
      int round,
      UUID by) {
    UUID id = Ids.next(clock);
    int rows =
        database
            .sql(
                """
                INSERT INTO casework.attachment (id, draft_id, paper, file, name, media_type, size, round, uploaded_at, uploaded_by)
                VALUES (:id, :draft, :paper, :file, :name, :type, :size, :round, :at, :by)
                ON CONFLICT DO NOTHING
                """)
            .param("id", id)
            .param("draft", draft)
            .param("paper", paper)
            .param("file", file)
            .param("name", name)
            .param("type", mediaType)
            .param("size", size)
            .param("round", round)
            .param("at", OffsetDateTime.now(clock))
            .param("by", by)
            .update();
    return rows == 1 ? Optional.of(id) : Optional.empty();
  }

  @Transactional
  public boolean remove(UUID draft, UUID id) {
    return database
            .sql(
                "DELETE FROM casework.attachment WHERE id = :id AND draft_id = :draft AND case_id"
                    + " IS NULL")
            .param("id", id)
            .param("draft", draft)
            .update()
        == 1;
  }

  public List<Attachment> ofDraft(UUID draft) {
    return database
        .sql(COLUMNS + "WHERE draft_id = :draft AND NOT replaced ORDER BY uploaded_at, id")
        .param("draft", draft)
        .query((row, n) -> read(row))
        .list();
  }

  /** All files of a case, with those that were replaced. */
  public List<Attachment> ofCase(UUID caseId) {
    return database
        .sql(COLUMNS + "WHERE case_id = :case ORDER BY paper, round, uploaded_at, id")
        .param("case", caseId)
        .query((row, n) -> read(row))
        .list();
  }

  public Optional<Attachment> findInCase(UUID caseId, UUID id) {
    return database
        .sql(COLUMNS + "WHERE case_id = :case AND id = :id")
        .param("case", caseId)
        .param("id", id)
        .query((row, n) -> read(row))
        .optional();
  }

  public Optional<Attachment> findInDraft(UUID draft, UUID id) {
    return database
        .sql(COLUMNS + "WHERE draft_id = :draft AND id = :id")
        .param("draft", draft)
        .param("id", id)
        .query((row, n) -> read(row))
        .optional();
  }

  /**
   * Files of a draft become files of the case; for papers filed anew the earlier ones are marked
   * replaced.
   */
  public void file(UUID draft, UUID caseId, int round) {
    if (round > 1) {
      database
          .sql(
              """
              UPDATE casework.attachment SET replaced = true
              WHERE case_id = :case AND NOT replaced
                AND paper IN (SELECT paper FROM casework.attachment WHERE draft_id = :draft AND case_id IS NULL)
              """)
          .param("case", caseId)
          .param("draft", draft)
          .update();
    }
    database
        .sql(
            "UPDATE casework.attachment SET case_id = :case, round = :round WHERE draft_id = :draft"
                + " AND case_id IS NULL")
        .param("case", caseId)
        .param("round", round)
        .param("draft", draft)
        .update();
  }

  /** A file that is handed in with a case that is under way; false when it is there already. */
  @Transactional
  public boolean addToCase(CaseFile file, Upload upload, UUID by) {
    return database
            .sql(
                """
                INSERT INTO casework.attachment
                  (id, draft_id, case_id, paper, file, name, media_type, size, round, uploaded_at, uploaded_by)
                VALUES (:id, :draft, :case, :paper, :file, :name, :type, :size, :round, :at, :by)
                ON CONFLICT DO NOTHING
                """)
            .param("id", Ids.next(clock))
            .param("draft", file.draft())
            .param("case", file.id())
            .param("paper", upload.paper())
            .param("file", upload.file())
            .param("name", upload.name())
            .param("type", upload.mediaType())
            .param("size", upload.size())
            .param("round", file.round())
            .param("at", OffsetDateTime.now(clock))
            .param("by", by)
            .update()
        == 1;
  }

  /** What was handed in of a paper before is kept, as replaced. */
  @Transactional
  public void replace(UUID caseId, String paper) {
    database
        .sql(
            "UPDATE casework.attachment SET replaced = true WHERE case_id = :case AND paper ="
                + " :paper AND NOT replaced")
        .param("case", caseId)
        .param("paper", paper)
        .update();
  }

  /**
   * A stored file on its way to a case.
   *
   * @param file key in the file store
   */
  public record Upload(String paper, String file, String name, String mediaType, long size) {}

  @Override
  public Set<String> among(Collection<String> hashes) {
    return Set.copyOf(
        database
            .sql("SELECT DISTINCT file FROM casework.attachment WHERE file = ANY (:hashes)")
            .param("hashes", hashes.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  private static Attachment read(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Attachment(
        row.getObject("id", UUID.class),
        row.getObject("draft_id", UUID.class),
        row.getString("paper"),
        row.getString("file"),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getInt("round"),
        row.getBoolean("replaced"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
  }
}
