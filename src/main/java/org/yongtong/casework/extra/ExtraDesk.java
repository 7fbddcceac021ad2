package org.yongtong.casework.extra;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.DeskCard;
import org.yongtong.platform.web.MenuEntry;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Viewer;

/** The reports' place in the staff's navigation and on the desk. */
@Component
class ExtraDesk implements MenuEntry.Source, DeskCard.Source {

  private static final String PATH = "/desk/extra-demands";

  private final ExtraDemands demands;

  ExtraDesk(ExtraDemands demands) {
    this.demands = demands;
  }

  @Override
  public List<MenuEntry> menu() {
    return List.of(
        new MenuEntry(125, "额外要求举报", PATH, "alert-triangle", Role.SUPERVISOR, Role.HEAD));
  }

  @Override
  public List<DeskCard> cards(Viewer viewer) {
    if (!(viewer instanceof SignedIn me)) {
      return List.of();
    }
    if (me.roles().contains(Role.SUPERVISOR)) {
      Map<DemandState, Integer> counts = demands.counts(me);
      int waiting =
          counts.getOrDefault(DemandState.OPEN, 0) + counts.getOrDefault(DemandState.ANSWERED, 0);
      return waiting == 0 ? List.of() : List.of(card(waiting, "等您处理或者认定"));
    }
    if (me.roles().contains(Role.HEAD)) {
      int waiting = demands.counts(me).getOrDefault(DemandState.ASKED, 0);
      return waiting == 0 ? List.of() : List.of(card(waiting, "等本部门答复"));
    }
    return List.of();
  }

  private static DeskCard card(int waiting, String sentence) {
    return new DeskCard(60, "额外要求举报", PATH, "alert-triangle", waiting, 0, sentence);
  }
}
