package org.yongtong.catalogue.power;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
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
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.PageTags;
import org.yongtong.catalogue.PowerItem;
import org.yongtong.catalogue.Powers;
import org.yongtong.catalogue.PublicData;
import org.yongtong.catalogue.flow.Flows;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** Power and responsibility lists, as pages and as files. */
@Controller
@Allow(Who.ANYONE)
class PowersController {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Powers powers;
  private final Catalogue catalogue;
  private final PowerLists lists;
  private final PowerPages pages;
  private final Flows flows;
  private final Directory directory;
  private final PageTags tags;
  private final DateTimeFormatter date;

  PowersController(
      Powers powers,
      Catalogue catalogue,
      PowerLists lists,
      PowerPages pages,
      Flows flows,
      Directory directory,
      PageTags tags,
      Clock clock) {
    this.powers = powers;
    this.catalogue = catalogue;
    this.lists = lists;
    this.pages = pages;
    this.flows = flows;
    this.directory = directory;
    this.tags = tags;
    this.date = DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(clock.getZone());
  }

  @GetMapping("/powers")
  String all(Model model) {
    model.addAttribute("page", pages.all());
    return "catalogue/power/powers";
  }

  @GetMapping("/powers.csv")
  ResponseEntity<byte[]> allAsTable(WebRequest request) {
    return PublicData.answer(PowerFiles.csv(pages.all()), CSV, "权力清单统计.csv", request);
  }

  @GetMapping("/powers/{department}")
  String list(
      @PathVariable String department, @RequestParam Map<String, String> parameters, Model model) {
    model.addAttribute("page", pages.list(body(department), PowerPages.Question.of(parameters)));
    return "catalogue/power/list";
  }

  @GetMapping("/powers/{department}.csv")
  ResponseEntity<byte[]> listAsTable(@PathVariable String department, WebRequest request) {
    Department body = body(department);
    return PublicData.answer(
        PowerFiles.csv(lists.of(body)), CSV, body.name() + "权力清单.csv", request);
  }

  @GetMapping("/powers/{department}.json")
  ResponseEntity<byte[]> listAsData(@PathVariable String department, WebRequest request) {
    return PublicData.answer(
        PowerFiles.json(lists.of(body(department))), MediaType.APPLICATION_JSON, null, request);
  }

  @GetMapping("/powers/{department}/{code}")
  @Nullable String power(
      @PathVariable String department,
      @PathVariable String code,
      ServletWebRequest web,
      Model model) {
    Department body = body(department);
    PowerItem power = find(body, code);
    if (power == null) {
      // a service item has its guide
      return catalogue
          .findHead(code)
          .filter(item -> item.department().equals(department))
          .map(item -> "redirect:/items/" + item.taskCode())
          .orElseThrow(PowersController::unknown);
    }
    if (tags.unchanged(power.version().toString(), web)) {
      return null;
    }
    model.addAttribute(
        "page", new PowerPage(power, body, flows.of(power), date.format(power.publishedAt())));
    return "1".equals(web.getRequest().getParameter("print"))
        ? "catalogue/power/power-print"
        : "catalogue/power/power";
  }

  @GetMapping("/powers/{department}/{code}/flow.svg")
  ResponseEntity<byte[]> flow(
      @PathVariable String department, @PathVariable String code, WebRequest request) {
    PowerItem power = find(body(department), code);
    if (power == null) {
      throw unknown();
    }
    return PublicData.answer(flows.of(power).svg(), Flows.SVG, power.name() + "运行流程图.svg", request);
  }

  private @Nullable PowerItem find(Department body, String code) {
    return powers.find(code).filter(power -> power.department().equals(body.key())).orElse(null);
  }

  private Department body(String key) {
    return directory.findDepartment(key).orElseThrow(PowersController::unknown);
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
