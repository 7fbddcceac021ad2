/** The working-day calendar: national, regional and office days; loaded years only. */
@org.jspecify.annotations.NullMarked
package org.yongtong.platform.calendar;
