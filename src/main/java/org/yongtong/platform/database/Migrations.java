package org.yongtong.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yongtong.platform.Modules;

/**
 * One schema and one migration folder per module, run in the modules' order; then the rights of the
 * application's role.
 */
final class Migrations {

  static final String APPLICATION_ROLE = "yongtong_app";
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  private Migrations() {}

  static void run(DataSource owner) {
    var database = JdbcClient.create(owner);
    String state = fingerprint();
    if (state.equals(known(database))) {
      return; // nothing has come since the last start: looking into every schema would take longer
      // than all else
    }
    List<String> schemas = new ArrayList<>();
    boolean changed = false;
    for (String module : Modules.IN_ORDER) {
      if (scripts(module).length == 0) {
        continue;
      }
      schemas.add(module);
      var result =
          Flyway.configure()
              .dataSource(owner)
              .schemas(module)
              .defaultSchema(module)
              .table("schema_history")
              .locations("classpath:db/migration/" + module)
              .failOnMissingLocations(true)
              .loggers("slf4j")
              .load()
              .migrate();
      changed |= result.migrationsExecuted > 0;
    }
    if (changed) {
      grant(database, schemas);
      LOG.info("Database schemas are up to date: {}", schemas);
    }
    database.sql("DELETE FROM platform.migrated").update();
    database
        .sql("INSERT INTO platform.migrated (fingerprint) VALUES (:state) ON CONFLICT DO NOTHING")
        .param("state", state)
        .update();
  }

  /** Digest over the names and contents of all migrations of this build. */
  private static String fingerprint() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (String module : Modules.IN_ORDER) {
        for (var script : scripts(module)) {
          digest.update(String.valueOf(script.getFilename()).getBytes(StandardCharsets.UTF_8));
          digest.update(script.getContentAsByteArray());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The fingerprint of the last migration of this database, "" when there was none. */
  private static String known(JdbcClient database) {
    boolean there =
        Boolean.TRUE.equals(
            database
                .sql("SELECT to_regclass('platform.migrated') IS NOT NULL")
                .query(Boolean.class)
                .single());
    return there
        ? database
            .sql("SELECT fingerprint FROM platform.migrated")
            .query(String.class)
            .optional()
            .orElse("")
        : "";
  }

  /**
   * A table whose comment begins with {@code append-only} can be read and added to by the
   * application, never changed.
   */
  private static void grant(JdbcClient database, List<String> schemas) {
    int present =
        database
            .sql("SELECT count(*) FROM pg_roles WHERE rolname = :name")
            .param("name", APPLICATION_ROLE)
            .query(Integer.class)
            .single();
    if (present == 0) {
      database.sql("CREATE ROLE " + APPLICATION_ROLE).update();
      database.sql("GRANT " + APPLICATION_ROLE + " TO CURRENT_USER").update();
    }
    for (String schema : schemas) {
      database.sql("GRANT USAGE ON SCHEMA " + schema + " TO " + APPLICATION_ROLE).update();
      database
          .sql(
              "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA "
                  + schema
                  + " TO "
                  + APPLICATION_ROLE)
          .update();
      database
          .sql("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA " + schema + " TO " + APPLICATION_ROLE)
          .update();
      for (var table : tables(database, schema)) {
        String rights = table.appendOnly() ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
        database
            .sql("REVOKE ALL ON " + schema + "." + table.name() + " FROM " + APPLICATION_ROLE)
            .update();
        database
            .sql(
                "GRANT "
                    + rights
                    + " ON "
                    + schema
                    + "."
                    + table.name()
                    + " TO "
                    + APPLICATION_ROLE)
            .update();
      }
    }
  }

  private static List<Table> tables(JdbcClient database, String schema) {
    return database
        .sql(
            """
            SELECT quote_ident(c.relname) AS name,
                   coalesce(obj_description(coalesce(i.inhparent, c.oid), 'pg_class'), '') LIKE 'append-only%' AS append_only
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
            WHERE n.nspname = :schema AND c.relkind IN ('r', 'p', 'v') AND c.relname <> 'schema_history'
            """)
        .param("schema", schema)
        .query(Table.class)
        .list();
  }

  private static Resource[] scripts(String module) {
    try {
      return new PathMatchingResourcePatternResolver()
          .getResources("classpath*:db/migration/" + module + "/*.sql");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  record Table(String name, boolean appendOnly) {}
}
