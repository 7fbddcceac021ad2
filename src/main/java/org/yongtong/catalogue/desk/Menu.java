package org.yongtong.catalogue.desk;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.DeskCard;
import org.yongtong.platform.web.MenuEntry;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Viewer;

/** The catalogue's part of the staff's navigation and desk. */
@Component
class Menu implements MenuEntry.Source, DeskCard.Source {

  private static final Role[] ROLES = {
    Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR
  };

  private final WorkList work;

  Menu(WorkList work) {
    this.work = work;
  }

  @Override
  public List<MenuEntry> menu() {
    return List.of(new MenuEntry(200, "事项目录", "/desk/catalogue", "list-check", ROLES));
  }

  @Override
  public List<DeskCard> cards(Viewer viewer) {
    if (!(viewer instanceof SignedIn me)
        || Set.of(Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER).stream()
            .noneMatch(me.roles()::contains)) {
      return List.of();
    }
    int waiting = work.waiting(me);
    return waiting == 0
        ? List.of()
        : List.of(
            new DeskCard(30, "事项修订", "/desk/catalogue", "list-check", waiting, 0, "等您编写、审核或者审批"));
  }
}
