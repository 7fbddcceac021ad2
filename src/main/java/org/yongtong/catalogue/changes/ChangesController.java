package org.yongtong.catalogue.changes;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.yongtong.catalogue.PublicData;
import org.yongtong.catalogue.changes.CatalogueChange.Place;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** What changed, as a page and as a feed, and the versions of an item. */
@Controller
@Allow(Who.ANYONE)
class ChangesController {

  private static final int IN_FEED = 50;
  private static final int VERSIONS = 20;
  private static final MediaType ATOM =
      new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

  private final ChangesPages pages;
  private final VersionTable versions;
  private final Directory directory;
  private final DateTimeFormatter date;

  ChangesController(ChangesPages pages, VersionTable versions, Directory directory, Clock clock) {
    this.pages = pages;
    this.versions = versions;
    this.directory = directory;
    this.date = DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(clock.getZone());
  }

  @GetMapping("/changes")
  String changes(@RequestParam Map<String, String> parameters, Model model) {
    model.addAttribute(
        "page", pages.page(pages.filter(parameters), Place.parse(parameters.get("after"))));
    return "catalogue/changes/changes";
  }

  @GetMapping("/changes.atom")
  ResponseEntity<byte[]> feed(@RequestParam Map<String, String> parameters, WebRequest request) {
    ChangeTable.Filter filter = pages.filter(parameters);
    String site = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    String query = ChangesPages.query(filter);
    String department = filter.department();
    String title =
        department == null ? "南宁市政务事项目录变更" : directory.department(department).name() + "政务事项目录变更";
    String feed =
        new ChangesFeed(site, site + "/changes.atom" + query, site + "/changes" + query)
            .write(title, "邕通", pages.newest(filter, IN_FEED));
    return PublicData.answer(feed, ATOM, null, request);
  }

  @GetMapping("/items/{taskCode}/versions")
  String versions(
      @PathVariable String taskCode,
      @RequestParam(required = false) @Nullable String below,
      Model model) {
    VersionTable.Item item =
        versions
            .find(taskCode)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    int number =
        below != null && below.matches("[1-9][0-9]{0,8}")
            ? Integer.parseInt(below)
            : Integer.MAX_VALUE;
    List<ItemVersion> found = versions.list(item.id(), number, VERSIONS + 1);
    List<ItemVersion> shown = found.subList(0, Math.min(VERSIONS, found.size()));
    model.addAttribute(
        "page",
        new VersionsPage(
            taskCode,
            item.name(),
            directory.findDepartment(item.department()).map(Department::name).orElse(""),
            item.published(),
            shown.stream().map(this::line).toList(),
            found.size() > VERSIONS
                ? "/items/" + taskCode + "/versions?below=" + shown.getLast().number()
                : null));
    return "catalogue/changes/versions";
  }

  private VersionsPage.Line line(ItemVersion version) {
    Instant to = version.to();
    return new VersionsPage.Line(
        version.number(),
        date.format(version.from()),
        to == null ? null : date.format(to),
        version.reason(),
        version.differences());
  }
}
