// long: every verb of a case stands here, so that nothing else can change one; a third are readers
package org.yongtong.casework.file;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.directory.Department;
import org.yongtong.journal.Actor;

/**
 * A case (办件). It changes only through its verbs; each verb holds the life cycle's table against
 * the present state and notes what happened. {@link CaseFiles#save} then writes state, journal and
 * due date together.
 */
public final class CaseFile {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  final UUID id;
  final String number;
  final UUID draft;
  final UUID itemVersion;
  final String taskCode;
  final String itemName;
  final String itemKind;
  String department;
  final String division;
  final Channel channel;
  final @Nullable UUID intakeBy;
  final Applying applicant;
  final int legalDays;
  int promisedDays;
  final Instant submittedAt;

  State state;
  @Nullable String outcome;
  int round;
  int extensionDays;
  boolean extensionAsked;
  boolean questionOpen;
  List<String> specialRunning = List.of();
  @Nullable LocalDate specialDueOn;
  boolean stopped;
  Deferred deferred = Deferred.NONE;
  int reviewRound;
  List<ReviewStep> steps = List.of();
  List<ReviewStep> savedSteps = List.of();
  List<String> readers = List.of();
  List<String> consulted = List.of();
  @Nullable LocalDate consultDueOn;
  boolean brokenOff;
  @Nullable String holder;
  String holderName = "";
  List<UUID> opinionBy = List.of();
  @Nullable LocalDate acceptedOn;
  @Nullable LocalDate decidedOn;
  @Nullable LocalDate closedOn;
  @Nullable LocalDate dueOn;
  CaseClock.Kind dueKind = CaseClock.Kind.NONE;
  @Nullable LocalDate legalDueOn;
  @Nullable UUID acceptor;
  @Nullable UUID reviewer;
  @Nullable UUID decider;
  Instant changedAt;
  int version;

  private final List<Happening> happenings = new ArrayList<>();

  /** Where the application came in. */
  public enum Channel {
    ONLINE("网上"),
    WINDOW("窗口");

    private final String word;

