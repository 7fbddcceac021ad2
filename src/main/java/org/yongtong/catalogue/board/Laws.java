package org.yongtong.catalogue.board;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.platform.CityPack;
import org.yongtong.platform.PackLoader;
import org.yongtong.platform.StartFailure;

/** Laws that were amended or repealed, from {@code laws.yaml} of the city pack. */
@Component
class Laws implements PackLoader {

  private static final String FILE = "laws.yaml";

  private final CityPack pack;
  private volatile Map<String, Law> byName = Map.of();

  Laws(CityPack pack) {
    this.pack = pack;
  }

  /**
   * @param number of the newest text
   * @param changedOn when it was amended last, or repealed
   * @param note what to look at, e.g. what took its place
   */
  record Law(String name, String number, LocalDate changedOn, boolean repealed, String note) {}

  @Override
  public String what() {
    return "法律法规变动表";
  }

  @Override
  public List<Path> files() {
    Path file = pack.file(FILE);
    return Files.exists(file) ? List.of(file) : List.of();
  }

  @Override
  public String load() {
    return "%d 部".formatted(read().size());
  }

  @Override
  public void ready() {
    byName = read();
  }

  private Map<String, Law> read() {
    var laws = new HashMap<String, Law>();
    if (files().isEmpty()) {
      return laws;
    }
    if (pack.yaml(FILE).get("laws") instanceof List<?> rows) {
      for (Object row : rows) {
        Law law = law((Map<?, ?>) row);
        laws.put(plain(law.name()), law);
      }
    }
    return Map.copyOf(laws);
  }

  private static Law law(Map<?, ?> row) {
    String name = text(row, "law");
    Object amended = row.get("amended_on");
    Object repealed = row.get("repealed_on");
    if ((amended == null) == (repealed == null)) {
      throw new StartFailure("laws.yaml：%s 要写 amended_on 或者 repealed_on，二者取一".formatted(name));
    }
    Object day = repealed == null ? amended : repealed;
    return new Law(
        name,
        row.containsKey("number") ? text(row, "number") : "",
        LocalDate.parse(String.valueOf(day)),
        repealed != null,
        row.containsKey("note") ? text(row, "note") : "");
  }

  private static String text(Map<?, ?> row, String key) {
    Object value = row.get(key);
    if (value == null) {
      throw new StartFailure("laws.yaml：缺少 " + key);
    }
    return value.toString();
  }

  Optional<Law> find(String name) {
    return Optional.ofNullable(byName.get(plain(name)));
  }

  /** The name without book marks and without the country, as it is mostly cited. */
  private static String plain(@Nullable String name) {
    return name == null ? "" : name.replaceAll("[《》\\s]", "").replaceFirst("^中华人民共和国", "");
  }
}
