// long: every verb of a revision stands here, so that nothing else can change one; a third are
// readers
package org.yongtong.catalogue.revise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.journal.Actor;

/**
 * A revision (修订单): one proposed change of the catalogue on its way to publication. It changes only
 * through its verbs; each holds the life cycle's table against the present state and notes what
 * happened. {@link Revisions#save} then writes state and journal together.
 */
public final class Revision {

  final UUID id;
  final long serial;
  final Purpose purpose;
  final String item;
  final @Nullable String lead;
  final String department;
  final String division;
  final @Nullable UUID parent;
  final @Nullable UUID author;
  final String authorName;
  final Instant createdAt;

  String name;
  State state;
  @Nullable UUID baseVersion;
  Map<String, Object> content;
  Terms terms;
  @Nullable LocalDate effectiveOn;
  Set<UUID> writers;
  @Nullable UUID checker;
  @Nullable UUID legal;
  @Nullable UUID approver;
  int round;
  Instant changedAt;
  String changedBy;
  @Nullable UUID publishedVersion;
  int version;

  private final List<Happening> happenings = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private State sentBackFrom = State.DRAFT;

  /** A verb that was carried out and is not yet saved. */
  record Happening(Action action, Actor actor, Map<String, Object> payload) {}

  /**
   * What is wrong where, said when a revision is sent back.
   *
   * @param place empty for the whole
   */
  public record Mark(String place, String label, String reason) {}

  /**
   * What stays as it was when the revision began.
   *
   * @param parent the delegation that it answers, or null
   * @param baseVersion published version that it starts from; null for a new item
   * @param author null when the platform opened it for a lower body
   */
  public record Origin(
      UUID id,
      long serial,
      Purpose purpose,
      String item,
      @Nullable String lead,
      String department,
      String division,
      @Nullable UUID parent,
      @Nullable UUID baseVersion,
      @Nullable UUID author,
      String authorName,
      Instant createdAt) {}

  Revision(Origin origin, String name, Map<String, Object> content, Terms terms) {
    this.id = origin.id();
    this.serial = origin.serial();
    this.purpose = origin.purpose();
    this.item = origin.item();
    this.lead = origin.lead();
    this.department = origin.department();
    this.division = origin.division();
    this.parent = origin.parent();
    this.baseVersion = origin.baseVersion();
    this.author = origin.author();
    this.authorName = origin.authorName();
    this.createdAt = origin.createdAt();
    this.name = name;
    this.state = State.DRAFT;
    this.content = content;
    this.terms = terms;
    this.writers = origin.author() == null ? Set.of() : Set.of(origin.author());
    this.round = 1;
    this.changedAt = origin.createdAt();
    this.changedBy = origin.authorName();
  }

  /**
   * Keeps the text as an editor left it, finished or not.
   *
   * @param page on which it was written, for the trace
   */
  public Optional<Refusal> edit(By by, Map<String, Object> text, String page) {
    return act(
        Action.EDIT,
        by,
        Map.of("page", page),
        () -> {
          content = text;
          wrote(by);
          if (text.get("name") instanceof String given && !given.isBlank() && lead == null) {
            name = given.strip();
          }
        });
  }

  /** Keeps reason, basis, day, successor and bodies. */
  public Optional<Refusal> agree(By by, Terms asked) {
    return act(
        Action.EDIT,
        by,
        Map.of("page", "terms"),
        () -> {
          terms = asked;
          wrote(by);
        });
  }

  public Optional<Refusal> submit(By by) {
    Optional<Refusal.Missing> missing = terms.reasonMissing();
    if (missing.isPresent()) {
      return Optional.of(missing.get());
    }
    return act(
        Action.SUBMIT, by, Map.of("round", round, "reason", terms.reason()), () -> wrote(by));
  }

  public Optional<Refusal> passDepartment(By by, String opinion) {
    return pass(Action.PASS_DEPARTMENT, by, opinion, () -> checker = by.account());
  }

  public Optional<Refusal> passLegal(By by, String opinion) {
    return pass(Action.PASS_LEGAL, by, opinion, () -> legal = by.account());
  }

  /**
   * @param on first day on which it holds, not before today
   * @param withDefaults of a delegation: see {@link Terms}
   */
  public Optional<Refusal> approve(
      By by, LocalDate on, LocalDate today, boolean withDefaults, String opinion) {
    if (on.isBefore(today)) {
      return Optional.of(new Refusal.Missing("effective_on", "生效日期不能早于今天。"));
    }
    if (on.isAfter(today.plusYears(2))) {
      return Optional.of(new Refusal.Missing("effective_on", "生效日期请在两年以内。"));
    }
    Map<String, Object> payload = new LinkedHashMap<>(said(opinion));
    payload.put("effective_on", on.toString());
    return guarded(
        Action.APPROVE,
        by,
        payload,
        () -> {
          approver = by.account();
          effectiveOn = on;
          terms = terms.decided(withDefaults);
        });
  }

  /** Sends it back to the author with what is wrong where. */
  public Optional<Refusal> sendBack(By by, List<Mark> wrong) {
    if (wrong.isEmpty()) {
      return Optional.of(new Refusal.Missing("reason", "请写明退回的理由，可以逐处写。"));
    }
    for (Mark mark : wrong) {
      if (mark.reason().strip().length() < 2) {
        return Optional.of(new Refusal.Missing("reason", "请写明“%s”为什么要改。".formatted(mark.label())));
      }
    }
    return guarded(
        Action.RETURN,
        by,
        Map.of("reason", wrong.getFirst().reason(), "places", wrong.size()),
        () -> back(wrong));
  }

