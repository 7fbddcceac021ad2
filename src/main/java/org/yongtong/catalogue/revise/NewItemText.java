package org.yongtong.catalogue.revise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yongtong.directory.Department;

/**
 * What a new item says before anybody has written in it: what its department's items have alike.
 */
final class NewItemText {

  /** Elements that a handling item (变更、延续 …) does not share with the item it belongs to. */
  private static final List<String> OF_ITS_OWN =
      List.of("id", "name", "handling_no", "claims", "local_codes", "base_code");

  private NewItemText() {}

  static Map<String, Object> of(
      StartRevision.NewItem wanted, Department department, String city, boolean sample) {
    var text = new LinkedHashMap<String, Object>();
    text.put("schema", 1);
    text.put("sample", sample);
    text.put("name", wanted.name().strip());
    text.put("kind", wanted.kind().name().toLowerCase(Locale.ROOT));
    text.put("department", department.key());
    text.put("level", "city");
    text.put("handling", "committed");
    text.put("power_source", "statutory");
    text.put("fees", List.of());
    text.put("papers", List.of());
    text.put("steps", steps());
    text.put("windows", List.of("civic-centre"));
    text.put("consult", Map.of("phone", department.phone(), "hours", department.hours()));
    text.put("complain", Map.of("phone", "12345"));
    text.put(
        "rights",
        Map.of(
            "review",
            Map.of("body", city + "人民政府", "days", 60, "basis", "《中华人民共和国行政复议法》第二十条"),
            "litigation",
            Map.of("court", "有管辖权的人民法院", "months", 6, "basis", "《中华人民共和国行政诉讼法》第四十六条")));
    text.put("form", form());
    return text;
  }

  /** Copies everything that is not of the other item alone. */
  static void handlingItem(Map<String, Object> text, Map<String, Object> other) {
    other.forEach(
        (key, value) -> {
          if (!OF_ITS_OWN.contains(key)) {
            text.put(key, value);
          }
        });
  }

  private static List<Object> steps() {
    var steps = new ArrayList<Object>();
    steps.add(
        Map.of(
            "name",
            "受理",
            "role",
            "window",
            "days",
            1,
            "duty",
            "核对申请信息和材料，材料齐全、符合形式的当场受理，不齐的一次告知补正内容"));
    steps.add(Map.of("name", "审查", "role", "reviewer", "duty", "对照受理条件审查申请材料，提出审查意见"));
    steps.add(
        Map.of("name", "决定", "role", "decider", "days", 1, "duty", "作出准予或者不予的决定，不予的书面说明理由和救济途径"));
    steps.add(Map.of("name", "送达", "role", "window", "days", 0, "duty", "制作结果并送达申请人"));
    return steps;
  }

  /** A form needs at least one question. */
  private static Map<String, Object> form() {
    return Map.of(
        "sections",
        List.of(
            Map.of(
                "id",
                "request",
                "title",
                "申请内容",
                "fields",
                List.of(
                    Map.of(
                        "id", "matter",
                        "kind", "textarea",
                        "label", "申请事由",
                        "required", true)))));
  }
}
