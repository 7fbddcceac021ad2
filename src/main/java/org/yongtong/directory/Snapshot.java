package org.yongtong.directory;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The whole directory as it stood when it was read; never changes, is replaced as a whole.
 *
 * @param divisions by code, historic ones too
 * @param children current children by code of the parent
 * @param departments by key, in the pack's order
 * @param staff who holds a post today, by login
 * @param posts the same by department
 */
record Snapshot(
    Division city,
    Map<String, Division> divisions,
    Map<String, List<Division>> children,
    List<Area> areas,
    Map<String, Department> departments,
    Map<String, ServicePlace> places,
    Map<String, StaffMember> staff,
    Map<String, List<StaffMember>> posts) {

  static Snapshot of(
      List<Division> divisions,
      List<Area> areas,
      List<Department> departments,
      List<ServicePlace> places,
      List<StaffMember> staff) {
    Division city =
        divisions.stream()
            .filter(each -> each.level() == Division.Level.CITY && each.validTo() == null)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the city pack names no city in force"));
    return new Snapshot(
        city,
        by(divisions, Division::code),
        divisions.stream()
            .filter(each -> each.validTo() == null && each.parent() != null)
            .collect(groupingBy(Snapshot::parent, collectingAndThen(toList(), List::copyOf))),
        List.copyOf(areas),
        by(departments, Department::key),
        by(places, ServicePlace::key),
        by(staff, StaffMember::login),
        staff.stream()
            .collect(
                groupingBy(StaffMember::department, collectingAndThen(toList(), List::copyOf))));
  }

  private static String parent(Division division) {
    @Nullable String parent = division.parent();
    return parent == null ? "" : parent;
  }

  private static <T> Map<String, T> by(List<T> all, Function<T, String> key) {
    var map = new LinkedHashMap<String, T>();
    all.forEach(each -> map.put(key.apply(each), each));
    return Collections.unmodifiableMap(map);
  }
}
