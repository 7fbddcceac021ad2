// long: what people may do with a run, one action after another
package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Act;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.Ids;
import org.yongtong.platform.file.MalwareScan;
import org.yongtong.platform.web.Role;

/** What people do with an import: upload, check again, send, give back, apply, cancel. */
@Component
class ImportActions {

  /** Without a sign of life for so long, nobody works on a run any more. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /** Of an upload over the web; the command line takes more. */
  static final long MOST_BYTES = 20L << 20;

  static final String TOO_LARGE =
      "文件太大：网页上传最多 %d MB。请拆分后上传，或者请管理员用命令行导入（bin/yt items import）".formatted(MOST_BYTES >> 20);

  private static final int LONGEST_NAME = 120;

  private final ImportRuns runs;
  private final ImportWork work;
  private final List<MalwareScan> scans;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ImportActions(
      ImportRuns runs,
      ImportWork work,
      List<MalwareScan> scans,
      Journal journal,
      TransactionTemplate transaction,
      Clock clock) {
    this.runs = runs;
    this.work = work;
    this.scans = scans;
    this.journal = journal;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What came of an action. */
  sealed interface Result {
    record Done(UUID run) implements Result {}

    /**
     * @param words why not, in Chinese
     */
    record Refused(String words) implements Result {}
  }

  /** Takes a file in and starts its check; an earlier one that was only checked makes way. */
  Result upload(String name, InputStream content, SignedIn me) throws IOException {
    Path file = Files.createTempFile("yongtong-import", ".upload");
    try {
      String hash = copy(content, file);
      if (Files.size(file) == 0) {
        return new Result.Refused("请先选择文件；选中的文件如果是空的，请检查后重新选择");
      }
      if (Files.size(file) > MOST_BYTES) {
        return new Result.Refused(TOO_LARGE);
      }
      for (MalwareScan scan : scans) {
        if (scan.find(file).isPresent()) {
          return new Result.Refused("文件含有病毒或恶意代码，未予接收。请用杀毒软件检查您的电脑");
        }
      }
      Run run = run(name, Files.size(file), hash, me);
      Result result = transaction.execute(ignored -> begin(run, file, me));
      if (result instanceof Result.Done) {
        work.startChecking(run.id());
      }
      return java.util.Objects.requireNonNull(result);
    } catch (DuplicateKeyException atTheSameTime) {
      return new Result.Refused("您的上一个文件还在检查，请等它结束或者先取消");
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Result begin(Run run, Path file, SignedIn me) {
    Optional<Run> open = runs.open(me.account());
    if (open.isPresent()) {
      if (open.get().state() == RunState.CHECKING && !silent(open.get())) {
        return new Result.Refused("您的上一个文件还在检查，请等它结束或者先取消");
      }
      runs.move(open.get(), RunState.CANCELLED, "由后来上传的文件代替");
    }
    runs.add(run);
    try {
      runs.keep(run.id(), file);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
    return new Result.Done(run.id());
  }

  private Run run(String name, long size, String hash, SignedIn me) {
    var now = clock.instant();
    return new Run(
        Ids.next(clock),
        RunState.CHECKING,
        me.account(),
        me.actor().name(),
        java.util.Objects.requireNonNullElse(me.department(), ""),
        me.roles().contains(Role.APPROVER) ? null : me.department(),
        plain(name),
        size,
        hash,
        now,
        null,
        null,
        null,
        "",
        0,
        0,
        now,
        0,
        0,
        0,
        0,
        0,
        0,
        null,
        "",
        null,
        null);
  }

  private static String plain(String name) {
    String plain = ItemFile.fileName(name).replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    if (plain.isEmpty()) {
      plain = "未命名";
    }
    return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
  }

  private static String copy(InputStream content, Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
        content.transferTo(out);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The same file against the catalogue as it is now. */
  Result checkAgain(UUID id, SignedIn me) {
    Result result =
        act(
            id,
            run ->
                own(run, me) && runs.move(run, RunState.CHECKING, "") ? null : "只有上传的人在送审以前可以重新检查");
    if (result instanceof Result.Done) {
      work.startChecking(id);
    }
    return result;
  }

  Result send(UUID id, SignedIn me) {
    return act(
        id,
        run -> {
          if (!own(run, me)) {
            return "只有上传的人可以送审";
          }
          if (!run.clean()) {
            return "还有 %d 处问题，改好后才能送审".formatted(run.findings());
          }
          if (run.changesNothing()) {
            return "文件与目录相同，没有需要导入的内容";
          }
          if (run.state() != RunState.CHECKED || !runs.move(run, RunState.SENT, "")) {
            return "这次导入%s，不能送审".formatted(run.state().word());
          }
          record(run, "catalogue.import_sent", me, "");
          return null;
        });
  }

  /** Back to the editor, who mends the file and uploads it again. */
  Result giveBack(UUID id, String reason, SignedIn me) {
    return act(
        id,
        run -> {
          if (own(run, me)) {
            return "自己上传的请用“取消”";
          }
          if (!runs.move(run, RunState.RETURNED, reason)) {
            return "这次导入%s，不能退回".formatted(run.state().word());
          }
          record(run, "catalogue.import_returned", me, reason);
          return null;
        });
  }

  /** Four eyes: whoever uploaded it does not apply it. */
  Result apply(UUID id, SignedIn me) {
    Result result;
    try {
      result =
          act(
              id,
              run -> {
                if (own(run, me)) {
                  return "上传和导入不能是同一个人：请由另一位目录审批人员核对后导入";
                }
                if (run.state() == RunState.APPLYING) {
                  return "这次导入正在进行";
                }
                return runs.take(run, me.account(), me.actor().name())
                    ? null
                    : "这次导入%s，不能再导入".formatted(run.state().word());
              });
    } catch (DuplicateKeyException another) {
      return new Result.Refused("另一次导入正在进行，请等它结束后再试");
    }
    if (result instanceof Result.Done) {
      work.startApplying(id, me.actor());
    }
    return result;
  }

  Result cancel(UUID id, SignedIn me) {
    return act(
        id,
        run -> {
          if (!own(run, me)) {
            return "只有上传的人可以取消";
          }
          if (!runs.move(run, RunState.CANCELLED, "上传人取消")) {
            return "这次导入%s，不能取消".formatted(run.state().word());
          }
          if (run.state() == RunState.SENT) {
            record(run, "catalogue.import_cancelled", me, "");
          }
          return null;
        });
  }

  /** The run as it stands; one that nobody works on any more is set free first. */
  Optional<Run> find(UUID id) {
    Optional<Run> run = runs.find(id);
    if (run.isPresent() && run.get().state().running() && silent(run.get())) {
      transaction.executeWithoutResult(ignored -> runs.lock(id).ifPresent(this::setFree));
      return runs.find(id);
    }
    return run;
  }

  private void setFree(Run run) {
    if (!silent(run)) {
      return;
    }
    if (run.state() == RunState.CHECKING) {
      work.brokenOff(run);
    } else if (run.state() == RunState.APPLYING) {
      runs.move(run, RunState.SENT, "上次导入中断，没有写入任何内容：请再试一次");
    }
  }

  private boolean silent(Run run) {
    return run.beatAt().plus(SILENCE).isBefore(clock.instant());
  }

  private interface Step {
    /** Words for a refusal, null when it was done. */
    @Nullable String on(Run run);
  }

  private Result act(UUID id, Step step) {
    return java.util.Objects.requireNonNull(
        transaction.execute(
            status -> {
              Optional<Run> run = runs.lock(id);
              if (run.isEmpty()) {
                return new Result.Refused("没有这次导入");
              }
              String refused = step.on(run.get());
              return refused == null ? new Result.Done(id) : new Result.Refused(refused);
            }));
  }

  private static boolean own(Run run, SignedIn me) {
    return run.account().equals(me.account());
  }

  private void record(Run run, String kind, SignedIn me, String reason) {
    var payload = new java.util.LinkedHashMap<String, Object>();
    payload.put("file", run.fileName());
    payload.put("file_hash", run.fileHash());
    if (!reason.isEmpty()) {
      payload.put("reason", reason);
    }
    journal.append(
        new Act(
            new Subject("import", run.id().toString()),
            kind,
            me.actor(),
            null,
            run.department(),
            null,
            Map.copyOf(payload)));
  }
}