    Channel(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** A verb that was carried out and is not yet saved. */
  record Happening(
      Action action,
      Actor actor,
      Instant at,
      Map<String, Object> payload,
      @Nullable ClockEvent event) {}

  CaseFile(
      UUID id,
      String number,
      UUID draft,
      UUID itemVersion,
      String taskCode,
      String itemName,
      String itemKind,
      String department,
      String division,
      Channel channel,
      @Nullable UUID intakeBy,
      Applying applicant,
      int legalDays,
      int promisedDays,
      Instant submittedAt,
      State state) {
    this.id = id;
    this.number = number;
    this.draft = draft;
    this.itemVersion = itemVersion;
    this.taskCode = taskCode;
    this.itemName = itemName;
    this.itemKind = itemKind;
    this.department = department;
    this.division = division;
    this.channel = channel;
    this.intakeBy = intakeBy;
    this.applicant = applicant;
    this.legalDays = legalDays;
    this.promisedDays = promisedDays;
    this.submittedAt = submittedAt;
    this.state = state;
    this.round = 1;
    this.changedAt = submittedAt;
  }

  /** A new case, received today. */
  static CaseFile submitted(NewCase order, UUID id, String number, Clock clock) {
    Instant now = clock.instant();
    var file =
        new CaseFile(
            id,
            number,
            order.draft(),
            order.item().version(),
            order.item().taskCode(),
            order.item().name(),
            order.item().kind().name(),
            order.assignment().department(),
            order.item().division(),
            order.channel(),
            order.intakeBy(),
            order.applicant(),
            order.item().limits().legalDays(),
            order.assignment().promisedDays(),
            now,
            State.SUBMITTED);
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("number", number);
    payload.put("task_code", order.item().taskCode());
    payload.put("item_version", order.item().version().toString());
    payload.put("channel", order.channel().name());
    payload.put("round", 1);
    payload.put("content_sm3", order.contentDigest());
    Department routed = order.assignment().routed();
    if (routed != null) {
      payload.put("routed_to", routed.name());
      payload.put("routed_by", order.assignment().rule());
    }
    file.happenings.add(
        new Happening(
            Action.SUBMIT, order.actor(), now, payload, new ClockEvent.Received(day(now))));
    return file;
  }

  // ---- verbs
  // -----------------------------------------------------------------------------------------------------------

  public Optional<Refusal> accept(By by) {
    return accept(by, Map.of());
  }

  /**
   * @param later papers that were promised for later, each with its last day; empty for none
   */
  public Optional<Refusal> accept(By by, Map<String, LocalDate> later) {
    return act(
        Action.ACCEPT,
        by,
        Deferred.payload(later),
        now -> {
          acceptor = by.account();
          acceptedOn = day(now);
          return new ClockEvent.Accepted(day(now));
        });
  }

  /**
   * 行政许可法 §32(1)4: not told within five working days, accepted from the day the papers were
   * received.
   */
  public Optional<Refusal> deemAccepted(By system, LocalDate received) {
    return deemAccepted(system, received, Map.of());
  }

  public Optional<Refusal> deemAccepted(
      By system, LocalDate received, Map<String, LocalDate> later) {
    return act(
        Action.DEEM_ACCEPTED,
        system,
        Deferred.payload(later),
        now -> {
          acceptedOn = received;
          return new ClockEvent.Accepted(received);
        });
  }

  public Optional<Refusal> requireCorrection(By by, int marks) {
    return act(
        Action.REQUIRE_CORRECTION,
        by,
        Map.of("marks", marks, "round", round),
        now -> {
          acceptor = by.account();
          return new ClockEvent.CorrectionRequired(day(now));
        });
  }

  /**
   * @param promised working days promised for the corrected answers; nobody has been told others,
   *     because that is done by accepting
   */
  public Optional<Refusal> correct(By by, String contentDigest, int promised) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("round", round + 1);
    payload.put("content_sm3", contentDigest);
    if (promised != promisedDays) {
      payload.put("promised_days", promised);
    }
    return act(
        Action.CORRECT,
        by,
        payload,
        now -> {
          round++;
          promisedDays = promised;
          return new ClockEvent.Received(day(now));
        });
  }

  /** To the department that the corrected answers name; the acceptance clock runs on. */
  public Optional<Refusal> redirect(By by, AssignCase.Elsewhere to) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("handed_from", to.from());
    payload.put("routed_to", to.name());
    if (to.rule() != null) {
      payload.put("routed_by", to.rule());
    }
    return act(
        Action.REDIRECT,
        by,
        payload,
        now -> {
          department = to.department();
          holder = null; // whoever had taken it works elsewhere
          holderName = "";
          return null;
        });
  }

  public Optional<Refusal> refuseAcceptance(By by, NonAcceptance reason) {
    return act(
        Action.REFUSE_ACCEPTANCE, by, Map.of("reason", reason.name()), now -> close(now, by, true));
  }

  public Optional<Refusal> ask(By by) {
    if (questionOpen) {
      return Optional.of(new Refusal.Rule("还有一个询问没有得到答复，请等申请人答复后再提出。"));
    }
    return act(
        Action.ASK,
        by,
        Map.of(),
        now -> {
          questionOpen = true;
          return null;
        });
  }

  public Optional<Refusal> answer(By by) {
    if (!questionOpen) {
      return Optional.of(new Refusal.Rule("目前没有需要答复的询问。"));
    }
    return act(
        Action.ANSWER,
        by,
        Map.of(),
        now -> {
          questionOpen = false;
          return null;
        });
  }

  /** The review begins: levels of the first order open. Called once, whoever accepted the case. */
  void beginReview(
      List<ServiceItem.Review> levels, Instant now, java.util.function.Supplier<UUID> keys) {
    reviewRound = 1;
    steps = Levels.begin(levels, department, now, keys);
    readers = readersNow();
  }

  /** Of the only level there is. */
  public Optional<Refusal> giveOpinion(By by, boolean recommend, String text) {
    return giveOpinion(by, null, recommend, text);
  }