  public Optional<Refusal> withdraw(By by, String reason) {
    return act(Action.WITHDRAW, by, said(reason), () -> back(List.of()));
  }

  public Optional<Refusal> discard(By by, String reason) {
    return act(Action.DISCARD, by, said(reason), () -> {});
  }

  /**
   * The day has come and the change is in the catalogue.
   *
   * @param made the version that came of it; null when none did
   */
  public Optional<Refusal> publish(By by, @Nullable UUID made) {
    return act(
        Action.PUBLISH,
        by,
        made == null ? Map.of() : Map.of("version", made.toString()),
        () -> publishedVersion = made);
  }

  /**
   * The day has come but the change cannot be made; the author reads why.
   *
   * @param present version in force, from which the author goes on; null when there is none
   */
  public Optional<Refusal> fail(By by, List<Mark> wrong, @Nullable UUID present) {
    return act(
        Action.FAIL,
        by,
        Map.of("reason", wrong.getFirst().reason(), "places", wrong.size()),
        () -> {
          back(wrong);
          baseVersion = present;
        });
  }

  /** Of a take-over: the day has come and the body has not filled in its part. */
  public Optional<Refusal> beginWithDefaults(By by, UUID made) {
    return act(
        Action.BEGIN_WITH_DEFAULTS,
        by,
        Map.of("version", made.toString()),
        () -> publishedVersion = made);
  }

  /** Of a take-over: the delegation that it answers was stopped. */
  public Optional<Refusal> stop(By by) {
    return act(Action.STOP, by, Map.of(), () -> {});
  }

  private Optional<Refusal> pass(Action action, By by, String opinion, Runnable change) {
    return guarded(action, by, said(opinion), change);
  }

  private static Map<String, Object> said(String opinion) {
    return opinion.isBlank() ? Map.of() : Map.of("opinion", opinion.strip());
  }

  private void wrote(By by) {
    if (by.account() != null) {
      var all = new LinkedHashSet<>(writers);
      all.add(by.account());
      writers = Collections.unmodifiableSet(all);
    }
  }

  private void back(List<Mark> wrong) {
    marks.addAll(wrong);
    sentBackFrom = state;
    checker = null;
    legal = null;
    approver = null;
    effectiveOn = null;
    round++;
  }

  /** Four eyes: each of the three who look at it is somebody else, and none of them wrote it. */
  private Optional<Refusal> guarded(
      Action action, By by, Map<String, Object> payload, Runnable change) {
    UUID me = by.account();
    if (LifeCycle.find(state, action, by.party()).isPresent() && me != null) {
      String earlier =
          writers.contains(me)
              ? "编写过这张修订单"
              : me.equals(checker) && by.party() != Party.CHECKER
                  ? "作过部门审核"
                  : me.equals(legal) && by.party() != Party.LEGAL ? "作过合法性审核" : null;
      if (earlier != null) {
        return Optional.of(new Refusal.SamePerson(earlier));
      }
    }
    return act(action, by, payload, change);
  }

  private Optional<Refusal> act(
      Action action, By by, Map<String, Object> payload, Runnable change) {
    var row = LifeCycle.find(state, action, by.party());
    if (row.isEmpty()) {
      return Optional.of(
          new Refusal.NotNow(state, action, LifeCycle.allowed(state, Set.of(by.party()))));
    }
    Map<String, Object> said = new LinkedHashMap<>(payload);
    said.put("item", item);
    said.put("name", name);
    said.put("purpose", purpose.name());
    said.put("to", row.get().to().name());
    change.run();
    state = row.get().to();
    changedAt = by.at();
    changedBy = by.actor().name();
    happenings.add(new Happening(action, by.actor(), Collections.unmodifiableMap(said)));
    return Optional.empty();
  }

  List<Happening> happenings() {
    return happenings;
  }

  List<Mark> marks() {
    return marks;
  }

  /** The state in which the marks were made. */
  State sentBackFrom() {
    return sentBackFrom;
  }

  public UUID id() {
    return id;
  }

  /** As people write it, e.g. 修订〔2026〕12 号. */
  public String number() {
    return number(serial, createdAt);
  }

  public static String number(long serial, Instant createdAt) {
    return "修订〔%s〕%d 号".formatted(Days.year(createdAt), serial);
  }

  public Purpose purpose() {
    return purpose;
  }

  /** Id of the item that it makes or changes. */
  public String item() {
    return item;
  }

  /** Id of the lead that the item follows; null for a lead. */
  public @Nullable String lead() {
    return lead;
  }

  public String department() {
    return department;
  }

  public String division() {
    return division;
  }

  public @Nullable UUID parent() {
    return parent;
  }

  public @Nullable UUID baseVersion() {
    return baseVersion;
  }

  public @Nullable UUID author() {
    return author;
  }

  public String authorName() {
    return authorName;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public String name() {
    return name;
  }

  public State state() {
    return state;
  }

  /** The item's document as it would be published; not to be changed. */
  public Map<String, Object> content() {
    return content;
  }

  public Terms terms() {
    return terms;
  }

  public @Nullable LocalDate effectiveOn() {
    return effectiveOn;
  }

  public Set<UUID> writers() {
    return writers;
  }

  public int round() {
    return round;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public String changedBy() {
    return changedBy;
  }

  public @Nullable UUID publishedVersion() {
    return publishedVersion;
  }

  public int version() {
    return version;
  }

  /** Whether somebody acted on it as checker, legal checker or approver. */
  public boolean passedBy(UUID account) {
    return Objects.equals(account, checker)
        || Objects.equals(account, legal)
        || Objects.equals(account, approver);
  }
}
