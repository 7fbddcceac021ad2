package org.yongtong.catalogue.desk;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.platform.web.Role;

/** What the work list shows. */
enum Tab {
  WAITING("等我办"),
  MINE("我编写的"),
  OPEN("办理中的修订单"),
  SOON("待生效"),
  ITEMS("事项"),
  CLAIMABLE("可以认领的");

  private final String word;

  Tab(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Tab of(@Nullable String key, Set<Role> roles) {
    for (Tab tab : values()) {
      if (tab.key().equals(key)) {
        return tab;
      }
    }
    return roles.contains(Role.SUPERVISOR) ? ITEMS : WAITING;
  }
}
