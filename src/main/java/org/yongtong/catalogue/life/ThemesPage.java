package org.yongtong.catalogue.life;

import java.util.List;

/**
 * The national themes for one kind of people, each with a few of its items.
 *
 * @param audience {@code person} or {@code legal}
 */
public record ThemesPage(String audience, String word, List<Theme> themes) {

  /**
   * @param items in all
   * @param some the first by name
   */
  public record Theme(String code, String word, int items, List<Item> some) {

    public int further() {
      return items - some.size();
    }
  }

  public record Item(String name, String path) {}

  public String path(Theme theme) {
    return "/items?audience=%s&theme=%s:%s".formatted(audience, audience, theme.code());
  }
}
