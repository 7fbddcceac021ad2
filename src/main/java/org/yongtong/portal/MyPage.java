package org.yongtong.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.platform.web.MySpaceCard;

/** What 我的空间 shows. */
public record MyPage(String name, @Nullable String onBehalfOf, List<MySpaceCard> cards) {}
