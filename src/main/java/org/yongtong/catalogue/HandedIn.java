package org.yongtong.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * Socket: how many applications were really handed in online and at a window, filled by the module
 * that runs cases. What the catalogue offers and what people do with it stand on one board.
 */
public interface HandedIn {

  /** Departments with at least one application since then, by key. */
  List<ByDepartment> since(Instant from);

  record ByDepartment(String department, int online, int window) {}
}
