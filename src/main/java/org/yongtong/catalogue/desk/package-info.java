/** The catalogue on the desk of those who maintain it: work list, items, starting a revision. */
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.desk;
