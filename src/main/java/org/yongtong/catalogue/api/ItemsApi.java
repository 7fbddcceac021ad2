package org.yongtong.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemQuery;
import org.yongtong.catalogue.ItemState;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.Mode;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** Service items and everything their guides show. */
@RestController
@Allow(Who.ANYONE)
@Tag(name = "事项 Items", description = "政务服务事项及其办事指南")
class ItemsApi {

  private static final int PER_PAGE = 50;
  private static final Comparator<ItemHead> BY_CODE = Comparator.comparing(ItemHead::taskCode);

  private final Catalogue catalogue;
  private final Directory directory;
  private volatile Ordered ordered = new Ordered(List.of(), List.of());

  ItemsApi(Catalogue catalogue, Directory directory) {
    this.catalogue = catalogue;
    this.directory = directory;
  }

  /**
   * One page of a list.
   *
   * @param next address of the page after, or null on the last
   */
  record Items(List<Summary> items, @Nullable String next) {}

  record Summary(
      String taskCode,
      String baseCode,
      String name,
      String summary,
      String kind,
      String department,
      String departmentName,
      String division,
      Level level,
      Mode mode,
      ItemState state,
      int legalDays,
      int promisedDays,
      int visits,
      int version,
      String url) {}

  @GetMapping("/api/v1/items")
  @Operation(
      summary = "事项列表",
      description = "不写 q 时按实施编码排序；写 q 时最贴切的在前。默认每个事项一条，implementations=all 时列出各级每个单位的实施清单。")
  Items items(
      @Parameter(description = "名称、别名、部门、法律里的词") @RequestParam(required = false) @Nullable String q,
      @Parameter(description = "person 个人，legal 法人") @RequestParam(required = false)
          @Nullable String audience,
      @Parameter(description = "事项类型，例如 permit") @RequestParam(required = false)
          @Nullable String kind,
      @Parameter(description = "部门编号，例如 market_regulation") @RequestParam(required = false)
          @Nullable String department,
      @Parameter(description = "主题，例如 person:040") @RequestParam(required = false)
          @Nullable String theme,
      @Parameter(description = "人生与经营事件，例如 birth") @RequestParam(required = false)
          @Nullable String event,
      @Parameter(description = "行使层级：city、county、town、village") @RequestParam(required = false)
          @Nullable String level,
      @Parameter(description = "12 位区划代码：这个地方能办的") @RequestParam(required = false)
          @Nullable String division,
      @Parameter(description = "all：列出每个单位的实施清单") @RequestParam(required = false)
          @Nullable String implementations,
      @Parameter(description = "上一页 next 里的值") @RequestParam(required = false)
          @Nullable String cursor) {
    String words = q == null ? "" : q.strip();
    if (cursor != null && !cursor.matches(words.isEmpty() ? "[0-9A-Z]{1,33}" : "[0-9]{1,6}")) {
      throw Problem.badRequest("cursor 应当是上一页 next 里的值");
    }
    Level atLevel = word(Level.class, level, "level");
    var query =
        new ItemQuery(
            words.length() > 60 ? words.substring(0, 60) : words,
            word(ServiceItem.Audience.class, audience, "audience"),
            word(ServiceItem.Kind.class, kind, "kind"),
            department,
            theme,
            event,
            atLevel,
            division,
            Integer.MAX_VALUE);
    Links next =
        Links.to("/api/v1/items")
            .with("q", words)
            .with("audience", audience)
            .with("kind", kind)
            .with("department", department)
            .with("theme", theme)
            .with("event", event)
            .with("level", level)
            .with("division", division)
            .with("implementations", implementations);
    if (!words.isEmpty()) {
      int from = cursor == null ? 0 : Integer.parseInt(cursor);
      return page(catalogue.search(query).stream().skip(from).toList(), next, from);
    }
    boolean all = "all".equals(implementations);
    Stream<ItemHead> found =
        all
            ? everyBody(query, cursor)
            : catalogue.search(query).stream()
                .filter(item -> cursor == null || item.taskCode().compareTo(cursor) > 0)
                .sorted(BY_CODE);
    return page(found.limit(PER_PAGE + 1L).toList(), next, null);
  }

  /** Every implementation that fits, its lead or not, by code behind the cursor. */
  private Stream<ItemHead> everyBody(ItemQuery query, @Nullable String cursor) {
    Set<String> leads =
        catalogue
            .search(
                new ItemQuery(
                    query.words(),
                    query.audience(),
                    query.kind(),
                    null,
                    query.theme(),
                    query.lifeEvent(),
                    null,
                    null,
                    Integer.MAX_VALUE))
            .stream()
            .map(ItemHead::leadId)
            .collect(Collectors.toSet());
    String department = query.department();
    String division = query.division();
    List<ItemHead> ordered = inOrder();
    return ordered.subList(cursor == null ? 0 : behind(ordered, cursor), ordered.size()).stream()
        .filter(item -> leads.contains(item.leadId()))
        .filter(item -> department == null || item.department().equals(department))
        .filter(item -> query.level() == null || item.level() == query.level())
        .filter(item -> division == null || item.division().equals(division));
  }

  /** Everything published by code; sorted once for each state of the catalogue. */
  private List<ItemHead> inOrder() {
    List<ItemHead> now = catalogue.listPublished();
    Ordered present = ordered;
    if (present.source() != now) {
      present = new Ordered(now, now.stream().sorted(BY_CODE).toList());
      ordered = present;
    }
    return present.byCode();
  }

  private record Ordered(List<ItemHead> source, List<ItemHead> byCode) {}

  private static int behind(List<ItemHead> byCode, String cursor) {
    int low = 0;
    int high = byCode.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byCode.get(middle).taskCode().compareTo(cursor) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * @param from position of the first in an order that is not by code, or null
   */
  private Items page(List<ItemHead> rest, Links next, @Nullable Integer from) {
    List<Summary> page = rest.stream().limit(PER_PAGE).map(this::summary).toList();
    if (rest.size() <= PER_PAGE) {
      return new Items(page, null);
    }
    return new Items(
        page,
        next.with("cursor", from == null ? page.getLast().taskCode() : from + PER_PAGE).toString());
  }

  @GetMapping("/api/v1/items/{code}")
  @Operation(summary = "一个事项的办事指南", description = "code 为 31 位实施编码，或者 33 位业务办理项编码")
  GuideData item(@PathVariable String code) {
    return catalogue
        .findPublished(code)
        .map(item -> GuideData.of(item, directory.department(item.department())))
        .orElseThrow(() -> Problem.notFound("没有这个实施编码的在用事项"));
  }

  static <E extends Enum<E>> @Nullable E word(
      Class<E> type, @Nullable String word, String parameter) {
    if (word == null || word.isEmpty()) {
      return null;
    }
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
        return each;
      }
    }
    throw Problem.badRequest(parameter + " 不能是“" + word + "”");
  }

  private Summary summary(ItemHead item) {
    return new Summary(
        item.taskCode(),
        item.baseCode(),
        item.name(),
        item.summary(),
        item.kind().word(),
        item.department(),
        directory.findDepartment(item.department()).map(Department::name).orElse(""),
        item.division(),
        item.level(),
        item.mode(),
        item.state(),
        item.legalDays(),
        item.promisedDays(),
        item.visits(),
        item.versionNumber(),
        "/api/v1/items/" + item.taskCode());
  }
}
