package org.yongtong.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.platform.CityPack;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;
import org.yongtong.portal.HomePage.ItemLink;

/** The front page and the map of the whole site. */
@Controller
@Allow(Who.ANYONE)
class HomeController {

  private static final int POPULAR = 8;

  private final Entrances entrances;
  private final LiveFigures figures;
  private final List<String> phrases;
  private final List<String> popular;

  HomeController(Entrances entrances, LiveFigures figures, CityPack pack) {
    this.entrances = entrances;
    this.figures = figures;
    Map<String, Object> home = pack.yaml("home.yaml");
    this.phrases = words(home, "phrases");
    this.popular = words(home, "popular");
  }

  @GetMapping("/")
  String home(Model model) {
    model.addAttribute("page", page());
    return "portal/home";
  }

  @GetMapping("/site-map")
  String siteMap(Model model) {
    model.addAttribute("page", page());
    return "portal/site-map";
  }

  private HomePage page() {
    List<ItemHead> items = entrances.items();
    return new HomePage(
        phrases,
        popular(items),
        entrances.foremostEvents(items),
        entrances.lifeEvents(items),
        entrances.personThemes(items),
        entrances.legalThemes(items),
        entrances.departments(items),
        figures.current());
  }

  /** Those the city names, in its order; filled up with others until eight stand there. */
  private List<ItemLink> popular(List<ItemHead> items) {
    var byId = new LinkedHashMap<String, ItemHead>();
    items.forEach(item -> byId.put(item.id(), item));
    Stream<ItemHead> named = popular.stream().filter(byId::containsKey).map(byId::get);
    Stream<ItemHead> others = items.stream().filter(item -> !popular.contains(item.id()));
    return Stream.concat(named, others).limit(POPULAR).map(this::link).toList();
  }

  private ItemLink link(ItemHead item) {
    int days = item.promisedDays();
    return new ItemLink(
        item.name(),
        "/items/" + item.taskCode(),
        entrances.departmentName(item),
        days == 0 ? "当场办结" : "承诺 " + days + " 个工作日办结",
        item.visits() == 0 ? "不用到现场" : "到现场 " + item.visits() + " 次");
  }

  private static List<String> words(Map<String, Object> home, String key) {
    if (home.get(key) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new IllegalStateException("home.yaml: %s 应当是列表。%s must be a list.".formatted(key, key));
  }
}
