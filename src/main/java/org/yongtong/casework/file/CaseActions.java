package org.yongtong.casework.file;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Act;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.crypto.Sm3;

/**
 * Carries out one action on one case in one transaction: the row is locked, the scope and the
 * version that the person saw are checked, the same key is done once, and a refusal leaves nothing
 * behind.
 */
@Component
public class CaseActions {

  private static final int LONGEST_WHAT = 60;

  private final CaseFiles files;
  private final CaseScope scope;
  private final Holding holding;
  private final Journal journal;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CaseActions(
      CaseFiles files,
      CaseScope scope,
      Holding holding,
      Journal journal,
      JdbcClient database,
      TransactionTemplate transaction,
      Clock clock) {
    this.files = files;
    this.scope = scope;
    this.holding = holding;
    this.journal = journal;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What a person asks for.
   *
   * @param version of the case as the page showed it
   * @param key made with the form; sent twice it is done once
   * @param body everything that matters of the form, to tell a repetition from a misuse of the key
   */
  public record Request(UUID caseId, int version, UUID key, String body) {}

  /** What is done to the locked case; it saves the case itself when it goes well. */
  public interface Work {
    Optional<Refusal> on(CaseFile file, CaseFile.By by);
  }

  public CaseResult perform(Request request, SignedIn me, Party as, Work work) {
    CaseResult result =
        transaction.execute(
            status -> {
              CaseResult inner = locked(request, me, as, work);
              if (inner instanceof CaseResult.Refused) {
                status.setRollbackOnly();
              }
              return inner;
            });
    if (result instanceof CaseResult.Refused(Refusal.ExtraDemand(String what, var allowed))) {
      transaction.executeWithoutResult(status -> record(request.caseId(), what, me));
    }
    return java.util.Objects.requireNonNull(result);
  }

  /** The refused action left nothing behind; that it was tried stays. */
  private void record(UUID caseId, String what, SignedIn me) {
    CaseFile file = files.find(caseId).orElseThrow();
    journal.append(
        new Act(
            new Subject(CaseFiles.SUBJECT, caseId.toString()),
            JournalWords.EXTRA_DEMAND_REFUSED,
            me.actor(),
            file.division(),
            file.department(),
            null,
            Map.of("what", what.length() > LONGEST_WHAT ? what.substring(0, LONGEST_WHAT) : what)));
  }

  private CaseResult locked(Request request, SignedIn me, Party as, Work work) {
    Optional<CaseFile> found = files.lock(request.caseId()).filter(file -> scope.sees(me, file));
    if (found.isEmpty()) {
      return CaseResult.refused(new Refusal.NotYours());
    }
    CaseFile file = found.get();
    byte[] hash = Sm3.digest(request.body().getBytes(StandardCharsets.UTF_8));
    Optional<byte[]> before = performed(me, request.key());
    if (before.isPresent()) {
      return Arrays.equals(before.get(), hash)
          ? new CaseResult.Done(file, true)
          : CaseResult.refused(new Refusal.KeyReused());
    }
    if (!scope.parties(me, file).contains(as)) {
      return CaseResult.refused(new Refusal.NotYours());
    }
    if (file.version() != request.version()) {
      return CaseResult.refused(changed(file));
    }
    Holding.Place place = holding.of(file, me, as);
    if (place.refused() != null) {
      return CaseResult.refused(place.refused());
    }
    var by = new CaseFile.By(as, me.account(), place.absent(), place.actor(), clock.instant());
    Optional<Refusal> refusal = work.on(file, by);
    if (refusal.isPresent()) {
      return CaseResult.refused(refusal.get());
    }
    remember(me, request, hash);
    return new CaseResult.Done(file, false);
  }

  private Refusal changed(CaseFile file) {
    var history = journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString()));
    var last =
        history.stream()
            .filter(entry -> JournalWords.act(entry.kind()))
            .reduce((first, second) -> second);
    return new Refusal.Changed(
        file.state(),
        last.map(entry -> entry.act().actor().name()).orElse("他人"),
        When.shortMoment(file.changedAt()),
        last.map(entry -> JournalWords.kind(entry.kind())).orElse("处理"));
  }

  private Optional<byte[]> performed(SignedIn me, UUID key) {
    return database
        .sql("SELECT body_hash FROM casework.performed WHERE actor = :actor AND key = :key")
        .param("actor", me.account())
        .param("key", key)
        .query(byte[].class)
        .optional();
  }

  private void remember(SignedIn me, Request request, byte[] hash) {
    database
        .sql(
            "INSERT INTO casework.performed (actor, key, body_hash, case_id, at) VALUES (:actor,"
                + " :key, :hash, :case, :at)")
        .param("actor", me.account())
        .param("key", request.key())
        .param("hash", hash)
        .param("case", request.caseId())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** The actor of the platform's own jobs. */
  public CaseFile.By system(String job) {
    return new CaseFile.By(
        Party.SYSTEM, null, org.yongtong.journal.Actor.system(job), clock.instant());
  }
}
