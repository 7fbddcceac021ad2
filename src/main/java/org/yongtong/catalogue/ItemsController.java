package org.yongtong.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** Guides of items and the forms to print. */
@Controller
@Allow(Who.ANYONE)
class ItemsController {

  private final CityCatalogue catalogue;
  private final Guides guides;
  private final GuideFigures.Source figures;
  private final PageTags tags;

  ItemsController(
      CityCatalogue catalogue, Guides guides, GuideFigures.Source figures, PageTags tags) {
    this.figures = figures;
    this.catalogue = catalogue;
    this.guides = guides;
    this.tags = tags;
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
    String version = item.version() + " " + item.standing().state() + " ";
    if (tags.unchanged(() -> version + catalogue.generation() + " " + figures.round(), web)) {
      return null;
    }
    HttpServletRequest request = web.getRequest();
    model.addAttribute(
        "page", new GuideView(guides.page(item, request.getParameterMap()), figures.of(item)));
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
