package org.yongtong.platform.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the staff's left navigation, contributed by the module that owns the page.
 *
 * @param order position, small first
 * @param roles shown to viewers with any of these; empty means all staff
 * @param badge a small number beside the word (open to-dos), or null
 */
public record MenuEntry(
    int order, String word, String path, String icon, Set<Role> roles, @Nullable String badge) {

  public MenuEntry(int order, String word, String path, String icon, Role... roles) {
    this(order, word, path, icon, Set.of(roles), null);
  }

  boolean shownTo(Viewer viewer) {
    return roles.isEmpty() || roles.stream().anyMatch(viewer.roles()::contains);
  }

  /** Socket: a module contributes its menu entries as a bean of this type. */
  public interface Source {
    List<MenuEntry> menu();
  }
}