  /**
   * The case goes to the decider with the opinion of the last level; nobody gives two in one round.
   *
   * @param level that the opinion is of, null for an item with one level
   */
  public Optional<Refusal> giveOpinion(
      By by, @Nullable ReviewStep level, boolean recommend, String text) {
    if (!specialRunning.isEmpty()) {
      return Optional.of(specialStillRuns("提出审查意见"));
    }
    if (opinionBy.stream().anyMatch(by::is)) {
      return Optional.of(new Refusal.SecondOpinion());
    }
    if (level == null ? !levels().isEmpty() : !levels().contains(level) || !level.open()) {
      return Optional.of(new Refusal.Rule("这一级审查现在没有轮到，或者意见已经提出。"));
    }
    List<ReviewStep> after =
        level == null ? List.of() : Levels.give(levels(), level, by, recommend, text);
    boolean last = Levels.over(after);
    if (last && !consulted.isEmpty()) {
      return Optional.of(new Refusal.Rule("征求的意见还没有答复，不能提出最后一级审查意见。请等答复，或者写明理由撤回征求意见。"));
    }
    Map<String, Object> payload = new LinkedHashMap<>();
    if (level != null) {
      payload.put("review_level", level.name());
    }
    payload.put("recommend", recommend ? "approve" : "refuse");
    payload.put("opinion", text);
    return act(
        last ? Action.GIVE_OPINION : Action.PASS_LEVEL,
        by,
        payload,
        now -> {
          reviewer = by.account();
          opinionBy = Stream.concat(opinionBy.stream(), by.people()).distinct().toList();
          steps = Stream.concat(past().stream(), after.stream()).toList();
          readers = readersNow();
          if (level == null || level.department().equals(department)) {
            release(); // the next level is somebody else's; another department's changes nothing
          }
          return null;
        });
  }

  public Optional<Refusal> sendBack(By by, String reason) {
    return sendBack(by, null, reason, UUID::randomUUID);
  }

  /**
   * @param level to which it goes back: it and those after it are done anew, the opinions before
   *     stand; null = all anew
   */
  public Optional<Refusal> sendBack(
      By by, @Nullable ReviewStep level, String reason, java.util.function.Supplier<UUID> keys) {
    Map<String, Object> payload = new LinkedHashMap<>();
    if (level != null) {
      payload.put("review_level", level.name());
    }
    payload.put("reason", reason);
    return act(
        Action.RETURN,
        by,
        payload,
        now -> {
          List<ReviewStep> next = Levels.again(levels(), Optional.ofNullable(level), now, keys);
          reviewer = null;
          opinionBy =
              next.stream().map(ReviewStep::doneBy).filter(java.util.Objects::nonNull).toList();
          steps = Stream.concat(steps.stream(), next.stream()).toList();
          reviewRound++;
          readers = readersNow();
          return null;
        });
  }

  /** 行政许可法 §26(2): another department is asked; the clock for the decision goes on. */
  public Optional<Refusal> consult(By by, Consult asked, Map<String, Object> payload) {
    if (asked.department().equals(department)) {
      return Optional.of(new Refusal.Missing("department", "不能向承办部门自己征求意见。"));
    }
    if (consulted.contains(asked.department())) {
      return Optional.of(new Refusal.Missing("department", "正在征求这个部门的意见，还没有答复，不能重复征求。"));
    }
    return act(
        Action.CONSULT,
        by,
        payload,
        now -> {
          consulted = Stream.concat(consulted.stream(), Stream.of(asked.department())).toList();
          LocalDate due = asked.dueOn();
          if (due != null && (consultDueOn == null || due.isBefore(consultDueOn))) {
            consultDueOn = due;
          }
          return null;
        });
  }

  /**
   * Answered, returned as not theirs, or recalled.
   *
   * @param next when the first of the others is due, or null
   */
  public Optional<Refusal> closeConsult(
      By by, Action how, String asked, @Nullable LocalDate next, Map<String, Object> payload) {
    if (!consulted.contains(asked)) {
      return Optional.of(new Refusal.Rule("这个征求意见已经答复或者撤回。"));
    }
    return act(
        how,
        by,
        payload,
        now -> {
          consulted = consulted.stream().filter(each -> !each.equals(asked)).toList();
          consultDueOn = next;
          return null;
        });
  }

