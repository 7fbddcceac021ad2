package org.yongtong.casework.desk;

import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.LifeCycle;
import org.yongtong.casework.file.Party;
import org.yongtong.identity.SignedIn;

/** Who does the present step of a case, and how that can be changed. */
final class HolderLines {

  private HolderLines() {}

  static CasePage.HolderLine of(CaseFile file, Set<Party> parties, SignedIn me) {
    var allowed = LifeCycle.allowed(file.state(), parties);
    var links = new ArrayList<Offer.Link>();
    boolean held = file.holder() != null;
    boolean mine = me.login().equals(file.holder());
    for (Action action : allowed) {
      boolean offered =
          switch (action) {
            case ASSIGN -> true;
            case PUT_BACK, HAND_OVER -> held;
            default -> false;
          };
      if (offered) {
        links.add(new Offer.Link(action.word(), ActionPath.of(file.id(), action), "", false));
      }
    }
    String who =
        LifeCycle.turn(file.state()).isEmpty()
            ? ""
            : !held ? "还没有人领取" : mine ? "您" : file.holderName();
    return new CasePage.HolderLine(
        who,
        file.version(),
        UUID.randomUUID().toString(),
        !held && allowed.contains(Action.TAKE),
        links);
  }
}
