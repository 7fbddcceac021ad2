package org.yongtong.portal;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.DeskCard;
import org.yongtong.platform.web.MySpaceCard;
import org.yongtong.platform.web.Viewer;
import org.yongtong.platform.web.Who;

/** Where everything of one's own begins: 我的空间 for people, the desk for staff. */
@Controller
class HubController {

  private final ObjectProvider<MySpaceCard.Source> mine;
  private final ObjectProvider<DeskCard.Source> desk;

  HubController(ObjectProvider<MySpaceCard.Source> mine, ObjectProvider<DeskCard.Source> desk) {
    this.mine = mine;
    this.desk = desk;
  }

  @GetMapping("/my")
  @Allow(Who.SIGNED_IN)
  String mySpace(@AuthenticationPrincipal Viewer viewer, Model model) {
    if (viewer.staff()) {
      return "redirect:/desk";
    }
    List<MySpaceCard> cards =
        mine.stream()
            .flatMap(source -> source.cards(viewer).stream())
            .sorted(Comparator.comparingInt(MySpaceCard::order))
            .toList();
    model.addAttribute("page", new MyPage(viewer.name(), viewer.onBehalfOf(), cards));
    return "portal/my";
  }

  @GetMapping("/desk")
  @Allow(Who.STAFF)
  String desk(@AuthenticationPrincipal Viewer viewer, Model model) {
    List<DeskCard> cards =
        desk.stream()
            .flatMap(source -> source.cards(viewer).stream())
            .sorted(Comparator.comparingInt(DeskCard::order))
            .toList();
    model.addAttribute("page", new DeskPage(viewer.name(), viewer.post(), cards));
    return "portal/desk";
  }
}
