package org.yongtong.catalogue.base;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemState;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.ServiceItem.Kind;
import org.yongtong.catalogue.base.BaseCataloguePage.Choice;
import org.yongtong.catalogue.base.BaseCataloguePage.Item;
import org.yongtong.catalogue.base.BaseCataloguePage.Main;
import org.yongtong.catalogue.base.BaseCataloguePage.Sub;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;

/** Makes the page of the base catalogue; from memory. */
@Component
class BaseCataloguePages {

  private static final int PER_PAGE = 30;
  private static final int HANDLING = 33;

  private final Catalogue catalogue;
  private final Directory directory;

  BaseCataloguePages(Catalogue catalogue, Directory directory) {
    this.catalogue = catalogue;
    this.directory = directory;
  }

  /** What was asked for; what is no kind or body is dropped. */
  record Question(String q, @Nullable Kind kind, @Nullable String department, int page) {

    static Question of(Map<String, String> parameters, Directory directory) {
      String q = parameters.getOrDefault("q", "").strip();
      String department = parameters.getOrDefault("department", "");
      String page = parameters.getOrDefault("page", "1");
      return new Question(
          q.length() > 60 ? q.substring(0, 60) : q,
          Arrays.stream(Kind.values())
              .filter(each -> key(each).equals(parameters.get("kind")))
              .findFirst()
              .orElse(null),
          directory.findDepartment(department).map(Department::key).orElse(null),
          page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1);
    }

    boolean fits(ItemHead item, boolean anyKind, boolean anyDepartment) {
      return (anyKind || kind == null || item.kind() == kind)
          && (anyDepartment || department == null || item.department().equals(department))
          && (item.name() + item.baseCode() + String.join(" ", item.aliases()))
              .toLowerCase(Locale.ROOT)
              .contains(q.toLowerCase(Locale.ROOT));
    }

    String href(int number) {
      var parameters = new LinkedHashMap<String, String>();
      if (!q.isEmpty()) {
        parameters.put("q", q);
      }
      if (kind != null) {
        parameters.put("kind", key(kind));
      }
      if (department != null) {
        parameters.put("department", department);
      }
      if (number > 1) {
        parameters.put("page", String.valueOf(number));
      }
      return parameters.entrySet().stream()
          .map(
              each ->
                  each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
          .collect(
              Collectors.joining("&", parameters.isEmpty() ? "/catalogue" : "/catalogue?", ""));
    }
  }

  BaseCataloguePage page(Question question) {
    List<ItemHead> all = catalogue.leads();
    List<ItemHead> found = all.stream().filter(item -> question.fits(item, false, false)).toList();
    List<List<ItemHead>> groups = List.copyOf(byMain(found).values());
    int pages = Math.max(1, (groups.size() + PER_PAGE - 1) / PER_PAGE);
    int number = Math.min(question.page(), pages);
    Kind kind = question.kind();
    return new BaseCataloguePage(
        question.q(),
        kind == null ? null : key(kind),
        question.department(),
        choices(
            all.stream().filter(item -> question.fits(item, true, false)).toList(),
            item -> key(item.kind()),
            kinds()),
        choices(
            all.stream().filter(item -> question.fits(item, false, true)).toList(),
            ItemHead::department,
            bodies()),
        all.size(),
        found.size(),
        groups.stream()
            .skip((long) (number - 1) * PER_PAGE)
            .limit(PER_PAGE)
            .map(this::main)
            .toList(),
        number,
        pages,
        number > 1 ? question.href(number - 1) : null,
        number < pages ? question.href(number + 1) : null);
  }

  /** By body in the directory's order, then by the nine digits of the main item. */
  private Map<String, List<ItemHead>> byMain(List<ItemHead> items) {
    List<String> order = directory.departments().stream().map(Department::key).toList();
    Map<String, List<ItemHead>> groups = new TreeMap<>();
    for (ItemHead item : items) {
      String key =
          "%04d %s".formatted(order.indexOf(item.department()), item.baseCode().substring(0, 9));
      groups.computeIfAbsent(key, ignored -> new ArrayList<>()).add(item);
    }
    return groups;
  }

  private Main main(List<ItemHead> items) {
    Map<String, List<ItemHead>> bySub = new TreeMap<>();
    items.forEach(
        item -> bySub.computeIfAbsent(item.baseCode(), ignored -> new ArrayList<>()).add(item));
    String code = items.getFirst().baseCode().substring(0, 9) + "000";
    List<Sub> subs =
        bySub.entrySet().stream()
            .map(
                sub ->
                    new Sub(
                        sub.getKey(),
                        sub.getKey().equals(code) ? null : commonName(sub.getValue()),
                        sub.getValue().stream()
                            .sorted(java.util.Comparator.comparing(ItemHead::taskCode))
                            .map(this::item)
                            .toList()))
            .toList();
    ItemHead first = items.getFirst();
    return new Main(
        code,
        commonName(bySub.getOrDefault(code, items)),
        first.kind().word(),
        directory.findDepartment(first.department()).map(Department::name).orElse(""),
        items.size() == 1,
        subs);
  }

  private Item item(ItemHead item) {
    Map<Level, Long> counts =
        catalogue.implementations(item.id()).stream()
            .collect(Collectors.groupingBy(ItemHead::level, TreeMap::new, Collectors.counting()));
    return new Item(
        item.id(),
        item.taskCode(),
        item.name(),
        item.taskCode().length() == HANDLING ? item.taskCode().substring(31) : null,
        counts.entrySet().stream()
            .map(each -> each.getKey().word() + " " + each.getValue())
            .toList(),
        item.state() == ItemState.SUSPENDED);
  }

  /** What the names have in common: 食品经营许可 of 食品经营许可（新办） and 食品经营许可（变更）. */
  static String commonName(List<ItemHead> items) {
    String common = items.getFirst().name();
    for (ItemHead item : items) {
      int same = 0;
      while (same < Math.min(common.length(), item.name().length())
          && common.charAt(same) == item.name().charAt(same)) {
        same++;
      }
      common = common.substring(0, same);
    }
    String trimmed = items.size() == 1 ? common : common.replaceFirst("[（(·—:：\\s]+$", "");
    return trimmed.length() < 3 ? items.getFirst().name() : trimmed;
  }

  private static List<Choice> choices(
      List<ItemHead> items, Function<ItemHead, String> value, Map<String, String> words) {
    Map<String, Long> counts =
        items.stream().collect(Collectors.groupingBy(value, Collectors.counting()));
    return words.entrySet().stream()
        .filter(word -> counts.containsKey(word.getKey()))
        .map(
            word ->
                new Choice(
                    word.getKey(),
                    word.getValue(),
                    Objects.requireNonNull(counts.get(word.getKey())).intValue()))
        .toList();
  }

  private static Map<String, String> kinds() {
    var words = new LinkedHashMap<String, String>();
    for (Kind kind : Kind.values()) {
      words.put(key(kind), kind.word());
    }
    return words;
  }

  private Map<String, String> bodies() {
    var words = new LinkedHashMap<String, String>();
    directory.departments().forEach(each -> words.put(each.key(), each.shortName()));
    return words;
  }

  private static String key(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
