package org.yongtong.catalogue.life;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.Words;
import org.yongtong.catalogue.life.ThemesPage.Item;
import org.yongtong.catalogue.life.ThemesPage.Theme;

/** Makes {@link ThemesPage}s from the catalogue in memory. */
@Component
class ThemesPages {

  private static final int SOME = 4;

  private final Catalogue catalogue;

  ThemesPages(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  ThemesPage page(Audience who) {
    Map<String, List<ItemHead>> byTheme = new HashMap<>();
    for (ItemHead lead : catalogue.leads()) {
      Set<String> themes = who == Audience.PERSON ? lead.personThemes() : lead.legalThemes();
      if (lead.audience().contains(who)) {
        themes.forEach(
            code -> byTheme.computeIfAbsent(code, ignored -> new ArrayList<>()).add(lead));
      }
    }
    var themes = new ArrayList<Theme>();
    Words.themes(who)
        .forEach(
            (code, word) -> {
              List<ItemHead> items = byTheme.getOrDefault(code, List.of());
              if (!items.isEmpty()) {
                themes.add(
                    new Theme(
                        code,
                        word,
                        items.size(),
                        items.stream()
                            .limit(SOME)
                            .map(item -> new Item(item.name(), "/items/" + item.taskCode()))
                            .toList()));
              }
            });
    return new ThemesPage(who.name().toLowerCase(Locale.ROOT), who.word(), themes);
  }
}
