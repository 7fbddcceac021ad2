package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.catalogue.ManyItems;
import org.yongtong.catalogue.Publishing;
import org.yongtong.directory.Directory;
import org.yongtong.journal.Act;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

/**
 * The long part of an import, in the background: checking a file, and applying it in one
 * transaction. One at a time on each node, so that memory stays bounded; the run's row tells how
 * far it is, and that somebody is still at it.
 */
@Component
class ImportWork implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

  private final ImportRuns runs;
  private final ReportTables report;
  private final ManyItems many;
  private final Publishing publishing;
  private final Directory directory;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Semaphore turn = new Semaphore(1, true);
  private volatile boolean stopping;

  ImportWork(
      ImportRuns runs,
      ReportTables report,
      ManyItems many,
      Publishing publishing,
      Directory directory,
      Journal journal,
      TransactionTemplate transaction) {
    this.runs = runs;
    this.report = report;
    this.many = many;
    this.publishing = publishing;
    this.directory = directory;
    this.journal = journal;
    this.transaction = transaction;
  }

  /** Starts the check of an uploaded file. */
  void startChecking(UUID run) {
    start(run, progress -> check(run, RunState.CHECKED, "", progress));
  }

  /** Starts to apply a run that its approver has taken. */
  void startApplying(UUID run, Actor by) {
    start(run, progress -> apply(run, by, progress));
  }

  /** A platform thread: it computes, and must not keep a carrier from serving pages. */
  private void start(UUID run, Consumer<Progress> work) {
    Thread.ofPlatform().name("import-" + run).daemon().start(() -> inTurn(run, work));
  }

  private void inTurn(UUID run, Consumer<Progress> work) {
    try (var pulse = new Pulse(runs, run, () -> stopping)) {
      pulse.at("排队等候", 0, 0);
      turn.acquire();
      try {
        work.accept(pulse);
      } finally {
        turn.release();
      }
    } catch (Progress.Stopped cancelled) {
      LOG.info("Import {} was cancelled while it ran", run);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.error("Import {} failed", run, failure);
      failed(run);
    }
  }

  private void failed(UUID id) {
    if (stopping) {
      return; // found again by its missing sign of life
    }
    transaction.executeWithoutResult(
        ignored ->
            runs.lock(id)
                .ifPresent(
                    run -> {
                      if (run.state() == RunState.CHECKING) {
                        brokenOff(run);
                      } else if (run.state() == RunState.APPLYING) {
                        runs.move(run, RunState.SENT, "导入时系统出错，没有写入任何内容：请再试一次，仍不行的联系管理员");
                      }
                    }));
  }

  /** A check that nobody works on any more: it may be started again. */
  void brokenOff(Run run) {
    report.clear(run.id());
    var finding = new Finding(Spot.WHOLE, "", "检查没有做完就中断了：请点“重新检查”，仍不行的联系管理员");
    report.add(run.id(), List.of(finding));
    runs.checked(run, new Tally(Map.of(), List.of(finding), 1, "", 0), RunState.CHECKED, "");
  }

  private void check(UUID id, RunState to, String note, Progress progress) {
    Run run = runs.find(id).orElseThrow();
    Tally tally =
        inTheFile(
            run, progress, file -> transaction.execute(ignored -> reported(run, file, progress)));
    runs.checked(run, tally, to, note);
    LOG.info(
        "Import {} checked: {} new, {} adjusted, {} unchanged, {} faulty, {} findings",
        id,
        tally.count(Outcome.NEW),
        tally.count(Outcome.ADJUSTED),
        tally.count(Outcome.UNCHANGED),
        tally.count(Outcome.FAULTY),
        tally.found());
  }

  private Tally reported(Run run, ItemFile file, Progress progress) {
    report.clear(run.id());
    ReportTables.Lines lines = report.lines(run.id());
    Tally tally = pass(file, new Pass.Options(run.scope(), progress, lines, null));
    lines.end();
    report.add(run.id(), tally.findings());
    return tally;
  }

  private Tally pass(ItemFile file, Pass.Options options) {
    try {
      return Pass.over(file, many, Names.of(directory), options);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private interface Use {
    @Nullable Tally with(ItemFile file);
  }

  private Tally inTheFile(Run run, Progress progress, Use use) {
    Path copy = runs.copy(run.id());
    try {
      progress.at("正在读取文件", 0, 0);
      try (ItemFile file = ItemFile.read(copy, run.fileName(), Names.of(directory))) {
        return java.util.Objects.requireNonNull(use.with(file));
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private void apply(UUID id, Actor by, Progress progress) {
    Run run = runs.find(id).orElseThrow();
    var change = new Publishing.Change("批量导入（%s）".formatted(run.fileName()), null, null);
    Tally done =
        inTheFile(
            run,
            progress,
            file ->
                transaction.execute(
                    status -> {
                      Pass.Options options =
                          new Pass.Options(
                              run.scope(),
                              progress,
                              line -> {},
                              parts -> publishing.publishAll(parts, change, by));
                      return applied(run, file, options, by, status);
                    }));
    if (runs.find(id).orElseThrow().state() == RunState.APPLIED) {
      LOG.info("Import {} applied, {} versions", id, done.versions());
      return;
    }
    check(id, RunState.SENT, "目录在上次检查以后有了变化，没有写入任何内容。下面是重新检查的结果，请核对后再导入", progress);
  }

  /** All or nothing: what differs from the report that the approver has seen is not applied. */
  private Tally applied(
      Run run, ItemFile file, Pass.Options options, Actor by, TransactionStatus status) {
    many.lock();
    Tally tally = pass(file, options);
    boolean asSeen = tally.clean() && tally.fingerprint().equals(run.fingerprint());
    if (!asSeen || !runs.applied(run, tally.versions())) {
      status.setRollbackOnly();
      return tally;
    }
    journal.append(
        new Act(
            new Subject("import", run.id().toString()),
            "catalogue.import_applied",
            by,
            null,
            run.department(),
            null,
            payload(run.fileName(), run.fileHash(), run.accountName(), tally)));
    return tally;
  }

  static Map<String, Object> payload(String file, String hash, String by, Tally tally) {
    var payload = new LinkedHashMap<String, Object>();
    payload.put("file", file);
    payload.put("file_hash", hash);
    payload.put("new", tally.count(Outcome.NEW));
    payload.put("adjusted", tally.count(Outcome.ADJUSTED));
    payload.put("unchanged", tally.count(Outcome.UNCHANGED));
    payload.put("versions", tally.versions());
    payload.put("uploaded_by", by);
    return payload;
  }

  @Override
  public void destroy() {
    stopping = true;
  }
}
