package org.yongtong.casework.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.DeskCard;
import org.yongtong.platform.web.MenuEntry;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Viewer;

/** Casework's part of the staff's navigation and desk. */
@Component
class DeskMenu implements MenuEntry.Source, DeskCard.Source {

  private static final Map<Tab, String> ICONS =
      Map.of(
          Tab.ACCEPT, "inbox",
          Tab.REVIEW, "clipboard-check",
          Tab.DECIDE, "gavel",
          Tab.EXTEND, "hourglass",
          Tab.CONSULT, "message-circle",
          Tab.DELIVER, "send");

  private final Queue queue;
  private final ClockWords clocks;

  DeskMenu(Queue queue, ClockWords clocks) {
    this.queue = queue;
    this.clocks = clocks;
  }

  @Override
  public List<MenuEntry> menu() {
    return List.of(
        new MenuEntry(
            100,
            "办件",
            "/desk/cases",
            "clipboard-list",
            Role.WINDOW,
            Role.REVIEWER,
            Role.DECIDER,
            Role.HEAD,
            Role.SUPERVISOR),
        new MenuEntry(110, "窗口收件", "/desk/intake", "file-plus", Role.WINDOW),
        new MenuEntry(120, "监察", "/desk/supervision", "report", Role.SUPERVISOR),
        new MenuEntry(130, "全程留痕", "/desk/trace", "history", Role.SUPERVISOR));
  }

  @Override
  public List<DeskCard> cards(Viewer viewer) {
    if (!(viewer instanceof SignedIn me) || ICONS.keySet().stream().noneMatch(mine(me))) {
      return List.of();
    }
    var tallies = queue.tallies(me, clocks.nearUntil());
    var cards = new ArrayList<DeskCard>();
    for (Tab tab : Tab.values()) {
      Queue.Tally tally = tallies.get(tab);
      if (tab.mine(me.roles()) && tally != null && tally.count() > 0) {
        cards.add(
            new DeskCard(
                10 + tab.ordinal(),
                tab.word(),
                "/desk/cases?tab=" + tab.key(),
                ICONS.getOrDefault(tab, "inbox"),
                tally.count(),
                tally.urgent(),
                null));
      }
    }
    return cards;
  }

  private static java.util.function.Predicate<Tab> mine(SignedIn me) {
    return tab -> tab.mine(me.roles());
  }
}
