package org.yongtong.catalogue.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ItemSource;
import org.yongtong.directory.Department;
import org.yongtong.directory.ServicePlace;
import org.yongtong.platform.CityPack;

/** The items of the city pack as a catalogue, without a database. */
final class PackFixture {

  static final Path PACK = Path.of("city/nanning");
  static final Names NAMES = names();
  static final Map<String, Known.Own> ITEMS = items();

  static final Known KNOWN =
      new Known() {
        @Override
        public Optional<String> find(String reference) {
          return ITEMS.values().stream()
              .filter(
                  item ->
                      item.id().equals(reference) || reference.equals(item.data().get("base_code")))
              .map(Own::id)
              .findFirst();
        }

        @Override
        public @Nullable Own own(String id) {
          return ITEMS.get(id);
        }

        @Override
        public void prepare(Collection<String> ids) {}
      };

  private PackFixture() {}

  static Known.Own item(String id) {
    return Objects.requireNonNull(ITEMS.get(id), id);
  }

  private static Map<String, Known.Own> items() {
    var items = new LinkedHashMap<String, Known.Own>();
    try (var files = Files.list(PACK.resolve("items"))) {
      for (Path file : files.sorted().toList()) {
        ItemSource source = ItemSource.of(file.getFileName().toString(), Files.readString(file));
        String id = text(source.data(), "id");
        items.put(
            id,
            new Known.Own(
                id, null, text(source.data(), "department"), null, null, "1", source.data()));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return items;
  }

  private static Names names() {
    var departments = new ArrayList<Department>();
    for (Map<?, ?> each : list("departments.yaml", "departments")) {
      departments.add(
          new Department(
              text(each, "key"),
              text(each, "name"),
              text(each, "short_name"),
              text(each, "credit_code"),
              text(each, "item_digits"),
              text(each, "division"),
              "",
              "",
              ""));
    }
    var places = new ArrayList<ServicePlace>();
    for (Map<?, ?> each : list("places.yaml", "places")) {
      places.add(
          new ServicePlace(text(each, "key"), text(each, "name"), "", "", "", "", "", List.of()));
    }
    return Names.of(departments, places);
  }

  private static List<Map<?, ?>> list(String file, String key) {
    var maps = new ArrayList<Map<?, ?>>();
    for (Object each :
        (List<?>) Objects.requireNonNull(CityPack.yaml(PACK.resolve(file)).get(key))) {
      maps.add((Map<?, ?>) each);
    }
    return maps;
  }

  private static String text(Map<?, ?> map, String key) {
    return String.valueOf(map.get(key));
  }

  static byte[] written(Format format, Collection<Known.Own> items) throws IOException {
    var out = new ByteArrayOutputStream();
    write(format, items, out);
    return out.toByteArray();
  }

  static void write(Format format, Collection<Known.Own> items, OutputStream out)
      throws IOException {
    try (ItemWriter writer =
        switch (format) {
          case XLSX -> new XlsxWriter(out, NAMES);
          case CSV -> new CsvWriter(out, NAMES);
          case YAML -> new YamlWriter(out);
        }) {
      for (Known.Own item : items) {
        writer.write(item);
      }
    }
  }
}
