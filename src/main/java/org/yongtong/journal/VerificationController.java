package org.yongtong.journal;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.MenuEntry;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Viewer;
import org.yongtong.platform.web.Who;

@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.SUPERVISOR, Role.AUDIT_ADMIN})
class VerificationController implements MenuEntry.Source {

  static final String PATH = "/desk/journal";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SEALS_SHOWN = 10;

  private final Verifications verifications;
  private final SealStore seals;
  private final Subscriptions subscriptions;
  private final Journal journal;
  private final JdbcTemplate database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  VerificationController(
      Verifications verifications,
      SealStore seals,
      Subscriptions subscriptions,
      Journal journal,
      JdbcTemplate database,
      TransactionTemplate transaction,
      Clock clock) {
    this.verifications = verifications;
    this.seals = seals;
    this.subscriptions = subscriptions;
    this.journal = journal;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public List<MenuEntry> menu() {
    return List.of(
        new MenuEntry(900, "全程留痕核验", PATH, "shield-check", Role.SUPERVISOR, Role.AUDIT_ADMIN));
  }

  @GetMapping(PATH)
  String page(
      Model model,
      Authentication who,
      @RequestParam(name = "replayed", required = false) @Nullable Boolean replayed) {
    model.addAttribute(
        "page",
        new VerificationPage(
            sealedRows(),
            lag(),
            seals.latest(SEALS_SHOWN),
            verifications.latest().orElse(null),
            verifications.running(),
            subscriptions.parked(),
            viewer(who).roles().contains(Role.AUDIT_ADMIN),
            replayed));
    return "journal/verification";
  }

  @PostMapping(PATH + "/verification")
  String verify(Authentication who) {
    verifications.start(actor(who), PATIENCE);
    return "redirect:" + PATH;
  }

  @PostMapping(PATH + "/parked/{name}/{position}")
  @Allow(
      value = Who.STAFF,
      roles = {Role.AUDIT_ADMIN})
  String replay(Authentication who, @PathVariable String name, @PathVariable long position) {
    boolean done = subscriptions.replay(name, position);
    transaction.executeWithoutResult(
        ignored ->
            verifications.record(
                "journal.replayed",
                actor(who),
                Map.of("subscription", name, "position", position, "done", done)));
    return "redirect:" + PATH + "?replayed=" + done;
  }

  @GetMapping(PATH + "/dump")
  ResponseEntity<StreamingResponseBody> dump(Authentication who) {
    Actor by = actor(who);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "application/gzip")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal.jsonl.gz\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(out -> verifications.export(by, out));
  }

  @GetMapping(PATH + "/{position}")
  String entry(Model model, @PathVariable long position) {
    Row row =
        seals.row(position).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    InclusionProof proof = seals.proof(position).orElse(null);
    Entry entry = row.entry();
    model.addAttribute(
        "page",
        new EntryPage(
            entry,
            row.payload(),
            proof,
            proof != null && seals.verify(proof, entry),
            journal.about(entry.subject())));
    return "journal/entry";
  }

  /** The latest verdict and the present head, for an outside auditor to keep. */
  @GetMapping("/api/v1/journal/verification")
  @ResponseBody
  VerificationAnswer api() {
    return new VerificationAnswer(
        seals.last().orElse(null),
        lag(),
        verifications.running(),
        verifications
            .latest()
            .map(
                done ->
                    new LatestVerdict(
                        done.at(), done.by(), done.verdict().intact(), done.verdict()))
            .orElse(null));
  }

  /**
   * @param lastSeal its hash is the head of the journal: keep it elsewhere
   * @param lagSeconds age of the oldest row without a seal
   */
  record VerificationAnswer(
      @Nullable Seal lastSeal, long lagSeconds, boolean running, @Nullable LatestVerdict latest) {}

  record LatestVerdict(OffsetDateTime at, String by, boolean intact, Verdict verdict) {}

  private long sealedRows() {
    Long rows =
        database.queryForObject("SELECT coalesce(sum(count), 0) FROM journal.seal", Long.class);
    return rows == null ? 0 : rows;
  }

  private long lag() {
    return seals
        .oldestUnsealed()
        .map(oldest -> Math.max(0, Duration.between(oldest, clock.instant()).toSeconds()))
        .orElse(0L);
  }

  private static Actor actor(Authentication who) {
    Viewer viewer = viewer(who);
    String name = viewer.post() == null ? viewer.name() : viewer.name() + "（" + viewer.post() + "）";
    return new Actor(who.getName(), null, name);
  }

  private static Viewer viewer(Principal who) {
    if (who instanceof Authentication authentication
        && authentication.getPrincipal() instanceof Viewer viewer) {
      return viewer;
    }
    throw new IllegalStateException("nobody is signed in");
  }
}
