package org.yongtong.catalogue.base;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemBodies;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** The base catalogue and, for each of its items, who runs it where. */
@Controller
@Allow(Who.ANYONE)
class BaseCatalogueController {

  private final Catalogue catalogue;
  private final Directory directory;
  private final BaseCataloguePages pages;
  private final ItemBodies bodies;

  BaseCatalogueController(
      Catalogue catalogue, Directory directory, BaseCataloguePages pages, ItemBodies bodies) {
    this.catalogue = catalogue;
    this.directory = directory;
    this.pages = pages;
    this.bodies = bodies;
  }

  @GetMapping("/catalogue")
  String all(@RequestParam Map<String, String> parameters, Model model) {
    model.addAttribute("page", pages.page(BaseCataloguePages.Question.of(parameters, directory)));
    return "catalogue/base/catalogue";
  }

  @GetMapping("/catalogue/{item}")
  String one(@PathVariable String item, Model model) {
    ItemHead lead =
        catalogue.implementations(item).stream()
            .filter(ItemHead::isLead)
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute(
        "page",
        new BaseItemPage(
            lead,
            directory.findDepartment(lead.department()).map(Department::name).orElse(""),
            bodies.of(lead.id(), "")));
    return "catalogue/base/item";
  }
}
