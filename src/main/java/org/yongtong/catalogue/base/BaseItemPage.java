package org.yongtong.catalogue.base;

import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.WhoRuns;

/** One item of the base catalogue with everybody who runs it. */
public record BaseItemPage(ItemHead item, String body, WhoRuns who) {}
