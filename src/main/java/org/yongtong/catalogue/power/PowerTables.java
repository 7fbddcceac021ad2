package org.yongtong.catalogue.power;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.CanonicalItem;
import org.yongtong.platform.Ids;

/** The tables {@code catalogue.power} and {@code catalogue.power_version}. */
@Component
class PowerTables {

  private static final String STORED =
      """
      SELECT v.version, v.number, p.id, p.code, p.department, p.division, v.content, v.published_at
      FROM catalogue.power_version v JOIN catalogue.power p ON p.id = v.power
      """;

  private final JdbcClient database;
  private final Clock clock;

  PowerTables(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A power and its version after a load. */
  record Publication(UUID version, int number, boolean isNew) {}

  /** First step of a load: codes become free, so that one power may take another's. */
  void freeCodes() {
    database.sql("UPDATE catalogue.power SET published = false WHERE published").update();
  }

  void savePower(String id, String code, String department, String division) {
    database
        .sql(
            """
            INSERT INTO catalogue.power (id, code, department, division, published)
            VALUES (?, ?, ?, ?, true)
            ON CONFLICT (id) DO UPDATE SET code = excluded.code, department = excluded.department,
              division = excluded.division, published = true
            """)
        .params(id, code, department, division)
        .update();
  }

  /** Publishes this content: the version that holds it already, or a new one. */
  Publication publish(String power, CanonicalItem content) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    database
        .sql(
            """
            UPDATE catalogue.power_version SET retired_at = greatest(?, published_at)
            WHERE power = ? AND content_hash <> ? AND retired_at IS NULL
            """)
        .params(now, power, content.hash())
        .update();
    Optional<Publication> known =
        database
            .sql(
                """
                UPDATE catalogue.power_version SET retired_at = NULL
                WHERE power = ? AND content_hash = ? RETURNING version, number
                """)
            .params(power, content.hash())
            .query(
                (row, ignored) ->
                    new Publication(row.getObject(1, UUID.class), row.getInt(2), false))
            .optional();
    return known.orElseGet(() -> insert(power, content, now));
  }

  private Publication insert(String power, CanonicalItem content, OffsetDateTime now) {
    UUID version = Ids.next(clock);
    Integer number =
        database
            .sql(
                """
                INSERT INTO catalogue.power_version
                  (version, power, number, content, content_hash, published_at)
                SELECT ?, ?, coalesce(max(number), 0) + 1, ?::json, ?, ?
                FROM catalogue.power_version WHERE power = ?
                RETURNING number
                """)
            .params(version, power, content.json(), content.hash(), now, power)
            .query(Integer.class)
            .single();
    return new Publication(version, number, true);
  }

  /** What was withdrawn: enough for the journal. */
  record Withdrawn(String id, String code, String department, String division, String name) {}

  /** Takes every power that is not among these out of publication. */
  List<Withdrawn> retireAllBut(Set<String> powers) {
    return database
        .sql(
            """
            UPDATE catalogue.power_version v SET retired_at = greatest(?, v.published_at)
            FROM catalogue.power p
            WHERE p.id = v.power AND v.retired_at IS NULL AND NOT (v.power = ANY (?))
            RETURNING p.id, p.code, p.department, p.division, v.content ->> 'name'
            """)
        .params(OffsetDateTime.now(clock), powers.toArray(String[]::new))
        .query(
            (row, ignored) ->
                new Withdrawn(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .list();
  }

  List<PowerReader.Stored> listPublished() {
    return database.sql(STORED + "WHERE v.retired_at IS NULL").query(PowerTables::stored).list();
  }

  private static PowerReader.Stored stored(ResultSet row, int ignored) throws SQLException {
    return new PowerReader.Stored(
        row.getObject("version", UUID.class),
        row.getInt("number"),
        row.getString("id"),
        row.getString("code"),
        row.getString("department"),
        row.getString("division"),
        row.getString("content"),
        row.getObject("published_at", OffsetDateTime.class).toInstant());
  }
}
