package org.yongtong.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.directory.Division;

/**
 * What a claimant's part says of places, contacts and rights when nobody wrote it: its own office.
 */
record ClaimDefaults(Directory directory) {

  Map<String, Object> complete(Map<String, Object> own, String department) {
    Department body = directory.department(department);
    var complete = new LinkedHashMap<>(own);
    complete.putIfAbsent("windows", List.of(place(body)));
    complete.putIfAbsent("consult", Map.of("phone", body.phone(), "hours", body.hours()));
    complete.putIfAbsent("rights", rights(body));
    return complete;
  }

  private String place(Department body) {
    String division = body.division().substring(0, 6);
    return Level.ofDivision(body.division()) == Level.COUNTY ? "district-" + division : body.key();
  }

  /**
   * 行政复议法第二十四条: acts of a county's departments and of towns are reviewed by the county's
   * government.
   */
  private Map<String, Object> rights(Department body) {
    String county = body.division().substring(0, 6) + "000000";
    String name = directory.findDivision(county).map(Division::name).orElse("");
    return Map.of(
        "review",
        Map.of("body", name + "人民政府", "days", 60, "basis", "《中华人民共和国行政复议法》第二十条、第二十四条"),
        "litigation",
        Map.of("court", "有管辖权的人民法院", "months", 6, "basis", "《中华人民共和国行政诉讼法》第四十六条"));
  }
}
