package org.yongtong.catalogue.importing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.ManyItems;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Role;

/** Puts the pages of imports together. */
@Component
class ImportPages {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
  private static final int LINES = 50;
  private static final int RUNS = 20;
  private static final String FINDINGS = "findings";

  private final ImportRuns runs;
  private final ReportTables report;
  private final ManyItems many;
  private final Directory directory;

  ImportPages(ImportRuns runs, ReportTables report, ManyItems many, Directory directory) {
    this.runs = runs;
    this.report = report;
    this.many = many;
    this.directory = directory;
  }

  ImportPage start(SignedIn me, Map<String, String> problems) {
    boolean approver = me.roles().contains(Role.APPROVER);
    String department = me.department();
    var departments = new LinkedHashMap<String, String>();
    for (Department each : directory.departments()) {
      departments.put(each.key(), each.name());
    }
    return new ImportPage(
        approver || department == null ? "全部事项" : directory.department(department).name() + "的事项",
        approver,
        problems,
        approver ? rows(runs.waiting(RUNS)) : List.of(),
        rows(runs.ofAccount(me.account(), RUNS)),
        approver ? rows(runs.applied(RUNS)) : List.of(),
        departments,
        department);
  }

  private List<ImportPage.Row> rows(List<Run> all) {
    return all.stream()
        .map(
            run ->
                new ImportPage.Row(
                    path(run),
                    run.fileName(),
                    run.accountName(),
                    MOMENT.format(run.uploadedAt()),
                    word(run),
                    tone(run),
                    figures(run)))
        .toList();
  }

  private static String word(Run run) {
    return run.state() == RunState.CHECKED && !run.clean() ? "要修改" : run.state().word();
  }

  private static String tone(Run run) {
    return run.state() == RunState.CHECKED && !run.clean() ? "late" : run.state().tone();
  }

  private static String figures(Run run) {
    if (run.state() == RunState.CHECKING) {
      return "正在检查";
    }
    var words = new ArrayList<String>();
    if (run.findings() > 0) {
      words.add("%d 处问题".formatted(run.findings()));
    }
    words.add("新增 %d，调整 %d，不变 %d".formatted(run.newItems(), run.adjusted(), run.unchanged()));
    return String.join("；", words);
  }

  static String path(Run run) {
    return "/desk/catalogue/import/" + run.id();
  }

  RunPage run(
      Run run, SignedIn me, String wanted, int after, Map<String, String> problems, String reason) {
    List<RunPage.Tab> tabs = tabs(run);
    String tab =
        tabs.stream().anyMatch(each -> each.key().equals(wanted))
            ? wanted
            : tabs.stream()
                .filter(each -> each.count() > 0)
                .map(RunPage.Tab::key)
                .findFirst()
                .orElse("all");
    List<RunPage.FindingRow> findings = List.of();
    List<RunPage.LineRow> lines = List.of();
    String next = null;
    if (!tabs.isEmpty() && tab.equals(FINDINGS)) {
      findings = findings(run, after);
      next = findings.size() == LINES ? after + LINES + "" : null;
    } else if (!tabs.isEmpty()) {
      List<ReportTables.Numbered> found = report.lines(run.id(), outcome(tab), after, LINES);
      lines = lines(run, found);
      next = found.size() == LINES ? found.getLast().number() + "" : null;
    }
    return new RunPage(
        path(run),
        run.fileName(),
        word(run),
        tone(run),
        sentence(run, me),
        facts(run),
        run.state().running() ? progress(run) : null,
        run.note(),
        run.state() == RunState.CANCELLED ? "info" : "warning",
        tabs,
        tab,
        findings,
        lines,
        next == null ? null : "%s?show=%s&after=%s".formatted(path(run), tab, next),
        actions(run, me),
        run.state() != RunState.CANCELLED,
        problems,
        reason);
  }

  private static String sentence(Run run, SignedIn me) {
    boolean own = run.account().equals(me.account());
    return switch (run.state()) {
      case CHECKING -> "正在检查，目录不会改动。可以离开这一页，稍后再来看结果。";
      case CHECKED ->
          !run.clean()
              ? "检查完了：有 %d 处问题。请照下面的提示改好文件，再上传一次。目录没有改动。".formatted(run.findings())
              : run.changesNothing() ? "检查完了：文件与目录相同，没有需要导入的内容。" : "检查完了，没有问题。请核对下面将要改动的内容，然后送审。";
      case SENT -> own ? "已送审，等目录审批人员核对后导入。目录还没有改动。" : "请核对下面将要改动的内容：全部导入，或者退回。";
      case APPLYING -> "正在导入：要么全部成功，要么一项也不改。可以离开这一页，稍后再来看结果。";
      case APPLIED -> "已全部导入并发布，共产生 %d 个新版本。".formatted(run.versions());
      case RETURNED -> "审批人员退回了这次导入。请改好文件后再上传一次。目录没有改动。";
      case CANCELLED -> "这次导入已取消，目录没有改动。";
    };
  }

