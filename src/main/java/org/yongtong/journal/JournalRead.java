package org.yongtong.journal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole journal over one connection, in the order that {@link JournalVerifier} wants:
 * each seal before its rows. Constant memory; the caller's transaction should be {@code REPEATABLE
 * READ}, so that rows and seals belong together.
 */
final class JournalRead {

  private static final int FETCH = 2_000;

  /** What to do with seals and rows. */
  interface Into {
    void seal(SealedRows sealed) throws java.io.IOException;

    void row(Row row) throws java.io.IOException;
  }

  private JournalRead() {}

  static Map<String, String> keys(Connection connection) throws SQLException {
    Map<String, String> keys = new LinkedHashMap<>();
    try (var statement = connection.createStatement();
        var result =
            statement.executeQuery("SELECT id, public_key FROM journal.seal_key ORDER BY since")) {
      while (result.next()) {
        keys.put(
            result.getString("id"),
            new String(result.getBytes("public_key"), StandardCharsets.US_ASCII));
      }
    }
    return keys;
  }

  /**
   * @param connection not in auto-commit mode, or the driver would load everything at once
   */
  static void all(Connection connection, Into into) throws SQLException, java.io.IOException {
    if (connection.getAutoCommit()) {
      throw new IllegalArgumentException("reading the journal needs a transaction");
    }
    try (var seals =
            query(
                connection, "SELECT " + SealedRows.COLUMNS + " FROM journal.seal ORDER BY number");
        var rows =
            query(
                connection,
                "SELECT "
                    + Row.COLUMNS
                    + " FROM journal.entry ORDER BY entry.tx, entry.position, entry.at");
        var sealResult = seals.executeQuery();
        var rowResult = rows.executeQuery()) {
      SealedRows current = nextSeal(sealResult, into);
      while (rowResult.next()) {
        Row row = Row.read(rowResult);
        while (current != null && JournalVerifier.after(row, current.seal())) {
          current = nextSeal(sealResult, into);
        }
        into.row(row);
      }
      while (current != null) {
        current = nextSeal(sealResult, into);
      }
    }
  }

  private static @Nullable SealedRows nextSeal(ResultSet result, Into into)
      throws SQLException, java.io.IOException {
    if (!result.next()) {
      return null;
    }
    SealedRows sealed = SealedRows.read(result);
    into.seal(sealed);
    return sealed;
  }

  private static PreparedStatement query(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setFetchSize(FETCH);
    return statement;
  }

  static Verdict verify(Connection connection, @Nullable String head)
      throws SQLException, java.io.IOException {
    var verifier = new JournalVerifier(keys(connection), head);
    all(
        connection,
        new Into() {
          @Override
          public void seal(SealedRows sealed) {
            verifier.seal(sealed);
          }

          @Override
          public void row(Row row) {
            verifier.row(row);
          }
        });
    return verifier.finish();
  }
}
