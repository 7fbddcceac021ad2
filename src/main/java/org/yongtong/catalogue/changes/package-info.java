/** What changed in the catalogue: lists, feeds, versions with their differences. */
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.changes;
