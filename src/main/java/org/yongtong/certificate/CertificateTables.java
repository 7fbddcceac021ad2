// long: the SQL of one table family in one place
package org.yongtong.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.certificate.Certificate.FaceItem;
import org.yongtong.certificate.Certificate.Status;
import org.yongtong.journal.Actor;
import org.yongtong.platform.Ids;
import org.yongtong.platform.crypto.FieldCipher;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the tables of certificates. */
@Component
class CertificateTables {

  private static final String HOLDER = "certificate-holder";
  private static final TypeReference<List<FaceItem>> FACE = new TypeReference<>() {};
  private static final String SELECT =
      """
      SELECT id, identifier, number, type, name, department, division, issuer, issuer_code, holder_kind,
             holder_name, holder_code_cipher, face_cipher, issued_on, valid_from, valid_to, status, matter
      FROM certificate.certificate
      """;

  private final JdbcClient database;
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final Clock clock;

  CertificateTables(JdbcClient database, FieldCipher cipher, JsonMapper json, Clock clock) {
    this.database = database;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  /** Makes others who issue for the same matter wait until this transaction ends. */
  void lockMatter(String matter) {
    lock("matter:" + matter);
  }

  /** The three digits of this department's type; the first certificate of a type gives it some. */
  String typeCode(String department, String type, String name) {
    Optional<String> known = findTypeCode(department, type);
    if (known.isPresent()) {
      return known.get();
    }
    lock("types:" + department);
    database
        .sql(
            """
            INSERT INTO certificate.certificate_type (department, type, code, name)
            SELECT :department, :type, lpad((coalesce(max(code)::int, 0) + 1)::text, 3, '0'), :name
            FROM certificate.certificate_type WHERE department = :department
            ON CONFLICT (department, type) DO NOTHING
            """)
        .param("department", department)
        .param("type", type)
        .param("name", name)
        .update();
    return findTypeCode(department, type).orElseThrow();
  }

  private Optional<String> findTypeCode(String department, String type) {
    return database
        .sql(
            """
            SELECT code FROM certificate.certificate_type WHERE department = :department AND type = :type
            """)
        .param("department", department)
        .param("type", type)
        .query(String.class)
        .optional();
  }

  /** The next running number; the series stays locked until the transaction ends. */
  long nextSerial(String prefix, String region) {
    return database
        .sql(
            """
            INSERT INTO certificate.number_series AS series (prefix, region, last)
            VALUES (:prefix, :region, 1)
            ON CONFLICT (prefix, region) DO UPDATE SET last = series.last + 1
            RETURNING last
            """)
        .param("prefix", prefix)
        .param("region", region)
        .query(Long.class)
        .single();
  }

  private void lock(String what) {
    database
        .sql("SELECT pg_advisory_xact_lock(hashtextextended('certificate.' || :what, 0))::text")
        .param("what", what)
        .query(String.class)
        .single();
  }

  void add(Stored stored) {
    Certificate certificate = stored.certificate();
    database
        .sql(
            """
            INSERT INTO certificate.certificate (id, identifier, number, type, name, department, division,
              issuer, issuer_code, holder_kind, holder_name, holder_code_cipher, holder_code_index,
              face_cipher, issued_on, valid_from, valid_to, status, matter)
            VALUES (:id, :identifier, :number, :type, :name, :department, :division, :issuer, :issuerCode,
              :holderKind, :holderName, :code, :index, :face, :issuedOn, :validFrom, :validTo, :status,
              :matter)
            """)
        .param("id", certificate.id())
        .param("identifier", certificate.identifier())
        .param("number", certificate.number())
        .param("type", certificate.type())
        .param("name", certificate.name())
        .param("department", stored.department())
        .param("division", stored.division())
        .param("issuer", certificate.issuer())
        .param("issuerCode", certificate.issuerCode())
        .param("holderKind", stored.person() ? "person" : "legal")
        .param("holderName", certificate.holderName())
        .param("code", cipher.encrypt(certificate.holderCode()))
        .param("index", index(certificate.holderCode()))
        .param("face", cipher.encrypt(json.writeValueAsString(certificate.face())))
        .param("issuedOn", certificate.issuedOn())
        .param("validFrom", certificate.validFrom())
        .param("validTo", certificate.validTo())
        .param("status", certificate.status().name())
        .param("matter", certificate.matter())
        .update();
  }

  /** Holds the row until the transaction ends. */
  Optional<Stored> findAndLock(UUID id) {
    return database
        .sql(SELECT + "WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(this::stored)
        .optional();
  }

  Optional<Stored> find(UUID id) {
    return by("id = :value", id);
  }

  Optional<Stored> findByIdentifier(String identifier) {
    return by("identifier = :value", identifier);
  }

  Optional<Stored> findByNumber(String number) {
    return by("number = :value", number);
  }

  Optional<Stored> findByMatter(String matter) {
    return by("matter = :value", matter);
  }

  private Optional<Stored> by(String condition, Object value) {
    return database
        .sql(SELECT + "WHERE " + condition)
        .param("value", value)
        .query(this::stored)
        .optional();
  }

  /** Newest first. */
  List<Stored> ofHolder(String code) {
    return database
        .sql(
            SELECT
                + "WHERE holder_code_index = :index ORDER BY holder_code_index, id DESC LIMIT 500")
        .param("index", index(code))
        .query(this::stored)
        .list();
  }

  int countOfHolder(String code) {
    return database
        .sql("SELECT count(*) FROM certificate.certificate WHERE holder_code_index = :index")
        .param("index", index(code))
        .query(Integer.class)
        .single();
  }

  /** The newest of a department. */
  List<Stored> ofDepartment(String department, int limit) {
    return database
        .sql(SELECT + "WHERE department = :department ORDER BY department, id DESC LIMIT :limit")
        .param("department", department)
        .param("limit", limit)
        .query(this::stored)
        .list();
  }

  void setStatus(UUID id, Status status) {
    database
        .sql(
            """
            UPDATE certificate.certificate SET status = :status, version = version + 1 WHERE id = :id
            """)
        .param("status", status.name())
        .param("id", id)
        .update();
  }

  /** Adds to the history; false when this form has already acted. */
  boolean addChange(
      UUID certificate,
      @Nullable Status from,
      Status to,
      String reason,
      Actor actor,
      @Nullable String formKey) {
    return database
            .sql(
                """
                INSERT INTO certificate.status_change
                  (id, certificate, at, from_status, to_status, reason, actor, actor_name, form_key)
                VALUES (:id, :certificate, :at, :from, :to, :reason, :actor, :actorName, :key)
                ON CONFLICT (form_key) DO NOTHING
                """)
            .param("id", Ids.next(clock))
            .param("certificate", certificate)
            .param("at", OffsetDateTime.now(clock))
            .param("from", from == null ? null : from.name())
            .param("to", to.name())
            .param("reason", reason)
            .param("actor", actor.id())
            .param("actorName", actor.name())
            .param("key", formKey)
            .update()
        > 0;
  }

  boolean hasActed(String formKey) {
    return database
        .sql("SELECT EXISTS (SELECT 1 FROM certificate.status_change WHERE form_key = :key)")
        .param("key", formKey)
        .query(Boolean.class)
        .single();
  }

  /** Oldest first. */
  List<StatusChange> changes(UUID certificate) {
    return database
        .sql(
            """
            SELECT at, from_status, to_status, reason, actor_name FROM certificate.status_change
            WHERE certificate = :certificate ORDER BY certificate, id
            """)
        .param("certificate", certificate)
        .query(
            (row, ignored) -> {
              String from = row.getString("from_status");
              return new StatusChange(
                  row.getObject("at", OffsetDateTime.class).toInstant(),
                  from == null ? null : Status.valueOf(from),
                  Status.valueOf(text(row, "to_status")),
                  text(row, "reason"),
                  text(row, "actor_name"));
            })
        .list();
  }

  private byte[] index(String code) {
    return cipher.blindIndex(HOLDER, code.strip().toUpperCase(Locale.ROOT));
  }

  private Stored stored(ResultSet row, int ignored) throws SQLException {
    LocalDate validTo = row.getObject("valid_to", LocalDate.class);
    Status status = Status.valueOf(text(row, "status"));
    boolean over = validTo != null && validTo.isBefore(LocalDate.now(clock));
    var certificate =
        new Certificate(
            row.getObject("id", UUID.class),
            text(row, "identifier"),
            text(row, "number"),
            text(row, "type"),
            text(row, "name"),
            text(row, "holder_name"),
            cipher.decrypt(row.getBytes("holder_code_cipher")),
            text(row, "issuer"),
            text(row, "issuer_code"),
            row.getObject("issued_on", LocalDate.class),
            row.getObject("valid_from", LocalDate.class),
            validTo,
            status == Status.VALID && over ? Status.EXPIRED : status,
            List.copyOf(json.readValue(cipher.decrypt(row.getBytes("face_cipher")), FACE)),
            text(row, "matter"));
    return new Stored(
        certificate,
        text(row, "department"),
        text(row, "division"),
        text(row, "holder_kind").equals("person"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }
}
