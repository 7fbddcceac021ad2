package org.yongtong.platform.web;

import org.jspecify.annotations.Nullable;

/** Socket: names of the places a visitor may choose in the top bar; filled by the directory. */
public interface PlaceNames {

  /**
   * Name of the county-level or city division with this 12-digit code, or null when it cannot be
   * chosen.
   */
  @Nullable String name(String code);
}
