// long: the row of a case is read and written in one place, column by column
package org.yongtong.casework.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.journal.Act;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.Ids;
import org.yongtong.platform.calendar.CalendarNotLoaded;
import org.yongtong.platform.calendar.WorkCalendar;
import org.yongtong.platform.code.TaskCode;
import org.yongtong.platform.crypto.FieldCipher;

/**
 * The rows of the cases. Saving one writes its state, its journal rows and its due date in the
 * caller's transaction.
 */
@Repository
public class CaseFiles {

  public static final String SUBJECT = "case";
  static final String CODE_DOMAIN = "applicant-code";
  private static final Logger LOG = LoggerFactory.getLogger(CaseFiles.class);
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private final JdbcClient database;
  private final Deferrals deferrals;
  private final Journal journal;
  private final FieldCipher cipher;
  private final WorkCalendar calendar;
  private final ReviewSteps steps;
  private final Consults consults;
  private final Clock clock;

  CaseFiles(
      JdbcClient database,
      Deferrals deferrals,
      Journal journal,
      FieldCipher cipher,
      WorkCalendar calendar,
      ReviewSteps steps,
      Consults consults,
      Clock clock) {
    this.database = database;
    this.deferrals = deferrals;
    this.journal = journal;
    this.cipher = cipher;
    this.calendar = calendar;
    this.steps = steps;
    this.consults = consults;
    this.clock = clock;
  }

  /** The case of a draft that was submitted before. */
  public Optional<CaseFile> findByDraft(UUID draft) {
    return query("draft_id = :key", draft, false);
  }

  public Optional<CaseFile> find(UUID id) {
    return query("id = :key", id, false);
  }

  public Optional<CaseFile> findByNumber(String number) {
    return query("number = :key", number, false);
  }

  /** The case with its row locked until the transaction ends. */
  public Optional<CaseFile> lock(UUID id) {
    return query("id = :key", id, true);
  }

