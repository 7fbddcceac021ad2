package org.yongtong.catalogue.flow;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.PageTags;
import org.yongtong.catalogue.PublicData;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** The flow of a service item, as a page and as a file. */
@Controller
@Allow(Who.ANYONE)
class ItemFlowController {

  private final Catalogue catalogue;
  private final Directory directory;
  private final Flows flows;
  private final PageTags tags;

  ItemFlowController(Catalogue catalogue, Directory directory, Flows flows, PageTags tags) {
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
    model.addAttribute(
        "page", new FlowPage(item, directory.department(item.department()), flows.of(item)));
    return "catalogue/flow/item";
  }

  @GetMapping("/items/{taskCode}/flow.svg")
  ResponseEntity<byte[]> file(@PathVariable String taskCode, WebRequest request) {
    ServiceItem item = published(taskCode);
    return PublicData.answer(flows.of(item).svg(), Flows.SVG, item.name() + "办理流程图.svg", request);
  }

  private ServiceItem published(String taskCode) {
    return catalogue
        .findPublished(taskCode)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
