package org.yongtong.catalogue.life;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** Life events and themes. */
@Controller
@Allow(Who.ANYONE)
class LifeEventsController {

  /** The place chosen in the top bar. */
  private static final String PLACE = "yt-place";

  private final LifeEvents events;
  private final LifeEventPages pages;
  private final ThemesPages themes;
  private final Directory directory;

  LifeEventsController(
      LifeEvents events, LifeEventPages pages, ThemesPages themes, Directory directory) {
    this.events = events;
    this.pages = pages;
    this.themes = themes;
    this.directory = directory;
  }

  @GetMapping("/life-events")
  String list(Model model) {
    model.addAttribute("page", pages.list());
    return "catalogue/life/events";
  }

  @GetMapping("/life-events/{key}")
  String event(
      @PathVariable String key,
      @CookieValue(name = PLACE, required = false) @Nullable String place,
      Model model) {
    LifeEvent event = events.find(key).orElseThrow(LifeEventsController::unknown);
    String known = place != null && directory.findDivision(place).isPresent() ? place : null;
    model.addAttribute("page", pages.page(event, known));
    return "catalogue/life/event";
  }

  @GetMapping("/themes/{audience}")
  String themes(@PathVariable String audience, Model model) {
    Audience who =
        Arrays.stream(Audience.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(audience))
            .findFirst()
            .orElseThrow(LifeEventsController::unknown);
    model.addAttribute("page", themes.page(who));
    return "catalogue/life/themes";
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
