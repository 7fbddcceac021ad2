package org.yongtong.directory;

import java.util.List;

/** Where people go: citizen centre, district centre, department window. */
public record ServicePlace(
    String key,
    String name,
    String division,
    String address,
    String hours,
    String phone,
    String traffic,
    List<Window> windows) {

  /** A numbered window and the departments (keys) whose items it takes. */
  public record Window(String number, String name, List<String> departments) {}
}
