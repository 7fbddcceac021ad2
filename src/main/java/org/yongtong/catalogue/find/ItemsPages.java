package org.yongtong.catalogue.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemQuery;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.ServiceItem.Depth;
import org.yongtong.catalogue.ServiceItem.Kind;
import org.yongtong.catalogue.Words;
import org.yongtong.catalogue.find.ItemsPage.Chip;
import org.yongtong.catalogue.find.ItemsPage.Group;
import org.yongtong.catalogue.find.ItemsPage.Hit;
import org.yongtong.catalogue.find.ItemsPage.Part;
import org.yongtong.catalogue.find.Rescue.Way;
import org.yongtong.catalogue.life.LifeEvent;
import org.yongtong.catalogue.life.LifeEvents;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.platform.CityPack;

/** Makes {@link ItemsPage}s. */
@Component
class ItemsPages {

  private static final int PER_PAGE = 20;
  private static final Map<String, String> VISITS = visits();

  private static final int SUGGESTIONS = 8;
  private static final int NEAR = 8;
  private static final int MOST_EVENTS = 2;
  private static final ItemQuery ALL = ItemQuery.words("", Integer.MAX_VALUE);

  private final FindItems items;

  /** Ids of the items that the city names on its front page. */
  private final List<String> popular;

  private final LifeEvents events;
  private final Directory directory;

  ItemsPages(FindItems items, LifeEvents events, Directory directory, CityPack pack) {
    this.items = items;
    this.events = events;
    this.popular =
        pack.yaml("home.yaml").get("popular") instanceof List<?> ids
            ? ids.stream().map(String::valueOf).toList()
            : List.of();
    this.directory = directory;
  }

  /**
   * @param place 12-digit code chosen in the top bar, or null
   */
  ItemsPage page(ItemsQuestion question, @Nullable String place) {
    int number = question.page();
    Findings found = items.list(question.query(place), (number - 1) * PER_PAGE, PER_PAGE);
    int pages = Math.max(1, (found.total() + PER_PAGE - 1) / PER_PAGE);
    if (number > pages) {
      return page(question.at(pages), place);
    }
    List<String> words = SearchText.words(question.q());
    List<Hit> hits = found.items().stream().map(item -> hit(item, words)).toList();
    var clear = new ItemsQuestion(question.filters().isEmpty() ? "" : question.q(), Map.of(), 1);
    return new ItemsPage(
        question.q(),
        question.filters(),
        groups(question, found.facets()),
        hits,
        found.total(),
        number > 1 || !question.filters().isEmpty() ? List.of() : answering(question.q()),
        number,
        pages,
        number > 1 ? question.at(number - 1).href() : null,
        number < pages ? question.at(number + 1).href() : null,
        clear.href(),
        found.total() == 0 ? rescue(question) : null);
  }

  private List<LifeEvent> answering(String typed) {
    return events.answering(typed, text -> String.join("", SearchText.words(text)), MOST_EVENTS);
  }

  private Rescue rescue(ItemsQuestion question) {
    List<Way> phrases =
        items.near(question.q(), NEAR).stream()
            .map(phrase -> new Way(phrase, new ItemsQuestion(phrase, Map.of(), 1).href()))
            .toList();
    Findings all = items.list(ALL, 0, Integer.MAX_VALUE);
    var byId = new HashMap<String, ItemHead>();
    all.items().forEach(item -> byId.put(item.id(), item));
    var themes = new ArrayList<Way>();
    Words.lifeEvents()
        .forEach(
            (key, word) -> {
              if (all.facets().count(Axis.EVENT, key) > 0) {
                themes.add(new Way(word, "/items?event=" + key));
              }
            });
    return new Rescue(
        phrases,
        popular.stream()
            .map(byId::get)
            .filter(Objects::nonNull)
            .map(item -> new Way(item.name(), "/items/" + item.taskCode()))
            .toList(),
        themes);
  }

  /** What is offered while somebody types. */
  SuggestPage suggestions(String typed, @Nullable String place) {
    if (typed.isEmpty()) {
      return SuggestPage.NOTHING;
    }
    List<String> words = SearchText.words(typed);
    return new SuggestPage(
        answering(typed),
        items.suggest(typed, place, SUGGESTIONS).stream()
            .map(
                each ->
                    new SuggestPage.Line(
                        "/items/" + each.item().taskCode(),
                        marked(each.item().name(), words),
                        each.saying() == null ? List.of() : marked(each.saying(), words),
                        directory.department(each.item().department()).shortName()))
            .toList(),
        new ItemsQuestion(typed, Map.of(), 1).href());
  }

  private List<Group> groups(ItemsQuestion question, Facets facets) {
    var counties = new LinkedHashMap<String, String>();
    directory.counties().forEach(county -> counties.put(county.code(), county.name()));
    var departments = new LinkedHashMap<String, String>();
    for (Department department : directory.departments()) {
      if (Level.ofDivision(department.division()) == Level.CITY) {
        departments.put(department.key(), department.shortName());
      }
    }
    var maker = new Groups(question, facets);
    return Stream.of(
            maker.of("服务对象", Axis.AUDIENCE, inOrder(Audience.values(), Audience::word)),
            maker.of("事项类型", Axis.KIND, inOrder(Kind.values(), Kind::word)),
            maker.of("人生与经营", Axis.EVENT, Words.lifeEvents()),
            maker.of("主题", Axis.THEME, themes(question)),
            maker.of("地区", Axis.DISTRICT, counties),
            maker.of("办理层级", Axis.LEVEL, inOrder(Level.values(), Level::word)),
            maker.of("网上办理", Axis.DEPTH, inOrder(Depth.values(), Depth::word)),
            maker.of("到现场次数", Axis.VISITS, VISITS),
            maker.of("部门", Axis.DEPARTMENT, departments))
        .filter(group -> !group.chips().isEmpty())
        .toList();
  }

  private record Groups(ItemsQuestion question, Facets facets) {

    /** The values that would leave something, and the one that is chosen. */
    Group of(String word, Axis axis, Map<String, String> values) {
      String key = Axis.key(axis);
      String chosen = question.filters().get(key);
      var chips = new ArrayList<Chip>();
      values.forEach(
          (value, label) -> {
            boolean on = value.equals(chosen);
            int count = facets.count(axis, value);
            if (count > 0 || on) {
              chips.add(new Chip(label, count, question.with(key, on ? null : value).href(), on));
            }
          });
      return new Group(word, chips);
    }
  }

  /** Themes of both lists; the list of the audience alone when one is chosen. */
  private static Map<String, String> themes(ItemsQuestion question) {
    var words = new LinkedHashMap<String, String>();
    String audience = question.filters().get("audience");
    for (Audience each : Audience.values()) {
      if (audience == null || audience.equals(Axis.key(each))) {
        Words.themes(each)
            .forEach(
                (code, word) ->
                    words.put(
                        Axis.key(each) + ":" + code,
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

  static <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String word) {
    for (E each : type.getEnumConstants()) {
      if (Axis.key(each).equals(word)) {
        return each;
      }
    }
    return null;
  }

  private static <E extends Enum<E>> Map<String, String> inOrder(
      E[] values, Function<E, String> word) {
    var words = new LinkedHashMap<String, String>();
    for (E value : values) {
      words.put(Axis.key(value), word.apply(value));
    }
    return words;
  }

  private static Map<String, String> visits() {
    var words = new LinkedHashMap<String, String>();
    words.put("0", "不用到现场");
    words.put("1", "到现场 1 次");
    words.put("2", "到现场 2 次以上");
    return words;
  }
}
