package org.yongtong.catalogue.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.coverage.CoveragePage.Chosen;
import org.yongtong.catalogue.coverage.CoveragePage.Group;
import org.yongtong.catalogue.coverage.CoveragePage.GroupLine;
import org.yongtong.catalogue.coverage.CoveragePage.MeasureLine;
import org.yongtong.catalogue.coverage.CoveragePage.Papers;
import org.yongtong.catalogue.coverage.CoveragePage.ShareView;
import org.yongtong.catalogue.coverage.CoveragePage.Tab;
import org.yongtong.catalogue.coverage.CoveragePage.TargetView;
import org.yongtong.catalogue.revise.Days;

/** Makes {@link CoveragePage}s. */
@Component
class CoveragePages {

  static final String PUBLIC = "/coverage";
  static final String DESK = "/desk/coverage";

  private final Coverage coverage;
  private final BoardFigures figures;
  private final Targets targets;
  private final HandedInFigures handedIn;
  private volatile @Nullable Made made;

  CoveragePages(
      Coverage coverage, BoardFigures figures, Targets targets, HandedInFigures handedIn) {
    this.coverage = coverage;
    this.figures = figures;
    this.targets = targets;
    this.handedIn = handedIn;
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
    return page(measure).withCases(handedIn.cases());
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
    Share share = figures.powers(rows);
    return new MeasureLine(
        Target.POWERS,
        "权责清单公开",
        "目录里登记的许可、给付、确认、奖励、裁决、其他权力的实施清单，加上处罚、强制、征收、检查等依职权的权力。清单直接由目录生成，登记了就公开；没有登记的不在统计之内。",
        new ShareView(
            share.reached(), share.of(), share.words(), share.percentForBar(), "/powers", 0, null),
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
        share.percentForBar(),
        filter.href(),
        share.missing(),
        share.missing() == 0 ? null : filter.missing(true).href());
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
}
