package org.yongtong.catalogue;

import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem.Special;
import org.yongtong.catalogue.ServiceItem.SpecialKind;

/**
 * Whether a special procedure stops the clock. 行政许可法第四十五条 names what may
 * (听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审); nothing else does by that article.
 */
public enum StopRule {
  /** One of the eight of the article. */
  NAMED("行政许可法第四十五条", true),

  /** Checking the substance of the papers on the spot is reviewing, not 检验. */
  SITE_CHECK("行政许可法第三十四条第三款", false),

  /** The article does not name it; what is asked of it is in the item's own basis. */
  PUBLIC_NOTICE(null, false),

  /** A public notice whose own basis says that its time does not count. */
  PUBLIC_NOTICE_OUTSIDE(null, true);

  private final @Nullable String basis;
  private final boolean stops;

  StopRule(@Nullable String basis, boolean stops) {
    this.basis = basis;
    this.stops = stops;
  }

  public static StopRule of(Special special) {
    String own = special.basis() == null ? "" : special.basis();
    if (special.kind() == SpecialKind.PUBLIC_NOTICE) {
      return own.contains("第四十五条") || own.contains("不计") ? PUBLIC_NOTICE_OUTSIDE : PUBLIC_NOTICE;
    }
    return special.kind() == SpecialKind.INSPECTION && own.contains("第三十四条") ? SITE_CHECK : NAMED;
  }

  public boolean stops() {
    return stops;
  }

  /** The article to cite; the item's own where the rule has none. */
  public String basis(Special special) {
    if (basis != null) {
      return basis;
    }
    return special.basis() == null ? "本事项的办事指南" : special.basis();
  }
}
