package org.yongtong.identity;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of persons, legal persons and staff. */
@Component
public class Accounts {

  private final JdbcClient database;

  Accounts(JdbcClient database) {
    this.database = database;
  }

  /** A login name as it is stored: no outer blanks, lower case. */
  static String normal(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  /** Returns false when somebody else has changed the password since the account was read. */
  boolean replacePassword(Account account, String hash) {
    return database
            .sql(
                """
                UPDATE identity.account SET password_hash = :hash, version = version + 1
                WHERE id = :id AND password_hash = :old
                """)
            .param("hash", hash)
            .param("id", account.id())
            .param("old", account.passwordHash())
            .update()
        == 1;
  }

  Optional<Account> findByLogin(String login) {
    return database
        .sql(
            """
            SELECT id, kind, login, name, level, password_hash, status
            FROM identity.account WHERE login = :login
            """)
        .param("login", login)
        .query(Account::of)
        .optional();
  }
}
