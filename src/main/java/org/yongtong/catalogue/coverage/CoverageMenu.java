package org.yongtong.catalogue.coverage;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yongtong.platform.web.MenuEntry;
import org.yongtong.platform.web.Role;

/** The board's entry in the staff's navigation. */
@Component
class CoverageMenu implements MenuEntry.Source {

  static final Set<Role> ROLES =
      Set.of(Role.HEAD, Role.SUPERVISOR, Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER);

  @Override
  public List<MenuEntry> menu() {
    return List.of(new MenuEntry(215, "网办覆盖率", CoveragePages.DESK, "chart-bar", ROLES, null));
  }
}
