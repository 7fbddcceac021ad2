package org.yongtong.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.platform.crypto.FieldCipher;

/** The accounts of persons, legal persons and staff. */
@Component
public class Accounts {

  static final String CODE = "account-code";
  static final String PHONE = "account-phone";

  private final JdbcClient database;
  private final FieldCipher cipher;

  Accounts(JdbcClient database, FieldCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  /**
   * The account of a person or legal person, e.g. to write a letter to an applicant who came to a
   * window.
   *
   * @param code citizen number or unified social credit code
   * @return empty when that person has no account; closed accounts are not found
   */
  public Optional<AccountRef> findByCode(AccountKind kind, String code) {
    return database
        .sql(
            """
            SELECT id, kind, name FROM identity.account
            WHERE kind = :kind AND code_index = :code AND status <> 'closed'
            """)
        .param("kind", Account.stored(kind))
        .param("code", cipher.blindIndex(CODE, normalCode(code)))
        .query(Accounts::ref)
        .optional();
  }

  /** An account by its key, also a closed one. */
  public Optional<AccountRef> find(UUID account) {
    return database
        .sql("SELECT id, kind, name FROM identity.account WHERE id = :id")
        .param("id", account)
        .query(Accounts::ref)
        .optional();
  }

  /** The account of a member of staff. */
  public Optional<AccountRef> findStaff(String login) {
    return database
        .sql("SELECT id, kind, name FROM identity.account WHERE login = :login AND kind = 'staff'")
        .param("login", normal(login))
        .query(Accounts::ref)
        .optional();
  }

  private static AccountRef ref(ResultSet row, int ignored) throws SQLException {
    return new AccountRef(
        row.getObject("id", UUID.class),
        Account.kind(row.getString("kind")),
        row.getString("name"));
  }

  /** A number in its one spelling: no outer blanks, upper case. */
  static String normalCode(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
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
            SELECT id, kind, login, name, code_cipher, phone_cipher, level, password_hash, status
            FROM identity.account WHERE login = :login
            """)
        .param("login", login)
        .query(Account::of)
        .optional();
  }
}
