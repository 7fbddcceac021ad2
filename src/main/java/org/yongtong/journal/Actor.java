package org.yongtong.journal;

import org.jspecify.annotations.Nullable;

/**
 * Who did an act.
 *
 * @param id account id, {@code system:<job>} for the platform itself, {@code anonymous} for a
 *     visitor
 * @param onBehalfOf account or register key for whom it was done, when that is somebody else
 * @param name shown in the trace (staff by full name and post, citizens masked)
 */
public record Actor(String id, @Nullable String onBehalfOf, String name) {

  public static final Actor ANONYMOUS = new Actor("anonymous", null, "访客");

  public static Actor system(String job) {
    return new Actor("system:" + job, null, "系统自动");
  }
}
