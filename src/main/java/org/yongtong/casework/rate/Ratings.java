package org.yongtong.casework.rate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.crypto.FieldCipher;
import org.yongtong.platform.web.Role;

/** The rows of the ratings; whose a member of staff may see is part of every statement. */
@Repository
public class Ratings {

  private static final int COUNTED = 100;

  private final JdbcClient database;
  private final FieldCipher cipher;

  Ratings(JdbcClient database, FieldCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  /** False when the case has been rated before. */
  boolean add(Rating rating) {
    return database
            .sql(
                """
                INSERT INTO casework.rating
                  (case_id, number, item_version, task_code, item_name, department, division, account, level, tags,
                   told, shown, rated_at)
                VALUES (:case, :number, :version, :task, :name, :department, :division, :account, :level, :tags,
                   :told, :shown, :at)
                ON CONFLICT (case_id) DO NOTHING
                """)
            .param("case", rating.caseId())
            .param("number", rating.number())
            .param("version", rating.itemVersion())
            .param("task", rating.taskCode())
            .param("name", rating.itemName())
            .param("department", rating.department())
            .param("division", rating.division())
            .param("account", rating.account())
            .param("level", rating.level().points())
            .param("tags", rating.tags().toArray(String[]::new))
            .param("told", cipher.encrypt(rating.told()))
            .param("shown", rating.shown())
            .param("at", utc(rating.ratedAt()))
            .update()
        == 1;
  }

  /** False when it has been answered before. */
  boolean answer(UUID caseId, String answer, UUID by, Instant at) {
    return database
            .sql(
                """
                UPDATE casework.rating SET answer = :answer, answered_at = :at, answered_by = :by
                WHERE case_id = :case AND answer IS NULL
                """)
            .param("answer", answer)
            .param("at", utc(at))
            .param("by", by)
            .param("case", caseId)
            .update()
        == 1;
  }

  /** The rating of a case that the caller may see. */
  public Optional<Rating> ofCase(UUID caseId) {
    return database
        .sql("SELECT * FROM casework.rating WHERE case_id = :case")
        .param("case", caseId)
        .query((row, n) -> read(row))
        .optional();
  }

  /** A bad rating, as far as this member of staff may see it. */
  Optional<Rating> findBad(UUID caseId, SignedIn me) {
    Map<String, Object> parameters = scope(me);
    parameters.put("case", caseId);
    return database
        .sql("SELECT * FROM casework.rating WHERE case_id = :case AND level <= 2 AND " + where(me))
        .params(parameters)
        .query((row, n) -> read(row))
        .optional();
  }

  /** Bad ratings, newest first, from behind the last one seen. */
  List<Rating> bad(SignedIn me, boolean answered, @Nullable Rating after, int limit) {
    Map<String, Object> parameters = scope(me);
    parameters.put("limit", limit);
    String beyond = "";
    if (after != null) {
      beyond = " AND (rated_at, case_id) < (:at, :after)";
      parameters.put("at", utc(after.ratedAt()));
      parameters.put("after", after.caseId());
    }
    return database
        .sql(
            "SELECT * FROM casework.rating WHERE level <= 2 AND (answer IS NOT NULL) = "
                + (answered ? "TRUE" : "FALSE")
                + " AND "
                + where(me)
                + beyond
                + " ORDER BY rated_at DESC, case_id DESC LIMIT :limit")
        .params(parameters)
        .query((row, n) -> read(row))
        .list();
  }

  /** How many bad ratings wait for an answer, counted up to a hundred. */
  int waiting(SignedIn me) {
    Map<String, Object> parameters = scope(me);
    parameters.put("most", COUNTED);
    return database
        .sql(
            "SELECT count(*) FROM (SELECT 1 FROM casework.rating WHERE level <= 2 AND answer IS"
                + " NULL AND "
                + where(me)
                + " LIMIT :most) counted")
        .params(parameters)
        .query(Integer.class)
        .single();
  }

  private static String where(SignedIn me) {
    return me.roles().contains(Role.SUPERVISOR) ? "TRUE" : "department = :department";
  }

  private static Map<String, Object> scope(SignedIn me) {
    Map<String, Object> parameters = new HashMap<>();
    if (!me.roles().contains(Role.SUPERVISOR)) {
      parameters.put("department", String.valueOf(me.department()));
    }
    return parameters;
  }

  private Rating read(ResultSet row) throws SQLException {
    OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
    return new Rating(
        row.getObject("case_id", UUID.class),
        row.getString("number"),
        row.getObject("item_version", UUID.class),
        row.getString("task_code"),
        row.getString("item_name"),
        row.getString("department"),
        row.getString("division"),
        row.getObject("account", UUID.class),
        RatingLevel.of(row.getInt("level")),
        List.of((String[]) row.getArray("tags").getArray()),
        cipher.decrypt(row.getBytes("told")),
        row.getString("shown"),
        row.getObject("rated_at", OffsetDateTime.class).toInstant(),
        row.getString("answer"),
        answered == null ? null : answered.toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
