package org.yongtong.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.yongtong.platform.CityPack;

/** Makes the {@link Shell} of a request. */
@Component
class Shells {

  static final String PLACE = "yt-place";
  private static final Shell.Place CITY = new Shell.Place("450100000000", "南宁市");

  private final ObjectProvider<MenuEntry.Source> menus;
  private final ObjectProvider<PlaceNames> places;
  private final Assets assets;
  private final Site site;

  Shells(
      ObjectProvider<MenuEntry.Source> menus,
      ObjectProvider<PlaceNames> places,
      Assets assets,
      CityPack pack) {
    this.menus = menus;
    this.places = places;
    this.assets = assets;
    this.site = Site.of(pack);
  }

  Shell of(HttpServletRequest request) {
    Viewer viewer = AccessInterceptor.viewer();
    Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return new Shell(
        original instanceof String uri ? uri : request.getRequestURI(),
        viewer,
        viewer != null && viewer.staff() ? menu(viewer) : List.of(),
        () -> csrf(request),
        "1".equals(cookie(request, Shell.LARGE_TYPE_COOKIE)),
        place(cookie(request, PLACE)),
        choices(),
        site,
        assets);
  }

  private List<Shell.Place> choices() {
    PlaceNames names = places.getIfAvailable();
    return names == null ? List.of() : names.choices();
  }

  private List<MenuEntry> menu(Viewer viewer) {
    return menus.stream()
        .flatMap(source -> source.menu().stream())
        .filter(entry -> entry.shownTo(viewer))
        .sorted(Comparator.comparingInt(MenuEntry::order))
        .toList();
  }

  private Shell.Place place(@Nullable String code) {
    PlaceNames names = places.getIfAvailable();
    if (code == null || names == null) {
      return CITY;
    }
    String name = names.name(code);
    return name == null ? CITY : new Shell.Place(code, name);
  }

  private static Shell.CsrfField csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Shell.CsrfField(token.getParameterName(), token.getToken())
        : new Shell.CsrfField("_csrf", "");
  }

  private static @Nullable String cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return null;
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name)) {
        return cookie.getValue();
      }
    }
    return null;
  }
}