  /** Creates the case of a submission: number, row, journal row and acceptance clock. */
  public CaseFile create(NewCase order) {
    String day = LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE);
    // 办件编号 begins with the 31 digits of the implementation, whatever handling item it is
    String prefix = order.assignment().taskCode(order.item()).substring(0, TaskCode.LENGTH) + day;
    String number = prefix + "%04d".formatted(next("case:" + prefix));
    var file = CaseFile.submitted(order, Ids.next(clock), number, clock);
    recompute(file, List.of());
    database
        .sql(
            """
            INSERT INTO casework.case_file
              (id, number, draft_id, item_version, task_code, item_name, item_kind, department, division, channel, intake_by,
               applicant_kind, applicant_name, applicant_code, applicant_index, applicant_phone, applicant_account, state,
               legal_days, promised_days, submitted_at, due_on, due_kind, changed_at)
            VALUES
              (:id, :number, :draft, :version, :task, :name, :kind, :department, :division, :channel, :intakeBy,
               :applicantKind, :applicantName, :code, :index, :phone, :account, :state,
               :legal, :promised, :submitted, :due, :dueKind, :submitted)
            """)
        .param("id", file.id)
        .param("number", file.number)
        .param("draft", file.draft)
        .param("version", file.itemVersion)
        .param("task", file.taskCode)
        .param("name", file.itemName)
        .param("kind", file.itemKind)
        .param("department", file.department)
        .param("division", file.division)
        .param("channel", file.channel.name())
        .param("intakeBy", file.intakeBy)
        .param("applicantKind", file.applicant.kind())
        .param("applicantName", file.applicant.name())
        .param("code", cipher.encrypt(file.applicant.code()))
        .param("index", cipher.blindIndex(CODE_DOMAIN, file.applicant.code()))
        .param("phone", cipher.encrypt(file.applicant.phone()))
        .param("account", file.applicant.account())
        .param("state", file.state.name())
        .param("legal", file.legalDays)
        .param("promised", file.promisedDays)
        .param("submitted", OffsetDateTime.ofInstant(file.submittedAt, ZoneOffset.UTC))
        .param("due", file.dueOn)
        .param("dueKind", file.dueKind.name())
        .update();
    write(file);
    return file;
  }

  /**
   * Writes what the verbs did.
   *
   * @throws OptimisticLockingFailureException when somebody else saved the case since it was read
   */
  public void save(CaseFile file) {
    steps.begin(file);
    recompute(file, journal.about(new Subject(SUBJECT, file.id.toString())));
    if (file.deferred.stage() != Deferred.Stage.NONE) {
      file.deferred = deferrals.settle(file);
    }
    int rows =
        database
            .sql(
                """
                UPDATE casework.case_file
                SET state = :state, department = :department, promised_days = :promised, outcome = :outcome, round = :round, extension_days = :extension,
                    extension_asked = :asked, question_open = :question, accepted_on = :accepted, decided_on = :decided,
                    closed_on = :closed, due_on = :due, due_kind = :dueKind, legal_due_on = :legalDue, acceptor = :acceptor,
                    reviewer = :reviewer, decider = :decider, special_running = :special,
                    special_due_on = :specialDue, stopped = :stopped, deferred = :deferred,
                    deferred_papers = :deferredPapers, deferred_due_on = :deferredDue,
                    deferred_to_check = :deferredToCheck, deferred_holds = :deferredHolds,
                    levelled = :levelled, review_round = :reviewRound, levels_open = :levelsOpen, readers = :readers,
                    consulted = :consulted, consult_due_on = :consultDue, opinion_by = :opinionBy,
                    holder = :holder, holder_name = :holderName,
                    changed_at = :changed, version = version + 1
                WHERE id = :id AND version = :version
                """)
            .param("state", file.state.name())
            .param("department", file.department)
            .param("promised", file.promisedDays)
            .param("outcome", file.outcome)
            .param("round", file.round)
            .param("extension", file.extensionDays)
            .param("asked", file.extensionAsked)
            .param("question", file.questionOpen)
            .param("accepted", file.acceptedOn)
            .param("decided", file.decidedOn)
            .param("closed", file.closedOn)
            .param("due", file.dueOn)
            .param("dueKind", file.dueKind.name())
            .param("legalDue", file.legalDueOn)
            .param("acceptor", file.acceptor)
            .param("reviewer", file.reviewer)
            .param("decider", file.decider)
            .param("special", file.specialRunning.toArray(String[]::new))
            .param("specialDue", file.specialDueOn)
            .param("stopped", file.stopped)
            .param("deferred", file.deferred.column())
            .param("deferredPapers", file.deferred.papers().toArray(String[]::new))
            .param("deferredDue", file.deferred.dueOn())
            .param("deferredToCheck", file.deferred.toCheck())
            .param("deferredHolds", file.deferred.holdsDecision())
            .param("levelled", !file.steps.isEmpty())
            .param("reviewRound", file.reviewRound)
            .param("levelsOpen", file.levelsOpen().toArray(String[]::new))
            .param("readers", file.readers.toArray(String[]::new))
            .param("consulted", file.consulted.toArray(String[]::new))
            .param("consultDue", file.consultDueOn)
            .param("holder", file.holder)
            .param("holderName", file.holderName)
            .param("opinionBy", file.opinionBy.toArray(UUID[]::new))
            .param("changed", OffsetDateTime.ofInstant(file.changedAt, ZoneOffset.UTC))
            .param("id", file.id)
            .param("version", file.version)
            .update();
    if (rows != 1) {
      throw new OptimisticLockingFailureException("case " + file.id + " changed meanwhile");
    }
    file.version++;
    steps.save(file);
    if (file.brokenOff) {
      consults.breakOff(file.id);
    }
    write(file);
  }

  /** Blind index of an applicant's number, to search with. */
  public byte[] applicantIndex(String code) {
    return cipher.blindIndex(CODE_DOMAIN, code);
  }

  /** The clocks of a case, from its journal. */
  public CaseClock clockOf(CaseFile file, List<Entry> history) {
    return CaseClock.of(ClockEvents.from(history), file.legalDays, file.promisedDays, calendar);
  }

  /**
   * The next serial of a series; its row is locked until the transaction ends, so a roll-back
   * leaves no gap.
   */
  public long next(String series) {
    return database
        .sql(
            """
            INSERT INTO casework.series (name, last) VALUES (:name, 1)
            ON CONFLICT (name) DO UPDATE SET last = casework.series.last + 1 RETURNING last
            """)
        .param("name", series)
        .query(Long.class)
        .single();
  }

  private void recompute(CaseFile file, List<Entry> history) {
    List<ClockEvent> events = new ArrayList<>(ClockEvents.from(history));
    file.happenings().stream()
        .map(CaseFile.Happening::event)
        .filter(java.util.Objects::nonNull)
        .forEach(events::add);
    try {
      CaseClock now = CaseClock.of(events, file.legalDays, file.promisedDays, calendar);
      file.dueOn = now.dueOn();
      file.dueKind = now.running();
      file.legalDueOn = now.legalDueOn();
      file.specialDueOn = now.procedureDueOn();
      file.stopped = now.stopped();
    } catch (CalendarNotLoaded missing) {
      // accepting goes on; the page says that the day is open, and the calendar's health says why
      LOG.error("No due day for case {}: {}", file.id, missing.getMessage());
      file.dueOn = null;
      file.legalDueOn = null;
      file.specialDueOn = null;
      file.stopped = file.stopped && !file.specialRunning.isEmpty();
    }
  }

  private void write(CaseFile file) {
    for (var happening : file.happenings()) {
      journal.append(
          new Act(
              new Subject(SUBJECT, file.id.toString()),
              happening.action().kind(),
              happening.actor(),
              file.division,
              file.department,
              file.dueOn == null ? null : file.dueOn.plusDays(1).atStartOfDay(BEIJING).toInstant(),
              happening.payload()));
    }
    file.happenings().clear();
  }

  private Optional<CaseFile> query(String where, Object key, boolean lock) {
    return database
        .sql("SELECT * FROM casework.case_file WHERE " + where + (lock ? " FOR UPDATE" : ""))
        .param("key", key)
        .query((row, n) -> new Found(read(row), row.getBoolean("levelled")))
        .optional()
        .map(this::withLevels);
  }

  private record Found(CaseFile file, boolean levelled) {}

  private CaseFile withLevels(Found found) {
    CaseFile file = found.file();
    if (found.levelled()) {
      file.steps = steps.of(file.id);
      file.savedSteps = file.steps;
    }
    return file;
  }

  /** Reads a full row of {@code casework.case_file}; without the levels of the review. */
  public CaseFile read(ResultSet row) throws SQLException {
    var file =
        new CaseFile(
            row.getObject("id", UUID.class),
            row.getString("number"),
            row.getObject("draft_id", UUID.class),
            row.getObject("item_version", UUID.class),
            row.getString("task_code"),
            row.getString("item_name"),
            row.getString("item_kind"),
            row.getString("department"),
            row.getString("division"),
            CaseFile.Channel.valueOf(row.getString("channel")),
            row.getObject("intake_by", UUID.class),
            new Applying(
                row.getString("applicant_kind"),
                row.getString("applicant_name"),
                cipher.decrypt(row.getBytes("applicant_code")),
                cipher.decrypt(row.getBytes("applicant_phone")),
                row.getObject("applicant_account", UUID.class)),
            row.getInt("legal_days"),
            row.getInt("promised_days"),
            row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
            State.valueOf(row.getString("state")));
    file.outcome = row.getString("outcome");
    file.round = row.getInt("round");
    file.extensionDays = row.getInt("extension_days");
    file.extensionAsked = row.getBoolean("extension_asked");
    file.questionOpen = row.getBoolean("question_open");
    file.specialRunning = List.of((String[]) row.getArray("special_running").getArray());
    file.specialDueOn = row.getObject("special_due_on", LocalDate.class);
    file.stopped = row.getBoolean("stopped");
    file.deferred = Deferred.read(row);
    file.reviewRound = row.getInt("review_round");
    file.readers = List.of((String[]) row.getArray("readers").getArray());
    file.consulted = List.of((String[]) row.getArray("consulted").getArray());
    file.consultDueOn = row.getObject("consult_due_on", LocalDate.class);
    file.opinionBy = List.of((UUID[]) row.getArray("opinion_by").getArray());
    file.holder = row.getString("holder");
    file.holderName = row.getString("holder_name");
    file.acceptedOn = row.getObject("accepted_on", LocalDate.class);
    file.decidedOn = row.getObject("decided_on", LocalDate.class);
    file.closedOn = row.getObject("closed_on", LocalDate.class);
    file.dueOn = row.getObject("due_on", LocalDate.class);
    String dueKind = row.getString("due_kind");
    file.dueKind = dueKind == null ? CaseClock.Kind.NONE : CaseClock.Kind.valueOf(dueKind);
    file.legalDueOn = row.getObject("legal_due_on", LocalDate.class);
    file.acceptor = row.getObject("acceptor", UUID.class);
    file.reviewer = row.getObject("reviewer", UUID.class);
    file.decider = row.getObject("decider", UUID.class);
    file.changedAt = row.getObject("changed_at", OffsetDateTime.class).toInstant();
    file.version = row.getInt("version");
    return file;
  }
}
