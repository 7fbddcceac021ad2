package org.yongtong.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.ItemsPage.Chip;
import org.yongtong.catalogue.ItemsPage.Group;
import org.yongtong.catalogue.ItemsPage.Hit;
import org.yongtong.catalogue.ItemsPage.Part;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.ServiceItem.Kind;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.directory.Division;

/** Makes {@link ItemsPage}s. */
@Component
class ItemsPages {

  private static final int PER_PAGE = 20;

  private final Catalogue catalogue;
  private final Directory directory;

  ItemsPages(Catalogue catalogue, Directory directory) {
    this.catalogue = catalogue;
    this.directory = directory;
  }

  /**
   * @param place 12-digit code chosen in the top bar, or null
   */
  ItemsPage page(ItemsQuestion question, @Nullable String place) {
    List<ItemHead> found = catalogue.search(question.query(place));
    int pages = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
    int number = Math.min(question.page(), pages);
    List<String> words = SearchText.words(question.q());
    List<Hit> hits =
        found.stream()
            .skip((long) (number - 1) * PER_PAGE)
            .limit(PER_PAGE)
            .map(item -> hit(item, words))
            .toList();
    var clear = new ItemsQuestion(question.filters().isEmpty() ? "" : question.q(), Map.of(), 1);
    return new ItemsPage(
        question.q(),
        question.filters(),
        groups(question),
        hits,
        found.size(),
        number,
        pages,
        number > 1 ? new ItemsQuestion(question.q(), question.filters(), number - 1).href() : null,
        number < pages
            ? new ItemsQuestion(question.q(), question.filters(), number + 1).href()
            : null,
        clear.href());
  }

  private List<Group> groups(ItemsQuestion question) {
    var groups = new ArrayList<Group>();
    groups.add(
        group(
            question,
            "服务对象",
            "audience",
            item -> item.audience().stream().map(ItemsPages::key).toList(),
            inOrder(Audience.values(), Audience::word)));
    groups.add(
        group(
            question,
            "事项类型",
            "kind",
            item -> List.of(key(item.kind())),
            inOrder(Kind.values(), Kind::word)));
    groups.add(
        group(
            question,
            "人生与经营",
            "event",
            item -> List.copyOf(item.lifeEvents()),
            Words.lifeEvents()));
    groups.add(group(question, "主题", "theme", ItemsPages::themes, themes(question)));
    groups.add(districts(question));
    groups.add(
        group(
            question,
            "办理层级",
            "level",
            item ->
                catalogue.implementations(item.leadId()).stream()
                    .map(each -> key(each.level()))
                    .distinct()
                    .toList(),
            inOrder(Level.values(), Level::word)));
    var departments = new LinkedHashMap<String, String>();
    for (Department department : directory.departments()) {
      if (Level.ofDivision(department.division()) == Level.CITY) {
        departments.put(department.key(), department.shortName());
      }
    }
    groups.add(
        group(question, "部门", "department", item -> List.of(item.department()), departments));
    return groups.stream().filter(group -> !group.chips().isEmpty()).toList();
  }

  /** Where it shall be done; what the city runs for all is counted everywhere. */
  private Group districts(ItemsQuestion question) {
    String chosen = question.filters().get("district");
    var chips = new ArrayList<Chip>();
    for (Division county : directory.counties()) {
      boolean on = county.code().equals(chosen);
      int count = catalogue.search(question.with("district", county.code()).query(null)).size();
      if (count > 0 || on) {
        chips.add(
            new Chip(
                county.name(),
                count,
                question.with("district", on ? null : county.code()).href(),
                on));
      }
    }
    return new Group("地区", chips);
  }

  private Group group(
      ItemsQuestion question,
      String word,
      String key,
      Function<ItemHead, List<String>> valuesOf,
      Map<String, String> words) {
    String chosen = question.filters().get(key);
    Map<String, Integer> counts =
        catalogue.search(question.with(key, null).query(null)).stream()
            .flatMap(item -> valuesOf.apply(item).stream())
            .collect(Collectors.toMap(Function.identity(), each -> 1, Integer::sum));
    var chips = new ArrayList<Chip>();
    words.forEach(
        (value, label) -> {
          boolean on = value.equals(chosen);
          int count = counts.getOrDefault(value, 0);
          if (count > 0 || on) {
            chips.add(new Chip(label, count, question.with(key, on ? null : value).href(), on));
          }
        });
    return new Group(word, chips);
  }

  private static List<String> themes(ItemHead item) {
    var themes = new ArrayList<String>();
    item.personThemes().forEach(code -> themes.add("person:" + code));
    item.legalThemes().forEach(code -> themes.add("legal:" + code));
    return themes;
  }

  /** Themes of both lists; the list of the audience alone when one is chosen. */
  private static Map<String, String> themes(ItemsQuestion question) {
    var words = new LinkedHashMap<String, String>();
    String audience = question.filters().get("audience");
    for (Audience each : Audience.values()) {
      if (audience == null || audience.equals(key(each))) {
        Words.themes(each)
            .forEach(
                (code, word) ->
                    words.put(
                        key(each) + ":" + code,
                        audience == null ? each.word() + "·" + word : word));
      }
    }
    return words;
  }

  private Hit hit(ItemHead item, List<String> words) {
    List<Part> name = marked(item.name(), words);
    List<Part> alias = List.of();
    if (!words.isEmpty() && name.stream().noneMatch(Part::marked)) {
      alias =
          item.aliases().stream()
              .map(each -> marked(each, words))
              .filter(parts -> parts.stream().anyMatch(Part::marked))
              .findFirst()
              .orElse(List.of());
    }
    int days = item.promisedDays();
    return new Hit(
        item.taskCode(),
        name,
        marked(item.summary(), words),
        alias,
        directory.department(item.department()).shortName(),
        days == 0 ? "当场办结" : "承诺 " + days + " 个工作日",
        item.visits(),
        item.audience().stream().map(Audience::word).collect(Collectors.joining("、")));
  }

  /** Cuts a text where a word of the question begins and ends. */
  static List<Part> marked(String text, List<String> words) {
    String normal = SearchText.normal(text);
    if (normal.length() != text.length()) {
      return List.of(new Part(text, false));
    }
    var mark = new boolean[text.length()];
    for (String word : words) {
      for (int at = normal.indexOf(word); at >= 0; at = normal.indexOf(word, at + 1)) {
        for (int i = at; i < at + word.length(); i++) {
          mark[i] = true;
        }
      }
    }
    var parts = new ArrayList<Part>();
    int from = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || mark[i] != mark[from]) {
        parts.add(new Part(text.substring(from, i), mark[from]));
        from = i;
      }
    }
    return parts;
  }

  private static String key(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String word) {
    for (E each : type.getEnumConstants()) {
      if (key(each).equals(word)) {
        return each;
      }
    }
    return null;
  }

  private static <E extends Enum<E>> Map<String, String> inOrder(
      E[] values, Function<E, String> word) {
    var words = new LinkedHashMap<String, String>();
    for (E value : values) {
      words.put(key(value), word.apply(value));
    }
    return words;
  }
}
