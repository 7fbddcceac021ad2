package org.yongtong.catalogue.find;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** The list of items, searched and filtered. */
@Controller
@Allow(Who.ANYONE)
class ListController {

  /** The place chosen in the top bar. */
  private static final String PLACE = "yt-place";

  private final ItemsPages lists;
  private final SearchLimit limit;
  private final Directory directory;
  private final Tally tally;

  ListController(ItemsPages lists, SearchLimit limit, Directory directory, Tally tally) {
    this.tally = tally;
    this.lists = lists;
    this.limit = limit;
    this.directory = directory;
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
    ItemsPage page = lists.page(question, known(place));
    if (question.page() == 1 && question.filters().isEmpty()) {
      tally.asked(question.q(), page.total());
    }
    model.addAttribute("page", page);
    return "catalogue/items";
  }

  /** A part below the search box while somebody types. */
  @GetMapping("/items/suggest")
  String suggest(
      @RequestParam(defaultValue = "") String q,
      @CookieValue(name = PLACE, required = false) @Nullable String place,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String typed = ItemsQuestion.of(Map.of("q", q)).q();
    if (!typed.isEmpty() && !limit.allowsSuggestions(request.getRemoteAddr())) {
      response.setStatus(HttpStatus.NO_CONTENT.value()); // what stands there stays
    }
    model.addAttribute(
        "page",
        response.getStatus() == HttpStatus.OK.value()
            ? lists.suggestions(typed, known(place))
            : SuggestPage.NOTHING);
    return "catalogue/find/_suggest";
  }

  private @Nullable String known(@Nullable String place) {
    return place != null && directory.findDivision(place).isPresent() ? place : null;
  }
}
