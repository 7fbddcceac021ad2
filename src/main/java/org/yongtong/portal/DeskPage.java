package org.yongtong.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.platform.web.DeskCard;

/** What a member of staff sees first. */
public record DeskPage(String name, @Nullable String post, List<DeskCard> cards) {

  /** How many things of all cards are near or past their time limit. */
  public int urgent() {
    return cards.stream().mapToInt(DeskCard::urgent).sum();
  }
}
