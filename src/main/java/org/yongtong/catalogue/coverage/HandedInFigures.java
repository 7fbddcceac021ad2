package org.yongtong.catalogue.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.HandedIn;
import org.yongtong.catalogue.coverage.CoveragePage.Cases;
import org.yongtong.catalogue.revise.Days;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;

/** What was really handed in during the last year, online and at windows; counted at each look. */
@Component
class HandedInFigures {

  private final ObjectProvider<HandedIn> handedIn;
  private final Directory directory;
  private final Clock clock;

  HandedInFigures(ObjectProvider<HandedIn> handedIn, Directory directory, Clock clock) {
    this.handedIn = handedIn;
    this.directory = directory;
    this.clock = clock;
  }

  Cases cases() {
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
                      share.percentForBar());
                })
            .toList(),
        CoveragePages.DESK + "/cases.csv");
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

  /** What was handed in, as a table; the head first. */
  List<List<String>> table() {
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
