package org.yongtong.catalogue.power;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.power.PowerListPage.Chip;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;

/** Makes the pages of the power lists. */
@Component
class PowerPages {

  private static final int PER_PAGE = 20;

  private final PowerLists lists;
  private final Directory directory;

  PowerPages(PowerLists lists, Directory directory) {
    this.lists = lists;
    this.directory = directory;
  }

  /** What was asked for; what is no kind or level is dropped. */
  record Question(String q, @Nullable String kind, @Nullable String level, int page) {

    static Question of(Map<String, String> parameters) {
      String q = parameters.getOrDefault("q", "").strip();
      String kind = parameters.get("kind");
      String level = parameters.get("level");
      String page = parameters.getOrDefault("page", "1");
      return new Question(
          q.length() > 60 ? q.substring(0, 60) : q,
          kind != null && PowerKinds.ALL.containsKey(kind) ? kind : null,
          level != null && level.matches("[3-6]") ? level : null,
          page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1);
    }

    String href(String path) {
      var parameters = new LinkedHashMap<String, String>();
      if (!q.isEmpty()) {
        parameters.put("q", q);
      }
      if (kind != null) {
        parameters.put("kind", kind);
      }
      if (level != null) {
        parameters.put("level", level);
      }
      if (page > 1) {
        parameters.put("page", String.valueOf(page));
      }
      return parameters.entrySet().stream()
          .map(
              each ->
                  each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
          .collect(Collectors.joining("&", parameters.isEmpty() ? path : path + "?", ""));
    }

    boolean fits(PowerRow row, boolean anyKind, boolean anyLevel) {
      return (anyKind || kind == null || row.kind().equals(kind))
          && (anyLevel || level == null || row.levels().contains(level))
          && said(row);
    }

    private boolean said(PowerRow row) {
      String text =
          (row.name() + " " + row.code() + " " + String.join(" ", row.bases()))
              .toLowerCase(Locale.ROOT);
      for (String word : q.toLowerCase(Locale.ROOT).split("\\s+")) {
        if (!text.contains(word)) {
          return false;
        }
      }
      return true;
    }
  }

  PowersPage all() {
    Map<String, Map<String, Integer>> counts = lists.counts();
    Map<String, Integer> byKind =
        counts.values().stream()
            .flatMap(each -> each.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
    int most = byKind.values().stream().mapToInt(i -> i).max().orElse(1);
    List<PowersPage.KindCount> kinds =
        PowerKinds.ALL.entrySet().stream()
            .filter(kind -> byKind.containsKey(kind.getKey()))
            .map(
                kind -> {
                  int count = byKind.getOrDefault(kind.getKey(), 0);
                  return new PowersPage.KindCount(
                      kind.getKey(), kind.getValue(), count, Math.max(1, count * 100 / most));
                })
            .toList();
    var groups = new ArrayList<PowersPage.Group>();
    for (Level level : Level.values()) {
      List<PowersPage.Row> rows =
          directory.departments().stream()
              .filter(each -> Level.ofDivision(each.division()) == level)
              .filter(each -> counts.containsKey(each.key()))
              .map(each -> row(each, kinds, counts.getOrDefault(each.key(), Map.of())))
              .toList();
      if (!rows.isEmpty()) {
        groups.add(
            new PowersPage.Group(
                level.word(),
                rows,
                rows.stream().mapToInt(PowersPage.Row::total).sum(),
                level == Level.CITY));
      }
    }
    return new PowersPage(kinds, groups, groups.stream().mapToInt(PowersPage.Group::total).sum());
  }

  private static PowersPage.Row row(
      Department department, List<PowersPage.KindCount> kinds, Map<String, Integer> counts) {
    return new PowersPage.Row(
        department.key(),
        department.name(),
        kinds.stream().map(kind -> counts.getOrDefault(kind.code(), 0)).toList(),
        counts.values().stream().mapToInt(i -> i).sum());
  }

  PowerListPage list(Department department, Question question) {
    List<PowerRow> all = lists.of(department);
    List<PowerRow> found = all.stream().filter(row -> question.fits(row, false, false)).toList();
    int pages = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
    int number = Math.min(question.page(), pages);
    String path = "/powers/" + department.key();
    return new PowerListPage(
        department,
        all.size(),
        found.size(),
        question.q(),
        question.kind(),
        question.level(),
        kinds(all, question, path),
        levels(all, question, path),
        found.stream().skip((long) (number - 1) * PER_PAGE).limit(PER_PAGE).toList(),
        number,
        pages,
        number > 1 ? page(question, number - 1).href(path) : null,
        number < pages ? page(question, number + 1).href(path) : null);
  }

  private static Question page(Question question, int number) {
    return new Question(question.q(), question.kind(), question.level(), number);
  }

  private static List<Chip> kinds(List<PowerRow> all, Question question, String path) {
    return chips(
        PowerKinds.ALL,
        question.kind(),
        code -> count(all, row -> question.fits(row, true, false) && row.kind().equals(code)),
        code -> new Question(question.q(), code, question.level(), 1).href(path));
  }

  private static List<Chip> levels(List<PowerRow> all, Question question, String path) {
    var words = new LinkedHashMap<String, String>();
    for (Level level : Level.values()) {
      words.put(String.valueOf(level.code()), level.word());
    }
    return chips(
        words,
        question.level(),
        code -> count(all, row -> question.fits(row, false, true) && row.levels().contains(code)),
        code -> new Question(question.q(), question.kind(), code, 1).href(path));
  }

  private static List<Chip> chips(
      Map<String, String> words,
      @Nullable String chosen,
      java.util.function.ToIntFunction<String> count,
      java.util.function.Function<@Nullable String, String> href) {
    var chips = new ArrayList<Chip>();
    words.forEach(
        (code, word) -> {
          boolean on = code.equals(chosen);
          int many = count.applyAsInt(code);
          if (many > 0 || on) {
            chips.add(new Chip(word, many, href.apply(on ? null : code), on));
          }
        });
    return chips;
  }

  private static int count(List<PowerRow> rows, Predicate<PowerRow> which) {
    return (int) rows.stream().filter(which).count();
  }
}
