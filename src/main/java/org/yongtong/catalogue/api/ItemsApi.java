package org.yongtong.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  private final Catalogue catalogue;
  private final Directory directory;

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

  /** The whole guide; kind, handling and so on are the English words of the pack. */
  record Guide(
      String taskCode,
      String baseCode,
      String id,
      int version,
      String publishedAt,
      boolean sample,
      String name,
      List<String> aliases,
      String summary,
      ServiceItem.Kind kind,
      ServiceItem.Handling handling,
      Set<ServiceItem.Audience> audience,
      Body department,
      String division,
      Set<String> personThemes,
      Set<String> legalThemes,
      Set<String> lifeEvents,
      List<ServiceItem.Basis> bases,
      List<ServiceItem.Condition> conditions,
      ServiceItem.Limits limits,
      int visits,
      ServiceItem.Depth depth,
      ServiceItem.Result result,
      List<ServiceItem.Fee> fees,
      List<ServiceItem.Step> steps,
      List<String> places,
      ServiceItem.Contact consult,
      ServiceItem.Contact complain,
      ServiceItem.Rights rights,
      List<ServiceItem.Question> faq,
      List<ServiceItem.Paper> papers,
      ServiceItem.Standing standing,
      ServiceItem.More more,
      String url) {}

  record Body(String key, String name, String creditCode) {}

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
    List<ItemHead> found =
        "all".equals(implementations) ? everyBody(query) : catalogue.search(query);
    return page(
        found.stream()
            .filter(item -> cursor == null || item.taskCode().compareTo(cursor) > 0)
            .sorted(Comparator.comparing(ItemHead::taskCode))
            .limit(PER_PAGE + 1L)
            .toList(),
        next,
        null);
  }

  /** Every implementation that fits, its lead or not. */
  private List<ItemHead> everyBody(ItemQuery query) {
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
            .collect(java.util.stream.Collectors.toSet());
    String department = query.department();
    String division = query.division();
    return catalogue.listPublished().stream()
        .filter(item -> leads.contains(item.leadId()))
        .filter(item -> department == null || item.department().equals(department))
        .filter(item -> query.level() == null || item.level() == query.level())
        .filter(item -> division == null || item.division().equals(division))
        .toList();
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
  Guide item(@PathVariable String code) {
    return catalogue
        .findPublished(code)
        .map(this::guide)
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

  private Guide guide(ServiceItem item) {
    Department department = directory.department(item.department());
    return new Guide(
        item.taskCode(),
        item.baseCode(),
        item.id(),
        item.versionNumber(),
        item.publishedAt().toString(),
        item.sample(),
        item.name(),
        item.aliases(),
        item.summary(),
        item.kind(),
        item.handling(),
        item.audience(),
        new Body(department.key(), department.name(), department.creditCode()),
        item.division(),
        item.personThemes(),
        item.legalThemes(),
        item.lifeEvents(),
        item.bases(),
        item.conditions(),
        item.limits(),
        item.visits(),
        item.depth(),
        item.result(),
        item.fees(),
        item.steps(),
        item.places(),
        item.consult(),
        item.complain(),
        item.rights(),
        item.faq(),
        item.papers(),
        item.standing(),
        item.more(),
        "/items/" + item.taskCode());
  }
}
