package org.yongtong.casework.extra;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Act;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.Ids;
import org.yongtong.platform.code.CaseNumber;
import org.yongtong.platform.file.FileStore;
import org.yongtong.platform.file.FileType;
import org.yongtong.platform.file.PutResult;
import org.yongtong.platform.file.StoredFile;

/** Takes a report in, from anybody, with or without a name. */
@Component
class ReportExtraDemand {

  static final String SUBJECT = "extra_demand";
  static final List<String> WAYS = List.of("窗口", "网上", "电话", "现场核查", "其他");
  static final long MOST_BYTES = 20L << 20;

  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LONGEST_NAME = 120;

  private final ExtraDemands demands;
  private final CaseFiles cases;
  private final FileStore store;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ReportExtraDemand(
      ExtraDemands demands,
      CaseFiles cases,
      FileStore store,
      Journal journal,
      TransactionTemplate transaction,
      Clock clock) {
    this.demands = demands;
    this.cases = cases;
    this.store = store;
    this.journal = journal;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** As typed. */
  record Form(String what, String who, String way, String on, String caseNumber, String contact) {

    static final Form EMPTY = new Form("", "", "", "", "", "");
  }

  /** A file as sent. */
  record Sent(String name, InputStream content) {}

  /** What came of it. */
  sealed interface Result {
    record Received(ExtraDemand demand) implements Result {}

    /**
     * @param problems field → message
     */
    record Wrong(Map<String, String> problems) implements Result {}
  }

  Result report(ServiceItem item, Form form, @Nullable Sent sent, @Nullable SignedIn me)
      throws IOException {
    Map<String, String> problems = problems(form);
    StoredFile evidence = null;
    if (sent != null && problems.isEmpty()) {
      switch (store.put(sent.content(), MOST_BYTES, EnumSet.allOf(FileType.class))) {
        case PutResult.Refused(var ignored, String message) ->
            problems.put("evidence", message + "。");
        case PutResult.Stored(var file) -> evidence = file;
      }
    }
    if (!problems.isEmpty()) {
      return new Result.Wrong(problems);
    }
    ExtraDemand demand = demand(item, form, evidence, sent, me);
    transaction.executeWithoutResult(
        status -> {
          demands.add(demand);
          record(demand, me);
        });
    return new Result.Received(demand);
  }

  private ExtraDemand demand(
      ServiceItem item,
      Form form,
      @Nullable StoredFile evidence,
      @Nullable Sent sent,
      @Nullable SignedIn me) {
    String number = form.caseNumber.strip().toUpperCase(Locale.ROOT);
    Optional<CaseFile> about =
        number.isEmpty()
            ? Optional.empty()
            : cases.findByNumber(number).filter(file -> file.taskCode().equals(item.taskCode()));
    return new ExtraDemand(
        Ids.next(clock),
        number(),
        item.version(),
        item.taskCode(),
        item.name(),
        item.department(),
        item.division(),
        about.map(CaseFile::id).orElse(null),
        number.isEmpty() ? null : number,
        me == null || me.staff() ? null : me.account(),
        new ExtraDemand.Told(
            form.what.strip(),
            form.who.strip(),
            form.way,
            LocalDate.parse(form.on.strip()),
            form.contact.strip()),
        evidence == null ? null : evidence.hash(),
        evidence == null || sent == null ? null : name(sent.name(), evidence),
        DemandState.OPEN,
        clock.instant(),
        null,
        null,
        null,
        null,
        null,
        0);
  }

  /** Cannot be guessed, for whoever has it may read how the report goes. */
  private String number() {
    var tail = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      tail.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return "JB" + LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE) + tail;
  }

  private static String name(String original, StoredFile file) {
    String bare =
        original
            .substring(Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1)
            .replaceAll("\\p{Cntrl}", "")
            .strip();
    String name = bare.isEmpty() ? "证据" + file.type().extension() : bare;
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }

  private Map<String, String> problems(Form form) {
    Map<String, String> problems = new LinkedHashMap<>();
    int length = form.what.strip().length();
    if (length < 5) {
      problems.put("what", "请写明额外要求了什么（不少于 5 个字）。");
    } else if (length > 1000) {
      problems.put("what", "请控制在 1000 字以内，现在是 %d 字。".formatted(length));
    }
    if (form.who.strip().length() > 100) {
      problems.put("who", "请控制在 100 字以内。");
    }
    if (!WAYS.contains(form.way)) {
      problems.put("way", "请选择是在哪里提出的。");
    }
    day(form.on)
        .ifPresentOrElse(
            day -> {
              if (day.isAfter(LocalDate.now(clock))) {
                problems.put("on", "日期不能晚于今天。");
              } else if (day.isBefore(LocalDate.now(clock).minusYears(3))) {
                problems.put("on", "只受理三年以内的举报。");
              }
            },
            () -> problems.put("on", "请选择是哪一天。"));
    String number = form.caseNumber.strip().toUpperCase(Locale.ROOT);
    if (!number.isEmpty() && CaseNumber.problem(number) != null) {
      problems.put("caseNumber", "办件编号不对，请按收件凭证填写；不记得的可以不填。");
    }
    if (form.contact.strip().length() > 100) {
      problems.put("contact", "请控制在 100 字以内。");
    }
    return problems;
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed.strip()));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private void record(ExtraDemand demand, @Nullable SignedIn me) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("number", demand.number());
    payload.put("task_code", demand.taskCode());
    UUID about = demand.caseId();
    if (about != null) {
      payload.put("case", about.toString());
    }
    payload.put("way", demand.told().way());
    payload.put("on", demand.told().on().toString());
    payload.put("evidence", demand.evidence() != null);
    journal.append(
        new Act(
            new Subject(SUBJECT, demand.id().toString()),
            DemandStep.REPORT.kind(),
            me == null ? Actor.ANONYMOUS : me.actor(),
            demand.division(),
            demand.department(),
            null,
            payload));
  }
}
