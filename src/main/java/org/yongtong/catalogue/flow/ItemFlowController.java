package org.yongtong.catalogue.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.Guides;
import org.yongtong.catalogue.Guides.Answered;
import org.yongtong.catalogue.PageTags;
import org.yongtong.catalogue.PublicData;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.ServiceItem.Step;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** The flow of a service item, for everybody or for one's answers, as a page and as a file. */
@Controller
@Allow(Who.ANYONE)
class ItemFlowController {

  private final Catalogue catalogue;
  private final Directory directory;
  private final Guides guides;
  private final Flows flows;
  private final PageTags tags;

  ItemFlowController(
      Catalogue catalogue, Directory directory, Guides guides, Flows flows, PageTags tags) {
    this.guides = guides;
    this.catalogue = catalogue;
    this.directory = directory;
    this.flows = flows;
    this.tags = tags;
  }

  @GetMapping("/items/{taskCode}/flow")
  @Nullable String page(@PathVariable String taskCode, ServletWebRequest web, Model model) {
    ServiceItem item = published(taskCode);
    if (tags.unchanged(item.version().toString(), web)) {
      return null;
    }
    Answered mine = guides.answered(item, web.getRequest().getParameterMap());
    model.addAttribute(
        "page",
        new FlowPage(
            item,
            directory
                .findDepartment(mine.situation().department())
                .orElseGet(() -> directory.department(item.department())),
            drawn(item, mine),
            mine.query().isEmpty() ? "" : "?" + mine.query(),
            mine.said(),
            mine.query().isEmpty()
                ? List.of()
                : mine.situation().steps().spared().stream().map(Step::name).toList()));
    return "catalogue/flow/item";
  }

  @GetMapping("/items/{taskCode}/flow.svg")
  ResponseEntity<byte[]> file(@PathVariable String taskCode, ServletWebRequest request) {
    ServiceItem item = published(taskCode);
    Answered mine = guides.answered(item, request.getRequest().getParameterMap());
    return PublicData.answer(
        drawn(item, mine).svg(), Flows.SVG, item.name() + "办理流程图.svg", request);
  }

  private Flow drawn(ServiceItem item, Answered mine) {
    return mine.query().isEmpty() ? flows.of(item) : flows.of(item, mine.situation());
  }

  private ServiceItem published(String taskCode) {
    return catalogue
        .findPublished(taskCode)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
