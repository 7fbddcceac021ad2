package org.yongtong.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yongtong.platform.StartFailure;

/**
 * Starts or finds PostgreSQL, migrates every module, and hands out connections of the application's
 * own role.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

  private static final String OWNER = "yongtong";

  @Bean
  Server databaseServer(DatabaseSettings settings) {
    return settings.external()
        ? new Server(null)
        : new Server(EmbeddedServer.start(settings.data()));
  }

  @Bean
  DataSource dataSource(DatabaseSettings settings, Server server) {
    var pool = new HikariConfig();
    pool.setMaximumPoolSize(settings.pool());
    pool.setPoolName("yongtong");
    pool.setConnectionTimeout(10_000);
    pool.addDataSourceProperty("ApplicationName", "yongtong");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    if (server.embedded() != null) {
      prepareEmbedded(server.embedded());
      String url = server.embedded().url(OWNER);
      Migrations.run(source(url, OWNER, null));
      pool.setJdbcUrl(url);
      pool.setUsername(Migrations.APPLICATION_ROLE);
    } else {
      String url = java.util.Objects.requireNonNull(settings.url());
      var owner = source(url, settings.user(), settings.password());
      reach(owner, url);
      Migrations.run(owner);
      pool.setJdbcUrl(url);
      if (settings.appUser() != null && !settings.appUser().isBlank()) {
        pool.setUsername(settings.appUser());
        pool.setPassword(settings.appPassword());
      } else {
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setConnectionInitSql("SET ROLE " + Migrations.APPLICATION_ROLE);
      }
    }
    return new HikariDataSource(pool);
  }

  @Bean
  JdbcClient jdbcClient(JdbcTemplate template) {
    return JdbcClient.create(template);
  }

  private static void prepareEmbedded(EmbeddedServer server) {
    var postgres = JdbcClient.create(source(server.url("postgres"), "postgres", null));
    createRole(postgres, OWNER, "CREATEROLE");
    createRole(postgres, Migrations.APPLICATION_ROLE, "");
    boolean present =
        postgres
                .sql("SELECT count(*) FROM pg_database WHERE datname = :name")
                .param("name", OWNER)
                .query(Integer.class)
                .single()
            > 0;
    if (!present) {
      postgres
          .sql("CREATE DATABASE yongtong OWNER yongtong ENCODING 'UTF8' TEMPLATE template0")
          .update();
    }
    var inside = JdbcClient.create(source(server.url(OWNER), "postgres", null));
    inside.sql("CREATE EXTENSION IF NOT EXISTS pg_trgm").update();
    inside.sql("CREATE EXTENSION IF NOT EXISTS btree_gist").update();
  }

  private static void createRole(JdbcClient postgres, String name, String options) {
    int present =
        postgres
            .sql("SELECT count(*) FROM pg_roles WHERE rolname = :name")
            .param("name", name)
            .query(Integer.class)
            .single();
    if (present == 0) {
      postgres.sql("CREATE ROLE " + name + " LOGIN " + options).update();
    }
  }

  private static void reach(DataSource owner, String url) {
    try (var connection = owner.getConnection()) {
      if (!connection.isValid(5)) {
        throw new SQLException("not valid");
      }
    } catch (SQLException failure) {
      throw new StartFailure(
          "无法连接数据库 %s：%s。请检查地址、用户和密码（环境变量 YONGTONG_DATABASE_USER、YONGTONG_DATABASE_PASSWORD）。Cannot reach the database."
              .formatted(url.replaceAll("\\?.*", ""), failure.getMessage()),
          failure);
    }
  }

  private static DataSource source(String url, @Nullable String user, @Nullable String password) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    if (password != null) {
      source.setPassword(password);
    }
    source.setConnectTimeout(10);
    return source;
  }

  /** The running embedded server, if there is one; closed after the connection pool. */
  record Server(@Nullable EmbeddedServer embedded) implements AutoCloseable {
    @Override
    public void close() throws java.io.IOException {
      if (embedded != null) {
        embedded.close();
      }
    }
  }
}
