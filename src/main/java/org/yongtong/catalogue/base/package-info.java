/** The public base catalogue: main items, sub-items, handling items, and who runs them where. */
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.base;
