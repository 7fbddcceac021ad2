package org.yongtong.catalogue.coverage;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yongtong.platform.CityPack;
import org.yongtong.platform.StartFailure;

/**
 * The lines that the city has set itself: {@code coverage_lines} in {@code site.yaml} of the pack.
 */
@Component
class Targets {

  private static final String KEY = "coverage_lines";

  private final List<Target> all;

  Targets(CityPack pack) {
    this.all =
        Files.isRegularFile(pack.file("site.yaml")) ? read(pack.yaml("site.yaml")) : List.of();
  }

  static List<Target> read(Map<String, Object> site) {
    Object lines = site.get(KEY);
    if (lines == null) {
      return List.of();
    }
    if (!(lines instanceof List<?> list)) {
      throw new StartFailure("site.yaml：%s 应当是列表".formatted(KEY));
    }
    var targets = new ArrayList<Target>();
    for (int i = 0; i < list.size(); i++) {
      String place = "site.yaml：%s[%d]".formatted(KEY, i);
      if (!(list.get(i) instanceof Map<?, ?> line)) {
        throw new StartFailure(place + " 应当是 {measure: …, percent: …, word: …}");
      }
      String measure = String.valueOf(line.get("measure"));
      if (!measure.equals(Target.POWERS) && Measure.of(measure).isEmpty()) {
        throw new StartFailure(
            "%s.measure 不能是“%s”，可以用：%s、%s"
                .formatted(
                    place,
                    measure,
                    Arrays.stream(Measure.values())
                        .map(Measure::key)
                        .collect(Collectors.joining("、")),
                    Target.POWERS));
      }
      if (!(line.get("percent") instanceof Integer percent) || percent < 1 || percent > 100) {
        throw new StartFailure(place + ".percent 应当是 1 到 100 的整数");
      }
      if (!(line.get("word") instanceof String word) || word.isBlank()) {
        throw new StartFailure(place + ".word 应当写明是谁的目标、哪一年的");
      }
      targets.add(new Target(measure, percent, word));
    }
    return List.copyOf(targets);
  }

  List<Target> of(String measure) {
    return all.stream().filter(target -> target.measure().equals(measure)).toList();
  }
}
