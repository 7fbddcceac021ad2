package org.yongtong.catalogue.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.Powers;
import org.yongtong.catalogue.ServiceItem.Kind;
import org.yongtong.catalogue.ServiceItem.Range;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.directory.Division;

/** The board's tables: by department, district, level and range, for one measure. */
@Component
class BoardFigures {

  private final Directory directory;
  private final Powers powers;

  BoardFigures(Directory directory, Powers powers) {
    this.directory = directory;
    this.powers = powers;
  }

  /**
   * @param filter leads to the list of its rows
   */
  record Line(String name, Share share, ListFilter filter) {}

  /** Lists of powers are made from what is registered, so what is registered is public. */
  Share powers(List<Row> rows) {
    int appliedFor = (int) rows.stream().filter(row -> row.head().kind() != Kind.SERVICE).count();
    int all = appliedFor + powers.all().size();
    return new Share(all, all);
  }

  /** The city's own bodies, in the directory's order. */
  List<Line> departments(List<Row> rows, Measure measure) {
    Map<String, List<Row>> by =
        by(
            rows.stream().filter(row -> row.head().level() == Level.CITY).toList(),
            row -> row.head().department());
    return directory.departments().stream()
        .map(Department::key)
        .filter(by::containsKey)
        .map(
            key ->
                new Line(
                    directory.department(key).shortName(),
                    Share.count(measure, by.getOrDefault(key, List.of())),
                    ListFilter.all(measure, false).department(key)))
        .toList();
  }

  /** The city's own level first, then its counties with their towns and villages. */
  List<Line> districts(List<Row> rows, Measure measure) {
    Map<String, List<Row>> by = by(rows, Row::district);
    Division city = directory.city();
    return Stream.concat(Stream.of(city), directory.counties().stream())
        .filter(division -> by.containsKey(division.code()))
        .map(
            division ->
                new Line(
                    division.equals(city) ? "市本级" : division.name(),
                    Share.count(measure, by.getOrDefault(division.code(), List.of())),
                    ListFilter.all(measure, false).district(division.code())))
        .toList();
  }

  List<Line> levels(List<Row> rows, Measure measure) {
    Map<Level, List<Row>> by = by(rows, row -> row.head().level());
    return Arrays.stream(Level.values())
        .filter(by::containsKey)
        .map(
            level ->
                new Line(
                    level.word(),
                    Share.count(measure, by.getOrDefault(level, List.of())),
                    ListFilter.all(measure, false).level(level)))
        .toList();
  }

  /** How many of the implementations in use have each range, and how many have none. */
  List<Line> ranges(List<Row> all) {
    List<Row> rows = all.stream().filter(row -> row.reaches(Measure.ONLINE)).toList();
    Map<String, Long> by =
        rows.stream().collect(Collectors.groupingBy(ListFilter::rangeKey, Collectors.counting()));
    var lines = new ArrayList<Line>();
    for (Range range : Range.values()) {
      lines.add(range(range.word(), ListFilter.key(range), by, rows.size()));
    }
    lines.add(range("没有登记通办", ListFilter.NO_RANGE, by, rows.size()));
    return lines;
  }

  private static Line range(String word, String key, Map<String, Long> by, int of) {
    int count = by.getOrDefault(key, 0L).intValue();
    return new Line(word, new Share(count, of), ListFilter.all(Measure.ONLINE, false).inRange(key));
  }

  private static <K> Map<K, List<Row>> by(List<Row> rows, Function<Row, K> key) {
    return rows.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
