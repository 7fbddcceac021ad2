package org.yongtong.platform;

import java.util.List;

/**
 * The modules in their one order. A module may use only modules that stand before it; migrations
 * run in this order. A test holds both.
 */
public final class Modules {

  public static final List<String> IN_ORDER =
      List.of(
          "platform",
          "journal",
          "form",
          "directory",
          "identity",
          "notification",
          "registry",
          "catalogue",
          "certificate",
          "casework",
          "portal");

  private Modules() {}
}
