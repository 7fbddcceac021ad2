package org.yongtong.catalogue.revise;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.ServiceItem.Kind;

/**
 * Gives out base codes (基本编码): 2 region, 2 type, 2 department, 3 main item, 3 sub-item. A number
 * once used is not used again, even when its item was cancelled.
 */
@Component
public class BaseCodes {

  private static final int MOST = 999;
  private static final int MOST_HANDLING = 99;

  private final JdbcClient database;
  private final Revisions revisions;

  BaseCodes(JdbcClient database, Revisions revisions) {
    this.database = database;
    this.revisions = revisions;
  }

  /**
   * The next free main item.
   *
   * @param head the first six digits: region, type, department
   */
  public String nextMain(String head) {
    Set<String> taken = new HashSet<>();
    codes().forEach(code -> taken.add(code.substring(0, 9)));
    for (int main = 1; main <= MOST; main++) {
      String code = head + "%03d".formatted(main);
      if (!taken.contains(code)) {
        return code + "000";
      }
    }
    throw new IllegalStateException("no base code is left for " + head);
  }

  /**
   * The next free sub-item of a main item.
   *
   * @param main 12 digits that end in 000
   */
  public String nextSub(String main) {
    Set<String> taken = codes();
    for (int sub = 1; sub <= MOST; sub++) {
      String code = main.substring(0, 9) + "%03d".formatted(sub);
      if (!taken.contains(code)) {
        return code;
      }
    }
    throw new IllegalStateException("no sub-item is left for " + main);
  }

  /** The next free serial of a handling item (业务办理项) under a base code; 01 is the item itself. */
  public String nextHandling(String base) {
    Set<String> taken = all();
    for (int serial = 2; serial <= MOST_HANDLING; serial++) {
      String number = "%02d".formatted(serial);
      if (!taken.contains(base + "-" + number)) {
        return number;
      }
    }
    throw new IllegalStateException("no handling item is left for " + base);
  }

  /**
   * A main item whose type was changed gets the code of its new type.
   *
   * @param before the text as it was stored
   * @param text the text as it will be stored; changed
   */
  public void follow(Map<String, Object> before, Map<String, Object> text) {
    Object kind = text.get("kind");
    if (kind == null
        || kind.equals(before.get("kind"))
        || text.containsKey("sub_item_of")
        || text.containsKey("handling_no")
        || !(text.get("base_code") instanceof String code)) {
      return;
    }
    for (Kind each : Kind.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(kind)) {
        text.put("base_code", nextMain(code.substring(0, 2) + each.code() + code.substring(4, 6)));
      }
    }
  }

  private Set<String> codes() {
    Set<String> codes = new HashSet<>();
    all().forEach(each -> codes.add(each.substring(0, each.indexOf('-'))));
    return codes;
  }

  private Set<String> all() {
    Set<String> all = new HashSet<>(revisions.codesInWork());
    all.addAll(
        database
            .sql(
                """
                SELECT DISTINCT base_code || '-' || coalesce(handling_no, '') FROM catalogue.item WHERE lead IS NULL
                """)
            .query(String.class)
            .list());
    return all;
  }
}
