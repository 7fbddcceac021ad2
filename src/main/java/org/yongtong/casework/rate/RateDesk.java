package org.yongtong.casework.rate;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.DeskCard;
import org.yongtong.platform.web.MenuEntry;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Viewer;

/** The bad ratings' place in the staff's navigation and on the desk. */
@Component
class RateDesk implements MenuEntry.Source, DeskCard.Source {

  private static final String PATH = "/desk/ratings";

  private final Ratings ratings;

  RateDesk(Ratings ratings) {
    this.ratings = ratings;
  }

  @Override
  public List<MenuEntry> menu() {
    return List.of(new MenuEntry(127, "差评回复", PATH, "star", Role.SUPERVISOR, Role.HEAD));
  }

  @Override
  public List<DeskCard> cards(Viewer viewer) {
    if (!(viewer instanceof SignedIn me) || !me.roles().contains(Role.HEAD)) {
      return List.of();
    }
    int waiting = ratings.waiting(me);
    return waiting == 0
        ? List.of()
        : List.of(new DeskCard(65, "差评", PATH, "star", waiting, 0, "等本部门回复"));
  }
}
