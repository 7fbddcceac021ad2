package org.yongtong.catalogue.power;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yongtong.catalogue.Content;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.ItemSource;
import org.yongtong.catalogue.Organisation;
import org.yongtong.catalogue.PowerItem.Kind;

/**
 * Holds the power files of a pack against everything that can be checked: their keys, codes and
 * departments, what belongs to which kind of power, and that every procedure runs from its first
 * step to an end.
 */
final class PowerCheck {

  /** Elements that only one kind of power has. */
  private static final Map<String, Kind> OF_KIND =
      Map.of("punishment", Kind.PENALTY, "levy", Kind.LEVY, "check", Kind.INSPECTION);

  private final Organisation organisation;
  private final Map<String, String> fileOfCode = new HashMap<>();

  private PowerCheck(Organisation organisation) {
    this.organisation = organisation;
  }

  /** Of all files, by file and line; empty when the pack is right. */
  static List<Defect> of(List<ItemSource> sources, Organisation organisation) {
    var check = new PowerCheck(organisation);
    sources.forEach(check::file);
    return sources.stream()
        .flatMap(source -> source.defects().stream())
        .sorted()
        .distinct()
        .toList();
  }

  static Kind kind(Content power) {
    return Kind.valueOf(power.text("kind").toUpperCase(Locale.ROOT));
  }

  private void file(ItemSource source) {
    if (source.data().isEmpty()) {
      return;
    }
    PowerShape.FILE.check(source, "", source.data());
    if (!source.defects().isEmpty()) {
      return; // what follows relies on the shape
    }
    var file = new Content(source.data());
    String department = file.text("department");
    if (!source.file().equals(department + ".yaml")) {
      source.defect(
          "department", "department 是 %s，文件名应当是 %s.yaml".formatted(department, department));
    }
    Organisation.Body body = organisation.departments().get(department);
    if (body == null) {
      source.defect("department", "没有部门 " + department);
      return;
    }
    var ids = new HashSet<String>();
    List<Content> powers = file.each("powers", power -> power);
    for (int i = 0; i < powers.size(); i++) {
      String place = "powers[%d]".formatted(i);
      if (!ids.add(powers.get(i).text("id"))) {
        source.defect(place + ".id", "“%s”写了两次".formatted(powers.get(i).text("id")));
      }
      code(source, place, powers.get(i), body);
      kinds(source, place, powers.get(i));
      steps(source, place, powers.get(i));
    }
  }

  private void code(ItemSource source, String place, Content power, Organisation.Body body) {
    String code = power.text("base_code");
    String at = place + ".base_code";
    Kind kind = kind(power);
    if (!Set.of("00", "45").contains(code.substring(0, 2))) {
      source.defect(at, "基本编码前两位应当是 00（全国）或者 45（广西），现在是 " + code.substring(0, 2));
    }
    if (!code.substring(2, 4).equals(kind.code())) {
      source.defect(
          at,
          "基本编码第 3、4 位应当是%s的 %s，现在是 %s".formatted(kind.word(), kind.code(), code.substring(2, 4)));
    }
    if (!code.substring(4, 6).equals(body.digits())) {
      source.defect(
          at, "基本编码第 5、6 位应当是部门代码 %s，现在是 %s".formatted(body.digits(), code.substring(4, 6)));
    }
    String other = fileOfCode.putIfAbsent(body.creditCode() + code, source.file());
    if (other != null) {
      source.defect(at, "基本编码 %s 已经用在 %s".formatted(code, other));
    }
  }

  private static void kinds(ItemSource source, String place, Content power) {
    OF_KIND.forEach(
        (element, kind) -> {
          boolean present = power.map().containsKey(element);
          if (present && kind(power) != kind) {
            source.defect(place + "." + element, "%s 只用于%s".formatted(element, kind.word()));
          }
          if (!present && kind(power) == kind) {
            source.defect(place, "%s要写 %s".formatted(kind.word(), element));
          }
        });
  }

  /** The first step begins; every step is reached from it; somewhere it ends. */
  private static void steps(ItemSource source, String place, Content power) {
    List<Content> steps = power.each("steps", step -> step);
    var index = new HashMap<String, Integer>();
    for (int i = 0; i < steps.size(); i++) {
      if (index.putIfAbsent(steps.get(i).text("id"), i) != null) {
        source.defect(
            "%s.steps[%d].id".formatted(place, i), "环节“%s”写了两次".formatted(steps.get(i).text("id")));
      }
    }
    boolean ends = false;
    for (int i = 0; i < steps.size(); i++) {
      List<String> next = steps.get(i).texts("next");
      ends |= next.isEmpty();
      for (int j = 0; j < next.size(); j++) {
        String at = "%s.steps[%d].next[%d]".formatted(place, i, j);
        if (!index.containsKey(next.get(j))) {
          source.defect(at, "没有环节 " + next.get(j));
        } else if (next.get(j).equals(steps.get(i).text("id"))) {
          source.defect(at, "环节 %s 的下一步不能是它自己".formatted(next.get(j)));
        }
      }
    }
    if (!ends) {
      source.defect(place + ".steps", "没有结束的环节：至少一个环节不写 next");
    }
    for (int unreached : unreached(steps, index)) {
      source.defect(
          "%s.steps[%d]".formatted(place, unreached),
          "环节“%s”从第一个环节走不到".formatted(steps.get(unreached).text("name")));
    }
  }

  private static List<Integer> unreached(List<Content> steps, Map<String, Integer> index) {
    var seen = new HashSet<Integer>(Set.of(0));
    var open = new ArrayDeque<Integer>(Set.of(0));
    while (!open.isEmpty()) {
      for (String next : steps.get(open.pop()).texts("next")) {
        Integer at = index.get(next);
        if (at != null && seen.add(at)) {
          open.push(at);
        }
      }
    }
    var unreached = new ArrayList<Integer>();
    for (int i = 0; i < steps.size(); i++) {
      if (!seen.contains(i)) {
        unreached.add(i);
      }
    }
    return unreached;
  }
}