  /**
   * Taken by oneself, or given by the head or a colleague; of one person at a time.
   *
   * @param how {@link Action#TAKE}, {@link Action#ASSIGN} or {@link Action#HAND_OVER}
   */
  public Optional<Refusal> hold(
      By by, Action how, String login, String name, Map<String, Object> payload) {
    if (login.equals(holder)) {
      return Optional.of(new Refusal.Rule("这个办件已经由%s承办。".formatted(holderName)));
    }
    if (how == Action.TAKE && holder != null) {
      return Optional.of(new Refusal.Rule("这个办件已经由%s领取。".formatted(holderName)));
    }
    return act(
        how,
        by,
        payload,
        now -> {
          holder = login;
          holderName = name;
          return null;
        });
  }

  public Optional<Refusal> putBack(By by, String reason) {
    if (holder == null) {
      return Optional.of(new Refusal.Rule("这个办件没有人领取。"));
    }
    return act(
        Action.PUT_BACK,
        by,
        Map.of("reason", reason),
        now -> {
          release();
          return null;
        });
  }

  private void release() {
    holder = null;
    holderName = "";
  }

  private List<ReviewStep> past() {
    return steps.stream().filter(step -> step.round() < reviewRound).toList();
  }

  /** Other departments whose level was opened: they read the case until it is closed. */
  private List<String> readersNow() {
    return steps.stream()
        .filter(step -> step.openedAt() != null)
        .map(ReviewStep::department)
        .filter(each -> !each.equals(department))
        .distinct()
        .toList();
  }

  /**
   * 行政许可法 §42(1): once, at most ten working days, approved by the head, the applicant is told why.
   */
  public Optional<Refusal> requestExtension(By by, int workdays, String reason) {
    if (extensionDays > 0) {
      return Optional.of(new Refusal.Rule("这个办件已经延长过一次期限，不能再次延长（行政许可法第四十二条）。"));
    }
    if (extensionAsked) {
      return Optional.of(new Refusal.Rule("延长期限的申请正在等待机关负责人批准。"));
    }
    if (stopped) {
      return Optional.of(clockStands("申请延长期限"));
    }
    if (workdays < 1 || workdays > CaseClock.EXTENSION_DAYS) {
      return Optional.of(
          new Refusal.Missing(
              "days", "延长的期限为 1 到 %d 个工作日（行政许可法第四十二条）。".formatted(CaseClock.EXTENSION_DAYS)));
    }
    return act(
        Action.REQUEST_EXTENSION,
        by,
        Map.of("days", workdays, "reason", reason),
        now -> {
          extensionAsked = true;
          return null;
        });
  }

  public Optional<Refusal> decideExtension(By by, boolean approved, int workdays, String reason) {
    if (!extensionAsked) {
      return Optional.of(new Refusal.Rule("目前没有等待批准的延长申请。"));
    }
    if (approved && stopped) {
      return Optional.of(clockStands("批准延长期限"));
    }
    return act(
        approved ? Action.APPROVE_EXTENSION : Action.REJECT_EXTENSION,
        by,
        approved ? Map.of("days", workdays, "reason", reason) : Map.of("reason", reason),
        now -> {
          extensionAsked = false;
          if (!approved) {
            return null;
          }
          extensionDays = workdays;
          return new ClockEvent.Extended(day(now), workdays);
        });
  }

  /** 行政许可法 §45: from today on the time of the procedure does not count, where the item says so. */
  public Optional<Refusal> startSpecial(By by, Procedure.Order order) {
    if (specialRunning.contains(order.name())) {
      return Optional.of(new Refusal.Rule("“%s”正在进行，还没有登记结果，不能重复启动。".formatted(order.name())));
    }
    return act(
        Action.START_SPECIAL,
        by,
        order.payload(),
        now -> {
          specialRunning = Stream.concat(specialRunning.stream(), Stream.of(order.name())).toList();
          return order.stops()
              ? new ClockEvent.Stopped(day(now), order.id(), order.days())
              : new ClockEvent.Alongside(day(now), order.id(), order.days());
        });
  }

