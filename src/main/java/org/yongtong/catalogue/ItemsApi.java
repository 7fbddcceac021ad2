package org.yongtong.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.RateLimit;
import org.yongtong.platform.web.Who;

/** Items as open data, for other systems. */
@RestController
@Allow(Who.ANYONE)
class ItemsApi {

  private static final int PER_PAGE = 50;

  private final Catalogue catalogue;
  private final Directory directory;
  private final RateLimit limit;

  ItemsApi(
      Catalogue catalogue,
      Directory directory,
      @Value("${yongtong.catalogue.searches-per-minute:300}") int perMinute,
      Clock clock) {
    this.catalogue = catalogue;
    this.directory = directory;
    // generous, for a whole hall may sit behind one address
    this.limit = RateLimit.perMinute(perMinute, clock);
  }

  /**
   * One page of a list.
   *
   * @param next cursor of the page after, or null on the last
   */
  record Items(List<Summary> items, @Nullable String next) {}

  record Summary(
      String taskCode,
      String name,
      String summary,
      String kind,
      String department,
      int legalDays,
      int promisedDays,
      int visits,
      int version) {}

  /**
   * The whole guide; {@code kind}, {@code handling} and so on are the English words of the pack.
   */
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
      java.util.Set<ServiceItem.Audience> audience,
      Body department,
      String division,
      java.util.Set<String> personThemes,
      java.util.Set<String> legalThemes,
      java.util.Set<String> lifeEvents,
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
      List<ServiceItem.Paper> papers) {}

  record Body(String key, String name, String creditCode) {}

  /**
   * @param parameters q, audience, kind, department, theme, event as on the page; cursor from the
   *     page before
   */
  @GetMapping("/api/v1/items")
  Items items(@RequestParam Map<String, String> parameters, HttpServletRequest request) {
    var question = ItemsQuestion.of(parameters);
    if (!question.q().isEmpty() && !limit.allows(request.getRemoteAddr())) {
      throw problem(HttpStatus.TOO_MANY_REQUESTS, "搜索太频繁，请过一分钟再试");
    }
    int from = from(parameters.getOrDefault("cursor", "0"));
    List<ItemHead> found = catalogue.search(question.query(null));
    List<Summary> page = found.stream().skip(from).limit(PER_PAGE).map(this::summary).toList();
    int next = from + page.size();
    return new Items(page, next < found.size() ? String.valueOf(next) : null);
  }

  @GetMapping("/api/v1/items/{taskCode}")
  Guide item(@PathVariable String taskCode) {
    return catalogue
        .findPublished(taskCode)
        .map(this::guide)
        .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "没有这个实施编码的在用事项"));
  }

  private static int from(String cursor) {
    if (!cursor.matches("[0-9]{1,6}")) {
      throw problem(HttpStatus.BAD_REQUEST, "cursor 应当是上一页返回的 next");
    }
    return Integer.parseInt(cursor);
  }

  private Summary summary(ItemHead item) {
    return new Summary(
        item.taskCode(),
        item.name(),
        item.summary(),
        item.kind().word(),
        directory.department(item.department()).name(),
        item.legalDays(),
        item.promisedDays(),
        item.visits(),
        item.versionNumber());
  }

  private Guide guide(ServiceItem item) {
    var department = directory.department(item.department());
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
        item.papers());
  }

  private static ErrorResponseException problem(HttpStatus status, String detail) {
    var problem = new ErrorResponseException(status);
    problem.setDetail(detail);
    return problem;
  }
}
