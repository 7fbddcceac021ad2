package org.yongtong.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.directory.Directory;
import org.yongtong.directory.StaffMember;
import org.yongtong.platform.Ids;
import org.yongtong.platform.crypto.FieldCipher;

/** Who is signed in where. */
@Component
class Sessions {

  private static final Duration SEEN_AT_MOST_EVERY = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofDays(30);

  private final JdbcClient database;
  private final Directory directory;
  private final FieldCipher cipher;
  private final IdentitySettings settings;
  private final Clock clock;

  Sessions(
      JdbcClient database,
      Directory directory,
      FieldCipher cipher,
      IdentitySettings settings,
      Clock clock) {
    this.database = database;
    this.directory = directory;
    this.cipher = cipher;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Opens a session for an account whose password was right.
   *
   * @return the token for the browser; it is stored nowhere else
   */
  String open(Account account, Visit visit) {
    String token = Tokens.next();
    var now = OffsetDateTime.now(clock);
    database
        .sql(
            """
            INSERT INTO identity.session
              (token_hash, id, account, created_at, last_seen_at, level, means, user_agent, address_hash)
            VALUES (:hash, :id, :account, :now, :now, :level, 'password', :agent, :address)
            """)
        .param("hash", Tokens.sha256(token))
        .param("id", Ids.next(clock))
        .param("account", account.id())
        .param("now", now)
        .param("level", account.level())
        .param("agent", visit.agent())
        .param("address", cipher.blindIndex("address", visit.address()))
        .update();
    return token;
  }

  /** Who holds this token, when its session has neither ended nor run out. */
  Optional<SignedIn> find(String token) {
    var now = OffsetDateTime.now(clock);
    byte[] hash = Tokens.sha256(token);
    Optional<Found> found =
        database
            .sql(
                """
                SELECT a.id, a.kind, a.login, a.name, a.code_cipher, a.phone_cipher,
                       s.level, s.created_at, s.last_seen_at
                FROM identity.session s JOIN identity.account a ON a.id = s.account
                WHERE s.token_hash = :hash AND s.ended_at IS NULL AND a.status = 'active'
                  AND s.created_at > :oldest
                  AND s.last_seen_at > CASE a.kind WHEN 'staff' THEN :staff ELSE :applicant END
                """)
            .param("hash", hash)
            .param("oldest", now.minus(settings.absolute()))
            .param("staff", now.minus(settings.staffIdle()))
            .param("applicant", now.minus(settings.applicantIdle()))
            .query(this::found)
            .optional();
    found
        .filter(one -> one.seen().isBefore(now.toInstant().minus(SEEN_AT_MOST_EVERY)))
        .ifPresent(ignored -> seen(hash, now));
    return found.map(Found::who).filter(Sessions::hasPost);
  }

  /** What a session of this account would see; for sign-in itself. */
  Optional<SignedIn> describe(Account account) {
    return Optional.of(
            signedIn(
                account.id(),
                account.kind(),
                account.login(),
                account.name(),
                account.code(),
                account.phone(),
                account.level(),
                clock.instant()))
        .filter(Sessions::hasPost);
  }

  void end(String token) {
    database
        .sql(
            "UPDATE identity.session SET ended_at = :now WHERE token_hash = :hash AND ended_at IS"
                + " NULL")
        .param("now", OffsetDateTime.now(clock))
        .param("hash", Tokens.sha256(token))
        .update();
  }

  /** Ends all sessions of an account but the one with this token; null ends all. */
  void endOthers(UUID account, @Nullable String token) {
    database
        .sql(
            """
            UPDATE identity.session SET ended_at = :now
            WHERE account = :account AND ended_at IS NULL AND token_hash <> :hash
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("account", account)
        .param("hash", Tokens.sha256(token == null ? "" : token))
        .update();
  }

  /** Sessions of an account that can still be used, the newest first. */
  List<Open> listOf(UUID account, @Nullable String token) {
    var now = OffsetDateTime.now(clock);
    return database
        .sql(
            """
            SELECT s.user_agent, s.created_at, s.last_seen_at, s.token_hash = :hash AS current
            FROM identity.session s JOIN identity.account a ON a.id = s.account
            WHERE s.account = :account AND s.ended_at IS NULL AND s.created_at > :oldest
              AND s.last_seen_at > CASE a.kind WHEN 'staff' THEN :staff ELSE :applicant END
            ORDER BY current DESC, s.created_at DESC LIMIT 20
            """)
        .param("hash", Tokens.sha256(token == null ? "" : token))
        .param("account", account)
        .param("oldest", now.minus(settings.absolute()))
        .param("staff", now.minus(settings.staffIdle()))
        .param("applicant", now.minus(settings.applicantIdle()))
        .query(
            (row, ignored) ->
                new Open(
                    row.getString("user_agent"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("current")))
        .list();
  }

  /** Removes sessions that can no longer be used and that nobody asks about any more. */
  int removeOld() {
    return database
        .sql("DELETE FROM identity.session WHERE created_at < :before")
        .param("before", OffsetDateTime.now(clock).minus(KEPT))
        .update();
  }

  private void seen(byte[] hash, OffsetDateTime now) {
    database
        .sql(
            """
            UPDATE identity.session SET last_seen_at = :now
            WHERE token_hash = :hash AND last_seen_at < :now - interval '1 minute'
            """)
        .param("now", now)
        .param("hash", hash)
        .update();
  }

  /** Staff without a post in the directory have no powers and no session. */
  private static boolean hasPost(SignedIn who) {
    return !who.staff() || who.member() != null;
  }

  private Found found(ResultSet row, int ignored) throws SQLException {
    return new Found(
        signedIn(
            row.getObject("id", UUID.class),
            Account.kind(row.getString("kind")),
            row.getString("login"),
            row.getString("name"),
            row.getBytes("code_cipher"),
            row.getBytes("phone_cipher"),
            row.getInt("level"),
            row.getObject("created_at", OffsetDateTime.class).toInstant()),
        row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
  }

  private SignedIn signedIn(
      UUID account,
      AccountKind kind,
      String login,
      String name,
      byte @Nullable [] code,
      byte @Nullable [] phone,
      int level,
      Instant at) {
    @Nullable StaffMember member =
        kind == AccountKind.STAFF ? directory.findStaff(login).orElse(null) : null;
    return new SignedIn(
        account,
        kind,
        login,
        name,
        code == null ? null : cipher.decrypt(code),
        phone == null ? null : cipher.decrypt(phone),
        member,
        level,
        at);
  }

  /** An open session, as its owner may see it. */
  record Open(String agent, Instant since, Instant seen, boolean current) {}

  private record Found(SignedIn who, Instant seen) {}
}