  /** Once, and by no more than was planned at first; the applicant is told again. */
  public Optional<Refusal> prolongSpecial(By by, Procedure procedure, int workdays, String reason) {
    if (procedure.endedOn() != null) {
      return Optional.of(new Refusal.Rule("“%s”已经结束。".formatted(procedure.name())));
    }
    if (procedure.prolongedDays() > 0) {
      return Optional.of(new Refusal.Rule("“%s”已经延长过一次，不能再次延长。".formatted(procedure.name())));
    }
    if (workdays < 1 || workdays > procedure.days()) {
      return Optional.of(
          new Refusal.Missing("days", "延长 1 到 %d 个工作日，不超过原来的计划时间。".formatted(procedure.days())));
    }
    return act(
        Action.PROLONG_SPECIAL,
        by,
        procedure.prolonged(workdays, reason),
        now -> new ClockEvent.Prolonged(day(now), procedure.id(), workdays));
  }

  /** The clock runs on from today when no other procedure stops it. */
  public Optional<Refusal> endSpecial(
      By by, Procedure procedure, Procedure.Result result, String text) {
    if (procedure.endedOn() != null) {
      return Optional.of(new Refusal.Rule("“%s”的结果已经登记过。".formatted(procedure.name())));
    }
    return act(
        Action.END_SPECIAL,
        by,
        procedure.ended(result, text),
        now -> {
          specialRunning =
              specialRunning.stream().filter(name -> !name.equals(procedure.name())).toList();
          return new ClockEvent.Resumed(day(now), procedure.id());
        });
  }

  private Refusal specialStillRuns(String what) {
    return new Refusal.Rule(
        "特别程序“%s”还没有结束，不能%s。请先登记特别程序的结果。".formatted(String.join("”“", specialRunning), what));
  }

  private Refusal clockStands(String what) {
    return new Refusal.Rule(
        "特别程序“%s”期间办理期限已经停止计算，不能%s；特别程序结束后期限仍然不够的，再办理延长（行政许可法第四十二条、第四十五条）。"
            .formatted(String.join("”“", specialRunning), what));
  }

  /** Four eyes: who gave the opinion cannot decide. */
  public Optional<Refusal> decide(By by, boolean approved, String grounds) {
    if ((reviewer != null && by.is(reviewer)) || opinionBy.stream().anyMatch(by::is)) {
      return Optional.of(new Refusal.SamePerson());
    }
    if (!specialRunning.isEmpty()) {
      return Optional.of(specialStillRuns("作出决定"));
    }
    if (approved && deferred.holdsDecision()) {
      return Optional.of(deferred.notYet("准予"));
    }
    return act(
        approved ? Action.APPROVE : Action.REFUSE,
        by,
        Map.of("grounds", grounds),
        now -> {
          decider = by.account();
          outcome = approved ? "APPROVED" : "REFUSED";
          decidedOn = day(now);
          extensionAsked = false;
          questionOpen = false;
          return new ClockEvent.Decided(day(now));
        });
  }

  public Optional<Refusal> deliver(By by, String way, String receiver) {
    if (state == State.APPROVED && deferred.outstanding()) {
      return Optional.of(deferred.notYet("送达结果"));
    }
    return act(
        Action.DELIVER, by, Map.of("way", way, "receiver", receiver), now -> close(now, by, false));
  }

