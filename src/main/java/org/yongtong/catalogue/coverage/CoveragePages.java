package org.yongtong.catalogue.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.HandedIn;
import org.yongtong.catalogue.Powers;
import org.yongtong.catalogue.ServiceItem.Kind;
import org.yongtong.catalogue.coverage.CoveragePage.Cases;
import org.yongtong.catalogue.coverage.CoveragePage.Chosen;
import org.yongtong.catalogue.coverage.CoveragePage.Group;
import org.yongtong.catalogue.coverage.CoveragePage.GroupLine;
import org.yongtong.catalogue.coverage.CoveragePage.MeasureLine;
import org.yongtong.catalogue.coverage.CoveragePage.Papers;
import org.yongtong.catalogue.coverage.CoveragePage.ShareView;
import org.yongtong.catalogue.coverage.CoveragePage.Tab;
import org.yongtong.catalogue.coverage.CoveragePage.TargetView;
import org.yongtong.catalogue.revise.Days;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;

/** Makes {@link CoveragePage}s. */
@Component
class CoveragePages {

  static final String PUBLIC = "/coverage";
  static final String DESK = "/desk/coverage";

  private final Coverage coverage;
  private final BoardFigures figures;
  private final Targets targets;
  private final Powers powers;
  private final ObjectProvider<HandedIn> handedIn;
  private final Directory directory;
  private final Clock clock;
  private volatile @Nullable Made made;

  CoveragePages(
      Coverage coverage,
      BoardFigures figures,
      Targets targets,
      Powers powers,
      ObjectProvider<HandedIn> handedIn,
      Directory directory,
      Clock clock) {
    this.coverage = coverage;
    this.figures = figures;
    this.targets = targets;
    this.powers = powers;
    this.handedIn = handedIn;
    this.directory = directory;
    this.clock = clock;
  }

  /** The public's pages made from one snapshot. */
  private record Made(Coverage.Snapshot of, Map<Measure, CoveragePage> pages) {}

  CoveragePage page(Measure measure) {
    Coverage.Snapshot now = coverage.now();
    Made present = made;
    if (present == null || present.of() != now) {
      present = new Made(now, new ConcurrentHashMap<>());
      made = present;
    }
    return present.pages().computeIfAbsent(measure, each -> make(each, now));
  }

  /** The same with what was really handed in. */
  CoveragePage deskPage(Measure measure) {
    return page(measure).withCases(cases());
  }

  private CoveragePage make(Measure measure, Coverage.Snapshot now) {
    List<Row> rows = now.rows();
    return new CoveragePage(
        Days.moment(now.at()),
        now.leads().size(),
        rows.size(),
        Arrays.stream(Measure.values()).map(each -> line(each, now)).toList(),
        powersLine(rows),
        new Chosen(
            measure.word(),
            measure.definition(),
            Arrays.stream(Measure.values())
                .map(
                    each ->
                        new Tab(each.word(), "?measure=" + each.key() + "#groups", each == measure))
                .toList(),
            targets(measure.key(), null)),
        List.of(
            group("levels", "按行使层级", "层级", figures.levels(rows, measure), measure),
            group("districts", "按地区", "地区", figures.districts(rows, measure), measure),
            group("departments", "按部门（市级）", "部门", figures.departments(rows, measure), measure)),
        TrendDrawing.of(now.trend()),
        figures.ranges(rows).stream().map(CoveragePages::line).toList(),
        papers(now.leads()),
        null);
  }

  private MeasureLine line(Measure measure, Coverage.Snapshot now) {
    Share items = Share.count(measure, now.leads());
    Share lists = Share.count(measure, now.rows());
    return new MeasureLine(
        measure.key(),
        measure.word(),
        measure.definition(),
        share(items, ListFilter.all(measure, true)),
        share(lists, ListFilter.all(measure, false)),
        targets(measure.key(), items));
  }

  private List<TargetView> targets(String key, @Nullable Share share) {
    return targets.of(key).stream()
        .map(
            target -> {
              boolean met = share != null && share.atLeast(target.percent());
              return new TargetView(
                  target.percent(),
                  target.word(),
                  met,
                  met || share == null ? "已达到" : "还差 " + share.shortOf(target.percent()) + " 项");
            })
        .toList();
  }

  /** Lists are made from what is registered, so what is registered is public. */
  private MeasureLine powersLine(List<Row> rows) {
    int applied = (int) rows.stream().filter(row -> row.head().kind() != Kind.SERVICE).count();
    int all = applied + powers.all().size();
    var share = new Share(all, all);
    return new MeasureLine(
        Target.POWERS,
        "权责清单公开",
        "目录里登记的许可、给付、确认、奖励、裁决、其他权力的实施清单，加上处罚、强制、征收、检查等依职权的权力。清单直接由目录生成，登记了就公开；没有登记的不在统计之内。",
        new ShareView(all, all, share.words(), percent(share), "/powers", 0, null),
        null,
        targets(Target.POWERS, share));
  }

  private Group group(
      String id, String title, String head, List<BoardFigures.Line> lines, Measure measure) {
    return new Group(
        id,
        title,
        head,
        lines.stream().map(CoveragePages::line).toList(),
        "/coverage.csv?table=%s&measure=%s".formatted(id, measure.key()));
  }

