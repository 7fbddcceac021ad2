package org.yongtong.casework.file;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.directory.Directory;
import org.yongtong.platform.Ids;
import org.yongtong.platform.crypto.FieldCipher;
import tools.jackson.databind.json.JsonMapper;

/** Issues and keeps statutory papers; numbers run without gaps by body, kind and year. */
@Repository
public class Documents {

  private final JdbcClient database;
  private final CaseFiles files;
  private final Directory directory;
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final Clock clock;

  Documents(
      JdbcClient database,
      CaseFiles files,
      Directory directory,
      FieldCipher cipher,
      JsonMapper json,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.directory = directory;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  /** Gives the paper its number and keeps it, in the caller's transaction. */
  public Document issue(
      CaseFile file, DocumentKind kind, Document.Content content, @Nullable UUID by) {
    int year = content.date().getYear();
    long serial = files.next("paper:%s:%s:%d".formatted(file.department(), kind, year));
    String number =
        "%s%s字〔%d〕第%d号"
            .formatted(
                directory.department(file.department()).shortName(), kind.mark(), year, serial);
    var document = new Document(Ids.next(clock), file.id(), kind, number, clock.instant(), content);
    database
        .sql(
            """
            INSERT INTO casework.document (id, case_id, kind, number, content, issued_at, issued_by)
            VALUES (:id, :case, :kind, :number, :content, :at, :by)
            """)
        .param("id", document.id())
        .param("case", file.id())
        .param("kind", kind.name())
        .param("number", number)
        .param("content", cipher.encrypt(json.writeValueAsString(content)))
        .param("at", OffsetDateTime.ofInstant(document.issuedAt(), ZoneOffset.UTC))
        .param("by", by)
        .update();
    return document;
  }

  /** Papers of a case, oldest first. */
  public List<Document> of(UUID caseId) {
    return database
        .sql("SELECT * FROM casework.document WHERE case_id = :case ORDER BY issued_at, id")
        .param("case", caseId)
        .query((row, n) -> read(row))
        .list();
  }

  public Optional<Document> find(UUID caseId, UUID id) {
    return database
        .sql("SELECT * FROM casework.document WHERE case_id = :case AND id = :id")
        .param("case", caseId)
        .param("id", id)
        .query((row, n) -> read(row))
        .optional();
  }

  private Document read(ResultSet row) throws SQLException {
    return new Document(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("number"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        json.readValue(
            cipher.decrypt(row.getBytes("content")).getBytes(StandardCharsets.UTF_8),
            Document.Content.class));
  }
}