  public Optional<Refusal> withdraw(By by, String reason) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("reason", reason);
    if (!specialRunning.isEmpty()) {
      payload.put("special_broken_off", specialRunning);
    }
    return act(Action.WITHDRAW, by, payload, now -> close(now, by, false));
  }

  // ---- deferred papers (容缺后补); what is left of them is counted anew with each saving

  /**
   * @param digest SM3 of the promise as it was shown
   */
  public Optional<Refusal> promiseLater(By by, List<Deferral> papers, String digest) {
    return act(
        Action.PROMISE_LATER,
        by,
        Deferred.promise(papers, digest),
        now -> {
          deferred = Deferred.PROMISE;
          return null;
        });
  }

  public Optional<Refusal> handInLater(By by, Deferral paper, int count) {
    return paper
        .refusesHandIn(day(by.at()))
        .or(() -> act(Action.HAND_IN_LATER, by, paper.handedIn(count), now -> null));
  }

  public Optional<Refusal> confirmLater(By by, Deferral paper) {
    return paper.refusesCheck().or(() -> act(Action.CONFIRM_LATER, by, paper.named(), now -> null));
  }

  public Optional<Refusal> returnLater(By by, Deferral paper, List<String> wrong) {
    return paper
        .refusesCheck()
        .or(() -> act(Action.RETURN_LATER, by, paper.returned(wrong), now -> null));
  }

  /** The promise is broken; the mark goes on with the journal. */
  public Optional<Refusal> missLater(By system, List<Deferral> missed) {
    return act(Action.MISS_LATER, system, Deferred.missed(missed, state), now -> null);
  }

  /** Treated as withdrawn, as the promise said. */
  public Optional<Refusal> lapse(By system, String reason) {
    return act(Action.LAPSE, system, Map.of("reason", reason), now -> close(now, system, false));
  }

  /** The department ends what can no longer be approved, or the certificate has been taken back. */
  public Optional<Refusal> terminate(By by, String reason) {
    if (deferred.stage() != Deferred.Stage.MISSED) {
      return Optional.of(new Refusal.Rule("没有逾期未补的容缺材料，不能终止办理。"));
    }
    if (by.account() != null && by.account().equals(reviewer)) {
      return Optional.of(new Refusal.SamePerson());
    }
    return act(Action.TERMINATE, by, Map.of("reason", reason), now -> close(now, by, false));
  }

  private ClockEvent close(Instant now, By by, boolean byWindow) {
    closedOn = day(now);
    questionOpen = false;
    extensionAsked = false;
    specialRunning = List.of();
    readers = List.of();
    brokenOff = !consulted.isEmpty();
    consulted = List.of();
    consultDueOn = null;
    if (byWindow) {
      acceptor = by.account();
    }
    return new ClockEvent.Closed(day(now));
  }

  private Optional<Refusal> act(Action action, By by, Map<String, Object> payload, Effect effect) {
    var row = LifeCycle.find(state, action, by.as());
    if (row.isEmpty()) {
      return Optional.of(
          new Refusal.NotNow(state, action, LifeCycle.allowed(state, java.util.Set.of(by.as()))));
    }
    Instant now = by.at();
    ClockEvent event = effect.on(now);
    if (state != row.get().to()) {
      release(); // the next step is somebody else's
    }
    state = row.get().to();
    changedAt = now;
    Map<String, Object> full = new LinkedHashMap<>(payload);
    full.put("to", state.name());
    if (event instanceof ClockEvent.Accepted accepted) {
      full.put("on", accepted.on().toString());
    }
    happenings.add(new Happening(action, by.actor(), now, full, event));
    return Optional.empty();
  }

  private interface Effect {
    @Nullable ClockEvent on(Instant now);
  }

  /**
   * Who acts, in which capacity, when. {@code account} is null for the system.
   *
   * @param absent account of the colleague whose work it is, while he is away
   */
  public record By(
      Party as, @Nullable UUID account, @Nullable UUID absent, Actor actor, Instant at) {

    public By(Party as, @Nullable UUID account, Actor actor, Instant at) {
      this(as, account, null, actor, at);
    }

    /** Whether this person acts, or acts through somebody else. */
    boolean is(UUID person) {
      return person.equals(account) || person.equals(absent);
    }

    Stream<UUID> people() {
      return Stream.of(account, absent).filter(java.util.Objects::nonNull);
    }
  }

  List<Happening> happenings() {
    return happenings;
  }

  static LocalDate day(Instant at) {
    return at.atZone(BEIJING).toLocalDate();
  }

  // ---- what others may read
  // --------------------------------------------------------------------------------------------

  public UUID id() {
    return id;
  }

  public String number() {
    return number;
  }

  public UUID draft() {
    return draft;
  }

  public UUID itemVersion() {
    return itemVersion;
  }

  public String taskCode() {
    return taskCode;
  }

  public String itemName() {
    return itemName;
  }

  public boolean permit() {
    return itemKind.equals("PERMIT");
  }

  public String department() {
    return department;
  }

  public String division() {
    return division;
  }

  public Channel channel() {
    return channel;
  }

  public @Nullable UUID intakeBy() {
    return intakeBy;
  }

  public Applying applicant() {
    return applicant;
  }

  public int legalDays() {
    return legalDays;
  }

  public int promisedDays() {
    return promisedDays;
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  public State state() {
    return state;
  }

  public boolean approved() {
    return "APPROVED".equals(outcome);
  }

  public boolean refused() {
    return "REFUSED".equals(outcome);
  }

  public int round() {
    return round;
  }

  public int extensionDays() {
    return extensionDays;
  }

  public boolean extensionAsked() {
    return extensionAsked;
  }

  public boolean questionOpen() {
    return questionOpen;
  }

  /** Names of the special procedures that run now. */
  public List<String> specialRunning() {
    return specialRunning;
  }

  /** The earliest planned end among them, null when none runs. */
  public @Nullable LocalDate specialDueOn() {
    return specialDueOn;
  }

  /** A special procedure stops the clock for the decision (行政许可法 §45). */
  public boolean stopped() {
    return stopped;
  }

  /** What is left of the papers that were promised for later. */
  public Deferred deferred() {
    return deferred;
  }

  /** The levels of the present round of the review; empty for an item with one level. */
  public List<ReviewStep> levels() {
    return steps.stream().filter(step -> step.round() == reviewRound).toList();
  }

  /** Levels that this department can give its opinion on now. */
  public List<ReviewStep> openLevels(@Nullable String of) {
    return state != State.IN_REVIEW
        ? List.of()
        : levels().stream().filter(step -> step.open() && step.department().equals(of)).toList();
  }

  /** Levels of all rounds, in order. */
  public List<ReviewStep> allLevels() {
    return steps;
  }

  List<ReviewStep> changedSteps() {
    return steps.stream().filter(step -> !savedSteps.contains(step)).toList();
  }

  /** Departments whose level is open. */
  List<String> levelsOpen() {
    return state != State.IN_REVIEW
        ? List.of()
        : levels().stream()
            .filter(ReviewStep::open)
            .map(ReviewStep::department)
            .distinct()
            .toList();
  }

  /** Other departments that take part in the review. */
  public List<String> readers() {
    return readers;
  }

  /** Departments whose opinion is asked now. */
  public List<String> consulted() {
    return consulted;
  }

  /** When the first of their answers is due. */
  public @Nullable LocalDate consultDueOn() {
    return consultDueOn;
  }

  /** Login of who has taken the case for its present step; null while it lies in the pool. */
  public @Nullable String holder() {
    return holder;
  }

  public String holderName() {
    return holderName;
  }

  /** Whether this person gave an opinion in this round. */
  public boolean gaveOpinion(UUID person) {
    return person.equals(reviewer) || opinionBy.contains(person);
  }

  public @Nullable LocalDate acceptedOn() {
    return acceptedOn;
  }

  public @Nullable LocalDate decidedOn() {
    return decidedOn;
  }

  public @Nullable LocalDate closedOn() {
    return closedOn;
  }

  public @Nullable LocalDate dueOn() {
    return dueOn;
  }

  public CaseClock.Kind dueKind() {
    return dueKind;
  }

  public @Nullable LocalDate legalDueOn() {
    return legalDueOn;
  }

  public @Nullable UUID acceptor() {
    return acceptor;
  }

  public @Nullable UUID reviewer() {
    return reviewer;
  }

  public @Nullable UUID decider() {
    return decider;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public int version() {
    return version;
  }
}