  private Map<String, String> facts(Run run) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("上传人", run.accountName());
    facts.put("上传时间", MOMENT.format(run.uploadedAt()));
    put(facts, "检查时间", run.checkedAt());
    put(facts, "送审时间", run.sentAt());
    if (run.applierName() != null) {
      facts.put("导入人", run.applierName());
    }
    if (run.state() == RunState.APPLIED) {
      put(facts, "导入时间", run.endedAt());
    }
    facts.put("可导入范围", scope(run));
    facts.put("文件大小", size(run.fileSize()));
    facts.put("文件指纹", run.fileHash());
    return facts;
  }

  private String scope(Run run) {
    return run.scope() == null
        ? "全部事项"
        : directory.findDepartment(run.scope()).map(Department::name).orElse(run.scope()) + "的事项";
  }

  private static void put(Map<String, String> facts, String label, @Nullable Instant at) {
    if (at != null) {
      facts.put(label, MOMENT.format(at));
    }
  }

  private static String size(long bytes) {
    return bytes >= 1 << 20
        ? "%.1f MB".formatted(bytes / 1048576.0)
        : Math.max(1, bytes >> 10) + " KB";
  }

  static RunPage.Progress progress(Run run) {
    if (run.total() == 0) {
      return new RunPage.Progress(run.stage().isEmpty() ? "正在开始" : run.stage(), -1);
    }
    return new RunPage.Progress(
        "%s：第 %d 项，共 %d 项".formatted(run.stage(), run.done(), run.total()),
        (int) (100L * run.done() / run.total()));
  }

  private static List<RunPage.Tab> tabs(Run run) {
    if (run.checkedAt() == null || run.state() == RunState.CHECKING) {
      return List.of();
    }
    return List.of(
        new RunPage.Tab(FINDINGS, "问题", run.findings()),
        new RunPage.Tab("adjusted", Outcome.ADJUSTED.word(), run.adjusted()),
        new RunPage.Tab("new", Outcome.NEW.word(), run.newItems()),
        new RunPage.Tab("unchanged", Outcome.UNCHANGED.word(), run.unchanged()),
        new RunPage.Tab("all", "全部事项", run.items()));
  }

  private static @Nullable Outcome outcome(String tab) {
    return switch (tab) {
      case "adjusted" -> Outcome.ADJUSTED;
      case "new" -> Outcome.NEW;
      case "unchanged" -> Outcome.UNCHANGED;
      default -> null;
    };
  }

  private List<RunPage.FindingRow> findings(Run run, int after) {
    return report.findings(run.id(), after, LINES).stream()
        .map(
            finding ->
                new RunPage.FindingRow(
                    finding.spot().sheet().isEmpty() ? "整个文件" : finding.spot().sheet(),
                    finding.spot().line() == 0 ? "" : finding.spot().line() + "",
                    finding.spot().column(),
                    finding.item(),
                    finding.message()))
        .toList();
  }

  private List<RunPage.LineRow> lines(Run run, List<ReportTables.Numbered> found) {
    Map<String, String> codes =
        many.taskCodes(found.stream().map(each -> each.line().item()).toList());
    return found.stream()
        .map(
            each -> {
              Line line = each.line();
              String code = codes.get(line.item());
              return new RunPage.LineRow(
                  line.item(),
                  line.name(),
                  directory
                      .findDepartment(line.department())
                      .map(Department::shortName)
                      .orElse(line.department()),
                  line.spot().words(),
                  line.outcome().word(),
                  tone(line.outcome()),
                  code == null ? null : "/items/" + code,
                  line.changes().stream()
                      .map(
                          change ->
                              new RunPage.ChangeRow(
                                  change.element(), change.before(), change.after()))
                      .toList());
            })
        .toList();
  }

  private static String tone(Outcome outcome) {
    return switch (outcome) {
      case FAULTY -> "late";
      case NEW -> "good";
      case ADJUSTED -> "near";
      case UNCHANGED -> "neutral";
    };
  }

  private static RunPage.Actions actions(Run run, SignedIn me) {
    boolean own = run.account().equals(me.account());
    boolean approver = me.roles().contains(Role.APPROVER);
    return new RunPage.Actions(
        own && run.state() == RunState.CHECKED && run.clean() && !run.changesNothing(),
        own && run.state() == RunState.CHECKED,
        own && run.state().next().contains(RunState.CANCELLED),
        !own && approver && run.state() == RunState.SENT && run.clean(),
        !own && approver && run.state() == RunState.SENT);
  }
}
