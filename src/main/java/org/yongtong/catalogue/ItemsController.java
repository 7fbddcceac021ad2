package org.yongtong.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.RateLimit;
import org.yongtong.platform.web.Who;

/** The list of items, their guides and the forms to print. */
@Controller
@Allow(Who.ANYONE)
class ItemsController {

  /** The place chosen in the top bar. */
  private static final String PLACE = "yt-place";

  private final CityCatalogue catalogue;
  private final ItemsPages lists;
  private final Guides guides;
  private final RateLimit limit;
  private final PageTags tags;
  private final Directory directory;

  ItemsController(
      CityCatalogue catalogue,
      ItemsPages lists,
      Guides guides,
      PageTags tags,
      Directory directory,
      @Value("${yongtong.catalogue.searches-per-minute:300}") int perMinute,
      Clock clock) {
    this.directory = directory;
    this.catalogue = catalogue;
    this.lists = lists;
    this.guides = guides;
    // generous, for a whole hall may sit behind one address
    this.limit = RateLimit.perMinute(perMinute, clock);
    this.tags = tags;
  }

  @GetMapping("/items")
  String items(
      @RequestParam Map<String, String> parameters,
      @CookieValue(name = PLACE, required = false) @Nullable String place,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var question = ItemsQuestion.of(parameters);
    if (!question.q().isEmpty() && !limit.allows(request.getRemoteAddr())) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader("Retry-After", "60");
      return "catalogue/too-many";
    }
    model.addAttribute(
        "page",
        lists.page(
            question, place != null && directory.findDivision(place).isPresent() ? place : null));
    return "catalogue/items";
  }

  @GetMapping("/items/{taskCode}")
  @Nullable String guide(
      @PathVariable String taskCode,
      ServletWebRequest web,
      HttpServletResponse response,
      Model model) {
    Optional<ServiceItem> item = catalogue.findPublished(taskCode);
    if (item.isEmpty()) {
      List<ItemHead> handling = catalogue.handlingItems(taskCode);
      if (!handling.isEmpty()) {
        model.addAttribute("page", new HandlingPage(handling));
        return "catalogue/handling";
      }
      item = catalogue.findCancelled(taskCode);
      item.ifPresent(ignored -> response.setStatus(HttpStatus.GONE.value()));
    }
    return guide(item.orElseThrow(ItemsController::unknown), web, model);
  }

  @GetMapping("/items/{taskCode}/versions/{number:[0-9]{1,6}}")
  @Nullable String version(
      @PathVariable String taskCode, @PathVariable int number, ServletWebRequest web, Model model) {
    ServiceItem item =
        catalogue.findVersion(taskCode, number).orElseThrow(ItemsController::unknown);
    return guide(item, web, model);
  }

  @GetMapping("/items/{taskCode}/papers/{paperId}/blank")
  String blank(@PathVariable String taskCode, @PathVariable String paperId, Model model) {
    return sheet(taskCode, paperId, false, model);
  }

  @GetMapping("/items/{taskCode}/papers/{paperId}/sample")
  String sample(@PathVariable String taskCode, @PathVariable String paperId, Model model) {
    return sheet(taskCode, paperId, true, model);
  }

  private @Nullable String guide(ServiceItem item, ServletWebRequest web, Model model) {
    if (tags.unchanged(
        "%s %s %d".formatted(item.version(), item.standing().state(), catalogue.generation()), web)) {
      return null;
    }
    HttpServletRequest request = web.getRequest();
    model.addAttribute("page", guides.page(item, request.getParameterMap()));
    return "1".equals(request.getParameter("print")) ? "catalogue/guide-print" : "catalogue/guide";
  }

  private String sheet(String taskCode, String paperId, boolean filled, Model model) {
    ServiceItem item = published(taskCode);
    ServiceItem.Paper paper = item.findPaper(paperId).orElseThrow(ItemsController::unknown);
    ServiceItem.Blank blank = paper.blank();
    if (blank == null) {
      throw unknown();
    }
    model.addAttribute("page", new BlankPage(item, paper, blank, filled));
    return "catalogue/blank";
  }

  private ServiceItem published(String taskCode) {
    return catalogue.findPublished(taskCode).orElseThrow(ItemsController::unknown);
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
