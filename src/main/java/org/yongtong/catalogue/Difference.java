package org.yongtong.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * One thing that two versions say differently.
 *
 * @param place where, in words, e.g. {@code 申请材料“营业执照”的复印件份数}
 * @param before what the older version says; null when it says nothing there
 * @param after what the newer version says; null when it says nothing there any more
 */
public record Difference(String place, @Nullable String before, @Nullable String after) {

  /** In one sentence, for feeds and messages. */
  public String sentence() {
    String old = before;
    String now = after;
    if (old == null) {
      return place + "：新增“" + (now == null ? "" : now) + "”";
    }
    return now == null ? place + "：删去“" + old + "”" : place + "：由“" + old + "”改为“" + now + "”";
  }
}
