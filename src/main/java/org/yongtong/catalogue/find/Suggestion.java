package org.yongtong.catalogue.find;

import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ItemHead;

/**
 * An item offered while somebody types.
 *
 * @param saying the everyday name that answers; null when the name itself does
 */
record Suggestion(ItemHead item, @Nullable String saying) {}
