package org.yongtong.casework.mine;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.MySpaceCard;
import org.yongtong.platform.web.Viewer;

/** 我的办件 in 我的空间. */
@Component
class OwnCasesCard implements MySpaceCard.Source {

  private final OwnCases own;

  OwnCasesCard(OwnCases own) {
    this.own = own;
  }

  @Override
  public List<MySpaceCard> cards(Viewer viewer) {
    if (!(viewer instanceof SignedIn me) || me.staff()) {
      return List.of();
    }
    int waiting = own.waiting(me);
    return List.of(
        new MySpaceCard(
            10,
            "我的办件",
            "/my/cases",
            "clipboard-list",
            waiting == 0 ? "草稿、进度、收到的文书" : "有办件等您处理",
            waiting == 0 ? null : waiting));
  }
}
