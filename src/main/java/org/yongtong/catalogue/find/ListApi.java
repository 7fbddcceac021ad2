package org.yongtong.catalogue.find;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** The list of items as open data, for other systems. */
@RestController
@Allow(Who.ANYONE)
class ListApi {

  private static final int PER_PAGE = 50;

  private final FindItems items;
  private final Directory directory;
  private final SearchLimit limit;

  ListApi(FindItems items, Directory directory, SearchLimit limit) {
    this.items = items;
    this.directory = directory;
    this.limit = limit;
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
   * @param parameters q and filters as on the page; cursor from the page before
   */
  @GetMapping("/api/v1/items")
  Items items(@RequestParam Map<String, String> parameters, HttpServletRequest request) {
    var question = ItemsQuestion.of(parameters);
    if (!question.q().isEmpty() && !limit.allows(request.getRemoteAddr())) {
      throw problem(HttpStatus.TOO_MANY_REQUESTS, "搜索太频繁，请过一分钟再试");
    }
    int from = from(parameters.getOrDefault("cursor", "0"));
    Findings found = items.list(question.query(null), from, PER_PAGE);
    List<Summary> page = found.items().stream().map(this::summary).toList();
    int next = from + page.size();
    return new Items(page, next < found.total() ? String.valueOf(next) : null);
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

  private static ErrorResponseException problem(HttpStatus status, String detail) {
    var problem = new ErrorResponseException(status);
    problem.setDetail(detail);
    return problem;
  }
}
