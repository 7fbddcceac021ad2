package org.yongtong.catalogue.importing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.DeskCard;
import org.yongtong.platform.web.MenuEntry;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Viewer;

/** Imports in the staff's navigation and, for approvers, on their desk. */
@Component
class ImportMenu implements MenuEntry.Source, DeskCard.Source {

  private static final String PATH = "/desk/catalogue/import";

  private final ImportRuns runs;

  ImportMenu(ImportRuns runs) {
    this.runs = runs;
  }

  @Override
  public List<MenuEntry> menu() {
    return List.of(new MenuEntry(210, "批量导入导出", PATH, "upload", Role.EDITOR, Role.APPROVER));
  }

  @Override
  public List<DeskCard> cards(Viewer viewer) {
    if (!(viewer instanceof SignedIn me) || !me.roles().contains(Role.APPROVER)) {
      return List.of();
    }
    int waiting = runs.countWaiting(me.account());
    return waiting == 0
        ? List.of()
        : List.of(new DeskCard(60, "待核对的批量导入", PATH, "upload", waiting, 0, null));
  }
}
