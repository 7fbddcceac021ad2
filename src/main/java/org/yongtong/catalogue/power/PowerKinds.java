package org.yongtong.catalogue.power;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.yongtong.catalogue.PowerItem;
import org.yongtong.catalogue.ServiceItem;

/** Types of administrative power (GB/T 39046 A.1), code → word; public services are no power. */
final class PowerKinds {

  static final Map<String, String> ALL = all();

  private PowerKinds() {}

  private static Map<String, String> all() {
    var kinds = new TreeMap<String, String>();
    Arrays.stream(ServiceItem.Kind.values())
        .filter(PowerKinds::power)
        .forEach(kind -> kinds.put(kind.code(), kind.word()));
    Arrays.stream(PowerItem.Kind.values()).forEach(kind -> kinds.put(kind.code(), kind.word()));
    return java.util.Collections.unmodifiableMap(kinds);
  }

  static boolean power(ServiceItem.Kind kind) {
    return kind != ServiceItem.Kind.SERVICE;
  }
}
