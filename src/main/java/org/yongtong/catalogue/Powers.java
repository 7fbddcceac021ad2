package org.yongtong.catalogue;

import java.util.List;
import java.util.Optional;

/** Powers that are not applied for; what is published is kept in memory. */
public interface Powers {

  /** The published power with this 31-digit code. */
  Optional<PowerItem> find(String code);

  /** The published powers of a body, by base code. */
  List<PowerItem> of(String department);

  /** Everything published, by department in the directory's order, then by base code. */
  List<PowerItem> all();
}
