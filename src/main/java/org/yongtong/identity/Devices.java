package org.yongtong.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Browsers from which an account has signed in before. Failures from such a browser are counted by
 * themselves: strangers who keep guessing at a name make it wait for strangers only.
 */
@Component
class Devices {

  private static final int KEPT_DAYS = 365;

  private final JdbcClient database;
  private final Clock clock;

  Devices(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  boolean knows(@Nullable String token, String login) {
    return token != null
        && database
            .sql(
                """
                SELECT 1 FROM identity.device d JOIN identity.account a ON a.id = d.account
                WHERE d.token_hash = :hash AND a.login = :login AND d.created_at > :oldest
                """)
            .param("hash", Tokens.sha256(token))
            .param("login", login)
            .param("oldest", oldest())
            .query(Integer.class)
            .optional()
            .isPresent();
  }

  /** Remembers a browser of this account; returns the token for its cookie. */
  String remember(UUID account) {
    String token = Tokens.next();
    database
        .sql(
            """
            INSERT INTO identity.device (token_hash, account, created_at)
            VALUES (:hash, :account, :now)
            """)
        .param("hash", Tokens.sha256(token))
        .param("account", account)
        .param("now", OffsetDateTime.now(clock))
        .update();
    return token;
  }

  /** After a change of password every browser is a stranger again. */
  void forgetAll(UUID account) {
    database
        .sql("DELETE FROM identity.device WHERE account = :account")
        .param("account", account)
        .update();
  }

  int removeOld() {
    return database
        .sql("DELETE FROM identity.device WHERE created_at < :oldest")
        .param("oldest", oldest())
        .update();
  }

  private OffsetDateTime oldest() {
    return OffsetDateTime.now(clock).minusDays(KEPT_DAYS);
  }
}
