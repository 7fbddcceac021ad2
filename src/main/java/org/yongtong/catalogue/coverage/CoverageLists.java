package org.yongtong.catalogue.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.ItemFacts;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemState;
import org.yongtong.catalogue.ServiceItem.Range;
import org.yongtong.catalogue.coverage.CoverageItemsPage.Line;
import org.yongtong.catalogue.coverage.CoveragePage.Tab;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.directory.Division;

/** Makes the lists behind the board's figures. */
@Component
class CoverageLists {

  private static final int PER_PAGE = 50;

  private final Coverage coverage;
  private final Directory directory;

  CoverageLists(Coverage coverage, Directory directory) {
    this.coverage = coverage;
    this.directory = directory;
  }

  CoverageItemsPage page(ListFilter filter, boolean desk) {
    List<Row> counted =
        coverage.now().rows().stream()
            .filter(filter.group())
            .filter(row -> filter.measure().counts(row.facts()))
            .toList();
    List<Row> shown = counted.stream().filter(filter::shows).toList();
    int pages = Math.max(1, Math.ceilDiv(shown.size(), PER_PAGE));
    int number = Math.min(filter.page(), pages);
    int reached = filter.missing() ? counted.size() - shown.size() : shown.size();
    return new CoverageItemsPage(
        filter.measure().word(),
        filter.measure().definition(),
        about(filter),
        filter.leads() ? "个事项" : "份实施清单",
        List.of(
            new Tab("达到（" + reached + "）", filter.missing(false).href(), !filter.missing()),
            new Tab(
                "没有达到（" + (counted.size() - reached) + "）",
                filter.missing(true).href(),
                filter.missing())),
        shown.stream().skip((number - 1L) * PER_PAGE).limit(PER_PAGE).map(this::line).toList(),
        shown.size(),
        counted.size(),
        number,
        pages,
        number > 1 ? filter.at(number - 1).href() : null,
        number < pages ? filter.at(number + 1).href() : null,
        (desk ? CoveragePages.DESK : CoveragePages.PUBLIC)
            + "?measure="
            + filter.measure().key()
            + "#groups");
  }

  private String about(ListFilter filter) {
    return Stream.of(
            name(filter.department()),
            district(filter.district()),
            filter.level() == null ? "" : filter.level().word(),
            range(filter.range()))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String name(@Nullable String department) {
    return department == null
        ? ""
        : directory.findDepartment(department).map(Department::shortName).orElse(department);
  }

  private String district(@Nullable String code) {
    if (code == null) {
      return "";
    }
    return code.equals(directory.city().code())
        ? "市本级"
        : directory.findDivision(code).map(Division::name).orElse(code);
  }

  private static String range(@Nullable String key) {
    Range range = ListFilter.range(key);
    return range != null ? range.word() : key == null ? "" : "没有登记通办";
  }

  private Line line(Row row) {
    ItemHead head = row.head();
    ItemFacts facts = row.facts();
    var said = new ArrayList<String>();
    if (head.state() == ItemState.SUSPENDED) {
      said.add("暂停受理");
    }
    said.add(head.depth().word());
    said.add("到现场 " + head.visits() + " 次");
    said.add(head.handling().word());
    Range range = facts.range();
    if (range != null) {
      said.add(range.word());
    }
    if (facts.joint() > 0) {
      said.add(facts.joint() + " 个联办机构");
    }
    if (facts.foreign() > 0) {
      said.add("其他机关核发的材料 %d 份，系统调取 %d 份".formatted(facts.foreign(), facts.foreignHeld()));
    }
    if (facts.held() > 0) {
      said.add("免提交 %d / %d 份".formatted(facts.held(), facts.papers()));
    }
    return new Line(
        head.name(),
        "/items/" + head.taskCode(),
        name(head.department()),
        head.level().word(),
        List.copyOf(said));
  }
}
