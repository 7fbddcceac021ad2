package org.yongtong.catalogue.board;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yongtong.platform.web.MenuEntry;
import org.yongtong.platform.web.Role;

/** The board's entry in the staff's navigation. */
@Component
class BoardMenu implements MenuEntry.Source {

  @Override
  public List<MenuEntry> menu() {
    return List.of(
        new MenuEntry(
            210,
            "目录质量",
            "/desk/catalogue/quality",
            "clipboard-check",
            Role.EDITOR,
            Role.CHECKER,
            Role.LEGAL,
            Role.APPROVER,
            Role.SUPERVISOR));
  }
}
