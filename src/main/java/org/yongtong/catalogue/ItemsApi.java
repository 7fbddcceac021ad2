package org.yongtong.catalogue;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** Guides as open data, for other systems. */
@RestController
@Allow(Who.ANYONE)
class ItemsApi {

  private final Catalogue catalogue;
  private final Directory directory;

  ItemsApi(Catalogue catalogue, Directory directory) {
    this.catalogue = catalogue;
    this.directory = directory;
  }

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

  @GetMapping("/api/v1/items/{taskCode}")
  Guide item(@PathVariable String taskCode) {
    return catalogue
        .findPublished(taskCode)
        .map(this::guide)
        .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "没有这个实施编码的在用事项"));
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
