package org.yongtong.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.OwnPath;
import org.yongtong.platform.web.PlaceNames;
import org.yongtong.platform.web.Who;

/** Service places, and the place that a visitor wants remembered. */
@Controller
@Allow(Who.ANYONE)
class PlaceController {

  /** Read by the page shell too. */
  static final String COOKIE = "yt-place";

  private final Directory directory;
  private final PlaceNames names;

  PlaceController(Directory directory, PlaceNames names) {
    this.directory = directory;
    this.names = names;
  }

  @GetMapping("/places")
  String places(
      @CookieValue(name = COOKIE, required = false) @Nullable String chosen, Model model) {
    model.addAttribute("page", page(chosen, null));
    return "directory/places";
  }

  /** Where a browser arrives that reloads a refused choice. */
  @GetMapping("/place")
  String place() {
    return "redirect:/places";
  }

  @PostMapping("/place")
  String choose(
      @RequestParam(defaultValue = "") String division,
      @RequestParam(defaultValue = "") String back,
      @CookieValue(name = COOKIE, required = false) @Nullable String chosen,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (names.name(division) == null) {
      response.setStatus(422);
      model.addAttribute("page", page(chosen, "没有这个地区，请从列表中选择"));
      return "directory/places";
    }
    var cookie =
        ResponseCookie.from(COOKIE, division)
            .path("/")
            .maxAge(Duration.ofDays(365))
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return "redirect:" + OwnPath.or(back, "/places");
  }

  private PlacesPage page(@Nullable String cookie, @Nullable String problem) {
    Division chosen =
        cookie == null || names.name(cookie) == null
            ? directory.city()
            : directory.findDivision(cookie).orElseGet(directory::city);
    var centres = new ArrayList<PlacesPage.Card>();
    var counters = new ArrayList<PlacesPage.Card>();
    boolean wholeCity = chosen.equals(directory.city());
    for (ServicePlace place : directory.places()) {
      boolean ofTheCity = place.division().equals(directory.city().code());
      if (place.key().startsWith("dept-")) {
        counters.add(card(place));
      } else if (place.key().startsWith("town-") || place.key().startsWith("village-")) {
        if (!wholeCity && place.division().startsWith(chosen.code().substring(0, 6))) {
          centres.add(card(place));
        }
      } else if (place.division().equals(chosen.code()) && !ofTheCity) {
        centres.addFirst(card(place));
      } else if (wholeCity || ofTheCity) {
        centres.add(card(place));
      }
    }
    List<Division> choices =
        Stream.concat(Stream.of(directory.city()), directory.counties().stream()).toList();
    return new PlacesPage(chosen, choices, centres, counters, problem);
  }

  private PlacesPage.Card card(ServicePlace place) {
    Map<List<String>, List<ServicePlace.Window>> alike =
        place.windows().stream()
            .collect(
                Collectors.groupingBy(
                    window ->
                        Stream.concat(Stream.of(window.name()), window.departments().stream())
                            .toList(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<PlacesPage.Card.Row> rows =
        alike.values().stream()
            .map(
                windows ->
                    new PlacesPage.Card.Row(
                        windows.stream()
                            .map(ServicePlace.Window::number)
                            .collect(Collectors.joining("、")),
                        windows.getFirst().name(),
                        departments(windows.getFirst())))
            .toList();
    return new PlacesPage.Card(
        place.key(),
        place.name(),
        directory.fullName(place.division()),
        place.address(),
        place.hours(),
        place.phone(),
        place.traffic(),
        rows);
  }

  private String departments(ServicePlace.Window window) {
    // who has no counter of its own, such as the organisation office, is served nowhere
    long ofTheCity =
        directory.departments().stream()
            .filter(each -> each.division().equals(directory.city().code()))
            .filter(each -> directory.findPlace("dept-" + each.key()).isPresent())
            .count();
    if (window.departments().size() >= ofTheCity) {
      return "各部门事项";
    }
    return window.departments().stream()
        .map(key -> directory.findDepartment(key).map(Department::shortName).orElse(key))
        .collect(Collectors.joining("、"));
  }
}
