package org.yongtong.catalogue.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.directory.ServicePlace;

/** Departments and places as people write them: by name, short name, credit code or key. */
final class Names {

  private static final Pattern APART = Pattern.compile("[、，,；;\\n]");

  private final Map<String, String> departments = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();
  private final Map<String, String> nameOfDepartment = new HashMap<>();
  private final Map<String, String> nameOfPlace = new HashMap<>();

  private Names() {}

  static Names of(Directory directory) {
    return of(directory.departments(), directory.places());
  }

  static Names of(List<Department> departments, List<ServicePlace> places) {
    var names = new Names();
    var doubled = new HashSet<String>();
    for (Department each : departments) {
      for (String written : List.of(each.name(), each.shortName(), each.creditCode())) {
        learn(names.departments, written, each.key(), doubled);
      }
    }
    departments.forEach(each -> names.departments.put(each.key(), each.key()));
    for (Department each : departments) {
      if (each.key().equals(names.departments.get(each.name()))) {
        names.nameOfDepartment.put(each.key(), each.name());
      }
    }
    doubled.clear();
    for (ServicePlace each : places) {
      learn(names.places, each.name(), each.key(), doubled);
    }
    places.forEach(each -> names.places.put(each.key(), each.key()));
    for (ServicePlace each : places) {
      if (each.key().equals(names.places.get(each.name()))) {
        names.nameOfPlace.put(each.key(), each.name());
      }
    }
    return names;
  }

  private static void learn(
      Map<String, String> keys, String written, String key, Set<String> doubled) {
    if (APART.matcher(written).find() || doubled.contains(written)) {
      return;
    }
    String other = keys.putIfAbsent(written, key);
    if (other != null && !other.equals(key)) {
      keys.remove(written);
      doubled.add(written);
    }
  }

  String department(String written) throws BadCell {
    String key = departments.get(written);
    if (key == null) {
      throw new BadCell("没有部门“%s”：请写部门全称或者统一社会信用代码".formatted(CleanCell.shortened(written)));
    }
    return key;
  }

  String place(String written) throws BadCell {
    String key = places.get(written);
    if (key == null
        && written.startsWith("dept-")
        && departments.containsKey(written.substring(5))) {
      return written;
    }
    if (key == null) {
      throw new BadCell("没有办事地点“%s”：请照办事地点名录写全称".formatted(CleanCell.shortened(written)));
    }
    return key;
  }

  /** Name of a department; its key when it has none, or shares it with another. */
  String departmentName(String key) {
    return nameOfDepartment.getOrDefault(key, key);
  }

  String placeName(String key) {
    return nameOfPlace.getOrDefault(key, key);
  }

  /** Reads one name. */
  interface Reader {
    String read(String written) throws BadCell;
  }

  List<String> each(String text, Reader reader) throws BadCell {
    var keys = new ArrayList<String>();
    for (String part : APART.split(text)) {
      if (!part.isBlank()) {
        keys.add(reader.read(part.strip()));
      }
    }
    return keys;
  }

  String written(Object value, UnaryOperator<String> name) {
    return value instanceof List<?> list
        ? list.stream()
            .map(each -> name.apply(String.valueOf(each)))
            .collect(Collectors.joining("\n"))
        : name.apply(value.toString());
  }
}
