package org.yongtong.platform;

import java.nio.file.Path;
import java.util.List;

/**
 * Socket: a module that reads part of the city pack into its tables. Runs before the web server
 * opens, in the modules' order, in one transaction, and again only when one of its files has
 * changed.
 */
public interface PackLoader {

  /** What is loaded, in Chinese, for the progress line. */
  String what();

  /** Files that the result depends on. */
  List<Path> files();

  /**
   * Brings the tables to what the files say; must be repeatable.
   *
   * @return a short account, e.g. {@code 1,856 个村（社区）}
   */
  String load();

  /** Called at every start after all loading, also when nothing changed: fill memory here. */
  default void ready() {}
}
