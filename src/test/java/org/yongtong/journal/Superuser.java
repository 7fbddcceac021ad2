package org.yongtong.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database administrator who may do anything, and whose doings are undone at the end. */
final class Superuser implements AutoCloseable {

  private final Connection connection;

  private Superuser(Connection connection) {
    this.connection = connection;
  }

  static Superuser of(DataSource pool) throws SQLException {
    String url = ((HikariDataSource) pool).getJdbcUrl();
    Connection connection = DriverManager.getConnection(url, "postgres", "");
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    var superuser = new Superuser(connection);
    superuser.execute("SET LOCAL session_replication_role = replica"); // no triggers
    return superuser;
  }

  /** Runs a statement and answers how many rows it has touched. */
  int execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
      return Math.max(0, statement.getUpdateCount());
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
