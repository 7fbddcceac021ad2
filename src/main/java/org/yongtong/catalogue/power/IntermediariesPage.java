package org.yongtong.catalogue.power;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Intermediary services (中介服务) that items need. */
public record IntermediariesPage(List<Line> lines) {

  /**
   * @param note who commissions it and how, as the item says it, or null
   */
  public record Line(
      String name,
      String kind,
      String basis,
      @Nullable String note,
      String item,
      String path,
      String body) {}
}
