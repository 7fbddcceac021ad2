package org.yongtong.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a claimant's own part is laid over its lead. Name, type, basis, conditions, papers, form and
 * legal limit are the lead's; a claimant may be faster, ask for less, and say where and how it is
 * done with him.
 */
final class Claims {

  /** Elements of the claimant that take the place of the lead's. */
  private static final Set<String> REPLACED =
      Set.of(
          "visits",
          "visit_reason",
          "depth",
          "range",
          "four_ways",
          "steps",
          "routing",
          "windows",
          "consult",
          "complain",
          "rights",
          "joint",
          "power_source",
          "local_codes",
          "conditions",
          "fees",
          "quantity",
          "summary");

  private Claims() {}

  /**
   * The complete content of a claimant's item.
   *
   * @param lead the lead's published content
   * @param own the claimant's own part, checked
   */
  static Map<String, Object> effective(
      Map<String, Object> lead,
      Map<String, Object> own,
      String id,
      String department,
      Level level) {
    var merged = new LinkedHashMap<>(lead);
    merged.remove("claims");
    merged.remove("open");
    merged.remove("local_codes");
    merged.remove("routing"); // names departments beside the lead, not beside a claimant
    merged.remove("review"); // likewise; how a claimant reviews is its own
    merged.put("id", id);
    merged.put("department", department);
    merged.put("level", level.name().toLowerCase(java.util.Locale.ROOT));
    var mine = new Content(own);
    own.forEach(
        (key, value) -> {
          if (REPLACED.contains(key)) {
            merged.put(key, value);
          }
        });
    if (own.containsKey("visits")
        && !own.containsKey("visit_reason")
        && mine.number("visits") == 0) {
      merged.remove("visit_reason");
    }
    limits(merged, mine);
    papers(merged, mine);
    faq(merged, own);
    return merged;
  }

  private static void limits(Map<String, Object> merged, Content own) {
    var limits = new LinkedHashMap<>(new Content(merged).raw("limits"));
    Integer promised = own.numberOrNull("promised_days");
    String note = own.textOrNull("limits_note");
    if (promised != null) {
      limits.put("promised_days", promised);
      if (!own.map().containsKey("steps")) {
        merged.put("steps", shortened(new Content(merged), promised));
      }
    }
    if (note != null) {
      limits.put("note", note);
    }
    merged.put("limits", limits);
  }

  /**
   * The lead's steps, the longest shortened until they fit a shorter promise: first those that
   * everybody has, so that each way through the others fits too.
   */
  private static List<Object> shortened(Content item, int promised) {
    var steps = new ArrayList<Map<String, Object>>();
    item.each("steps", step -> step)
        .forEach(
            step -> {
              var copy = new LinkedHashMap<String, Object>();
              step.map().forEach((key, value) -> copy.put(String.valueOf(key), value));
              steps.add(copy);
            });
    List<Map<String, Object>> always = steps.stream().filter(each -> !ruled(each)).toList();
    List<Map<String, Object>> some = steps.stream().filter(Claims::ruled).toList();
    int all = steps.stream().mapToInt(Claims::days).sum();
    int least = always.stream().mapToInt(Claims::days).sum();
    int longest =
        some.isEmpty() ? all : Math.min(all, item.inside("limits").number("promised_days"));
    int left = shorten(always, Math.min(longest - promised, some.isEmpty() ? least : least - 1));
    int over = longest - promised - left;
    for (Map<String, Object> each : some) { // they may exclude each other: each must fit alone
      each.put("days", Math.max(0, days(each) - Math.max(0, over)));
    }
    return List.copyOf(steps);
  }

  /** Takes that many days off the longest, one after another; says how many it took. */
  private static int shorten(List<Map<String, Object>> steps, int days) {
    for (int i = 0; i < days; i++) {
      Map<String, Object> longest =
          steps.stream().max(java.util.Comparator.comparingInt(Claims::days)).orElseThrow();
      longest.put("days", days(longest) - 1);
    }
    return Math.max(0, days);
  }

  private static boolean ruled(Map<String, Object> step) {
    return step.get("when") != null;
  }

  private static int days(Map<String, Object> step) {
    return ((Number) step.getOrDefault("days", 0)).intValue();
  }

  private static void papers(Map<String, Object> merged, Content own) {
    Set<String> dropped = own.words("papers_dropped");
    Set<String> deferrable = own.words("papers_deferrable");
    if (dropped.isEmpty() && deferrable.isEmpty()) {
      return;
    }
    var papers = new ArrayList<Object>();
    for (Content paper : new Content(merged).each("papers", each -> each)) {
      String id = paper.text("id");
      if (dropped.contains(id)) {
        continue;
      }
      var copy = new LinkedHashMap<String, Object>();
      paper.map().forEach((key, value) -> copy.put(String.valueOf(key), value));
      if (deferrable.contains(id) && paper.text("required").equals("must")) {
        copy.put("required", "deferrable");
      }
      papers.add(copy);
    }
    merged.put("papers", papers);
  }

  /** The lead's questions stay; a claimant adds its own. */
  private static void faq(Map<String, Object> merged, Map<String, Object> own) {
    if (own.get("faq") instanceof List<?> mine) {
      var all = new ArrayList<Object>();
      if (merged.get("faq") instanceof List<?> leads) {
        all.addAll(leads);
      }
      all.addAll(mine);
      merged.put("faq", all);
    }
  }

  /**
   * What a claimant's own part says that it may not say, in words.
   *
   * @param lead the lead's content
   */
  static List<String> faults(Content lead, Content own) {
    var faults = new ArrayList<String>();
    int legal = lead.inside("limits").number("legal_days");
    Integer promised = own.numberOrNull("promised_days");
    if (promised != null && promised > legal) {
      faults.add("承诺时限 %d 个工作日超过法定时限 %d 个工作日".formatted(promised, legal));
    }
    var papers = new HashSet<>(lead.each("papers", paper -> paper.text("id")));
    for (String key : List.of("papers_dropped", "papers_deferrable")) {
      for (String id : own.texts(key)) {
        if (!papers.contains(id)) {
          faults.add("%s：上级事项没有材料 %s".formatted(key, id));
        }
      }
    }
    Set<String> open = lead.words("open");
    for (Object key : own.map().keySet()) {
      if (ClaimShape.OPENABLE.contains(String.valueOf(key))
          && !open.contains(String.valueOf(key))) {
        faults.add("“%s”由上级统一规定，认领单位不能更改".formatted(Words.element(String.valueOf(key))));
      }
    }
    return faults;
  }
}