  private static GroupLine line(BoardFigures.Line line) {
    return new GroupLine(line.name(), share(line.share(), line.filter()));
  }

  private static ShareView share(Share share, ListFilter filter) {
    return new ShareView(
        share.reached(),
        share.of(),
        share.words(),
        percent(share),
        filter.href(),
        share.missing(),
        share.missing() == 0 ? null : filter.missing(true).href());
  }

  private static String percent(Share share) {
    return String.format(Locale.ROOT, "%.1f", share.percent());
  }

  private static Papers papers(List<Row> leads) {
    int all = leads.stream().mapToInt(row -> row.facts().papers()).sum();
    int held = leads.stream().mapToInt(row -> row.facts().held()).sum();
    return new Papers(
        all,
        held,
        new Share(held, all).words(),
        Share.count(Measure.HELD, leads).reached(),
        ListFilter.all(Measure.HELD, true).href());
  }

  private Cases cases() {
    List<HandedIn.ByDepartment> counted = counted();
    int online = counted.stream().mapToInt(HandedIn.ByDepartment::online).sum();
    int window = counted.stream().mapToInt(HandedIn.ByDepartment::window).sum();
    return new Cases(
        Days.day(since()),
        online,
        window,
        new Share(online, online + window).words(),
        counted.stream()
            .map(
                each -> {
                  var share = new Share(each.online(), each.online() + each.window());
                  return new CoveragePage.CaseLine(
                      directory
                          .findDepartment(each.department())
                          .map(Department::shortName)
                          .orElse(each.department()),
                      each.online(),
                      each.window(),
                      share.words(),
                      percent(share));
                })
            .toList(),
        DESK + "/cases.csv");
  }

  /** Most first. */
  private List<HandedIn.ByDepartment> counted() {
    return handedIn.stream()
        .flatMap(each -> each.since(since().atStartOfDay(clock.getZone()).toInstant()).stream())
        .sorted(
            Comparator.<HandedIn.ByDepartment>comparingInt(each -> -each.online() - each.window())
                .thenComparing(HandedIn.ByDepartment::department))
        .toList();
  }

  private LocalDate since() {
    return LocalDate.now(clock).minusYears(1);
  }

  /** A table of the board, the head first; empty for a table that there is not. */
  List<List<String>> table(String name, Measure measure) {
    Coverage.Snapshot now = coverage.now();
    List<Row> rows = now.rows();
    return switch (name) {
      case "measures" -> measures(now);
      case "departments" -> table("部门", figures.departments(rows, measure), measure);
      case "districts" -> table("地区", figures.districts(rows, measure), measure);
      case "levels" -> table("行使层级", figures.levels(rows, measure), measure);
      case "ranges" -> table("通办范围", figures.ranges(rows), null);
      case "trend" -> trend(now.trend());
      default -> List.of();
    };
  }

  private List<List<String>> measures(Coverage.Snapshot now) {
    var table = new ArrayList<List<String>>();
    table.add(List.of("指标", "计数单位", "达到", "总数", "占比"));
    for (Measure each : Measure.values()) {
      table.add(cells(each.word(), "事项", Share.count(each, now.leads())));
      table.add(cells(each.word(), "实施清单", Share.count(each, now.rows())));
    }
    MeasureLine all = powersLine(now.rows());
    table.add(cells(all.word(), "权力", new Share(all.items().reached(), all.items().of())));
    return table;
  }

  private static List<String> cells(String name, String unit, Share share) {
    return List.of(
        name, unit, String.valueOf(share.reached()), String.valueOf(share.of()), share.words());
  }

  private static List<List<String>> table(
      String head, List<BoardFigures.Line> lines, @Nullable Measure measure) {
    String word = measure == null ? "通办范围" : measure.word();
    return Stream.concat(
            Stream.of(List.of(head, "指标", "达到", "总数", "占比")),
            lines.stream().map(line -> cells(line.name(), word, line.share())))
        .toList();
  }

  private static List<List<String>> trend(Trend trend) {
    var head = new ArrayList<>(List.of("月份", "事项"));
    Trend.MEASURES.forEach(measure -> head.addAll(List.of(measure.word(), measure.word() + "占比")));
    var table = new ArrayList<List<String>>();
    table.add(head);
    for (Trend.Month month : trend.months()) {
      var line = new ArrayList<String>();
      line.add(month.month().toString());
      line.add(String.valueOf(month.items()));
      for (Measure measure : Trend.MEASURES) {
        Share share = month.share(measure);
        line.add(String.valueOf(share.reached()));
        line.add(share.words());
      }
      table.add(line);
    }
    return table;
  }

  /** What was handed in, as a table; the head first. */
  List<List<String>> casesTable() {
    Cases counted = cases();
    return Stream.concat(
            Stream.of(List.of("部门", "网上提交", "窗口提交", "网上占比")),
            counted.lines().stream()
                .map(
                    line ->
                        List.of(
                            line.department(),
                            String.valueOf(line.online()),
                            String.valueOf(line.window()),
                            line.words())))
        .toList();
  }
}
