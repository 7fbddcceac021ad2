package org.yongtong.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the layout needs besides the page itself. Every template has {@code @param
 * org.yongtong.platform.web.Shell shell}.
 *
 * @param path of the request, for the active menu entry and the way back after sign-in
 * @param viewer who is signed in, or null
 * @param menu the staff's navigation, already cut to the viewer's roles
 * @param csrfName name of the hidden field that every POST form carries
 * @param csrf its value; reading it makes the cookie, so only forms read it
 * @param largeType 适老版: larger type, more contrast, one column
 * @param place division code and name that the visitor chose, 450100 南宁市 by default
 * @param places what the visitor may choose instead; empty until the directory fills the socket
 * @param site the facts at the foot of every page
 */
public record Shell(
    String path,
    @Nullable Viewer viewer,
    List<MenuEntry> menu,
    java.util.function.Supplier<CsrfField> csrfField,
    boolean largeType,
    Place place,
    List<Place> places,
    Site site,
    Assets assets) {

  /** Remembers the larger type. */
  public static final String LARGE_TYPE_COOKIE = "yt-large";

  public boolean signedIn() {
    return viewer != null;
  }

  public boolean staff() {
    return viewer != null && viewer.staff();
  }

  public boolean at(String prefix) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  /** Whether this entry of the menu is the one that leads here; of two, the longer address. */
  public boolean current(MenuEntry entry) {
    return at(entry.path())
        && menu.stream()
            .noneMatch(other -> other.path().length() > entry.path().length() && at(other.path()));
  }

  public CsrfField csrf() {
    return csrfField.get();
  }

  /** Address of a static asset with its content hash, cacheable for ever. */
  public String asset(String name) {
    return assets.url(name);
  }

  public record CsrfField(String name, String value) {}

  public record Place(String code, String name) {}
}
