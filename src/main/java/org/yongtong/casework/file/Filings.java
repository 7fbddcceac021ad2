package org.yongtong.casework.file;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.platform.crypto.FieldCipher;
import org.yongtong.platform.crypto.Sm3;
import tools.jackson.databind.json.JsonMapper;

/** What was filed, round by round; encrypted, never changed. */
@Repository
public class Filings {

  private final JdbcClient database;
  private final FieldCipher cipher;
  private final JsonMapper json;

  Filings(JdbcClient database, FieldCipher cipher, JsonMapper json) {
    this.database = database;
    this.cipher = cipher;
    this.json = json;
  }

  /** The filing of a round; round 1 is the first submission. */
  public Filing get(UUID caseId, int round) {
    return open(
        database
            .sql("SELECT content FROM casework.submission WHERE case_id = :case AND round = :round")
            .param("case", caseId)
            .param("round", round)
            .query(byte[].class)
            .single());
  }

  public void add(UUID caseId, int round, Filing filing, OffsetDateTime at, @Nullable UUID by) {
    database
        .sql(
            """
            INSERT INTO casework.submission (case_id, round, content, submitted_at, submitted_by)
            VALUES (:case, :round, :content, :at, :by)
            """)
        .param("case", caseId)
        .param("round", round)
        .param("content", seal(filing))
        .param("at", at.withOffsetSameInstant(ZoneOffset.UTC))
        .param("by", by)
        .update();
  }

  /** Encrypted form, also used for drafts and what belongs to them. */
  public byte[] seal(Object content) {
    return cipher.encrypt(json.writeValueAsString(content));
  }

  public Filing open(byte[] content) {
    return open(content, Filing.class);
  }

  public <T> T open(byte[] content, Class<T> type) {
    return json.readValue(cipher.decrypt(content), type);
  }

  /** SM3 of the filed content, hex: kept in the journal so that the filed copy can be proved. */
  public String digest(Filing filing) {
    return HexFormat.of()
        .formatHex(Sm3.digest(json.writeValueAsString(filing).getBytes(StandardCharsets.UTF_8)));
  }
}
