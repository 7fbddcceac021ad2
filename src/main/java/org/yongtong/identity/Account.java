package org.yongtong.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code identity.account}, as sign-in needs it.
 *
 * @param code encrypted
 * @param phone encrypted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Account(
    UUID id,
    AccountKind kind,
    String login,
    String name,
    byte @Nullable [] code,
    byte @Nullable [] phone,
    int level,
    String passwordHash,
    boolean active) {

  static Account of(ResultSet row, int ignored) throws SQLException {
    return new Account(
        row.getObject("id", UUID.class),
        kind(row.getString("kind")),
        row.getString("login"),
        row.getString("name"),
        row.getBytes("code_cipher"),
        row.getBytes("phone_cipher"),
        row.getInt("level"),
        row.getString("password_hash"),
        row.getString("status").equals("active"));
  }

  static AccountKind kind(String stored) {
    return AccountKind.valueOf(stored.toUpperCase(Locale.ROOT));
  }

  static String stored(AccountKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "Account[" + id + ", " + kind + "]";
  }
}
