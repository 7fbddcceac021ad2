package org.yongtong.catalogue;

import java.util.Map;

/** The national themes (主题) under which items are listed, code → word, in their order. */
public final class Themes {

  private Themes() {}

  public static Map<String, String> of(ServiceItem.Audience audience) {
    return Words.themes(audience);
  }
}
