package org.yongtong.catalogue.revise;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.crypto.Sm3;

/**
 * Carries out one action on one revision in one transaction: the row is locked, the scope and the
 * version that the person saw are checked, the same key is done once, and a refusal leaves nothing
 * behind.
 */
@Component
public class RevisionActions {

  private final Revisions revisions;
  private final RevisionScope scope;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RevisionActions(
      Revisions revisions,
      RevisionScope scope,
      JdbcClient database,
      TransactionTemplate transaction,
      Clock clock) {
    this.revisions = revisions;
    this.scope = scope;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What a person asks for.
   *
   * @param version of the revision as the page showed it
   * @param key made with the form; sent twice it is done once
   * @param body everything that matters of the form, to tell a repetition from a misuse of the key
   */
  public record Request(UUID revision, int version, UUID key, String body) {}

  /** What is done to the locked revision; it is saved afterwards unless refused. */
  public interface Work {
    Optional<Refusal> on(Revision revision, By by);
  }

  public RevisionResult perform(Request request, SignedIn me, Party as, Work work) {
    return undone(() -> locked(request, me, as, work));
  }

  /**
   * Writes in a revision. Whether somebody else wrote at the same place is for the work to say:
   * editors on different pages do not disturb each other.
   */
  public RevisionResult write(UUID id, SignedIn me, Work work) {
    return undone(
        () -> {
          Optional<Revision> found =
              revisions.lock(id).filter(revision -> scope.sees(me, revision));
          if (found.isEmpty() || !scope.parties(me, found.get()).contains(Party.EDITOR)) {
            return RevisionResult.refused(new Refusal.NotYours());
          }
          return done(found.get(), by(me, Party.EDITOR), work);
        });
  }

  private RevisionResult locked(Request request, SignedIn me, Party as, Work work) {
    Optional<Revision> found =
        revisions.lock(request.revision()).filter(revision -> scope.sees(me, revision));
    if (found.isEmpty()) {
      return RevisionResult.refused(new Refusal.NotYours());
    }
    Revision revision = found.get();
    byte[] hash = Sm3.digest(request.body().getBytes(StandardCharsets.UTF_8));
    Optional<byte[]> before = performed(me, request.key());
    if (before.isPresent()) {
      return Arrays.equals(before.get(), hash)
          ? new RevisionResult.Done(revision, true)
          : RevisionResult.refused(new Refusal.KeyReused());
    }
    if (!scope.parties(me, revision).contains(as)) {
      return RevisionResult.refused(new Refusal.NotYours());
    }
    if (revision.version() != request.version()) {
      return RevisionResult.refused(
          new Refusal.Changed(
              revision.state(), revision.changedBy(), Days.moment(revision.changedAt())));
    }
    RevisionResult result = done(revision, by(me, as), work);
    if (result instanceof RevisionResult.Done) {
      remember(me, request, hash);
    }
    return result;
  }

  private RevisionResult done(Revision revision, By by, Work work) {
    Optional<Refusal> refusal = work.on(revision, by);
    if (refusal.isPresent()) {
      return RevisionResult.refused(refusal.get());
    }
    revisions.save(revision);
    return new RevisionResult.Done(revision, false);
  }

  private RevisionResult undone(java.util.function.Supplier<RevisionResult> work) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              RevisionResult result = work.get();
              if (result instanceof RevisionResult.Refused) {
                status.setRollbackOnly();
              }
              return result;
            }));
  }

  private By by(SignedIn me, Party as) {
    return new By(as, me.account(), me.actor(), clock.instant());
  }

  private Optional<byte[]> performed(SignedIn me, UUID key) {
    return database
        .sql(
            "SELECT body_hash FROM catalogue.revision_performed WHERE actor = :actor AND key ="
                + " :key")
        .param("actor", me.account())
        .param("key", key)
        .query(byte[].class)
        .optional();
  }

  private void remember(SignedIn me, Request request, byte[] hash) {
    database
        .sql(
            "INSERT INTO catalogue.revision_performed (actor, key, body_hash, revision, at) VALUES"
                + " (:actor, :key, :hash, :revision, :at)")
        .param("actor", me.account())
        .param("key", request.key())
        .param("hash", hash)
        .param("revision", request.revision())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }
}
