package org.yongtong.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Socket: names of the places a visitor may choose in the top bar; filled by the directory. */
public interface PlaceNames {

  /**
   * Name of the county-level or city division with this 12-digit code, or null when it cannot be
   * chosen.
   */
  @Nullable String name(String code);

  /** What the chooser in the top bar offers, the whole city first; empty hides the chooser. */
  default List<Shell.Place> choices() {
    return List.of();
  }
}
