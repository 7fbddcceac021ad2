package org.yongtong.directory;

import java.nio.file.Path;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yongtong.platform.CityPack;
import org.yongtong.platform.Ids;
import org.yongtong.platform.PackLoader;
import org.yongtong.platform.web.Role;

/** Brings divisions, zones, departments, places and staff from the city pack into the tables. */
@Component
class DirectoryPack implements PackLoader {

  private static final String DIVISIONS = "divisions.csv";
  private static final String AREAS = "areas.csv";
  private static final String DEPARTMENTS = "departments.yaml";
  private static final String PLACES = "places.yaml";
  private static final String STAFF = "staff.yaml";

  private final CityPack pack;
  private final JdbcTemplate database;
  private final CityDirectory directory;
  private final Clock clock;

  DirectoryPack(CityPack pack, JdbcTemplate database, CityDirectory directory, Clock clock) {
    this.pack = pack;
    this.database = database;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "区划、部门、办事地点与岗位";
  }

  @Override
  public List<Path> files() {
    return Stream.of(DIVISIONS, AREAS, DEPARTMENTS, PLACES, STAFF).map(pack::file).toList();
  }

  @Override
  public String load() {
    return "区划 %,d 条、功能区 %d 个、部门 %d 个、办事地点 %d 处、岗位 %d 个"
        .formatted(loadDivisions(), loadAreas(), loadDepartments(), loadPlaces(), loadStaff());
  }

  @Override
  public void ready() {
    directory.refresh();
  }

  private int loadDivisions() {
    var rows = new ArrayList<Object[]>();
    for (CSVRecord line : pack.csv(DIVISIONS)) {
      rows.add(
          new Object[] {
            line.get("code"),
            line.get("name"),
            Division.Level.valueOf(line.get("level").toUpperCase(Locale.ROOT)).name(),
            textOrNull(line.get("parent")),
            dateOrNull(line.get("valid_from")),
            dateOrNull(line.get("valid_to")),
            textOrNull(line.get("replaced_by"))
          });
    }
    return replace(
        "division", "code, name, level, parent, valid_from, valid_to, replaced_by", rows);
  }

  private int loadAreas() {
    var rows = new ArrayList<Object[]>();
    for (CSVRecord line : pack.csv(AREAS)) {
      String gbCode = textOrNull(line.get("gb_code"));
      rows.add(
          new Object[] {
            line.get("key"),
            line.get("name"),
            line.get("kind"),
            gbCode,
            line.get("parent"),
            line.get("note")
          });
    }
    return replace("area", "key, name, kind, gb_code, parent, note", rows);
  }

  private int loadDepartments() {
    var rows = new ArrayList<Object[]>();
    var predecessors = new ArrayList<Object[]>();
    for (Map<?, ?> each : list(pack.yaml(DEPARTMENTS), "departments")) {
      String key = text(each, "key");
      rows.add(
          new Object[] {
            key,
            text(each, "name"),
            text(each, "short_name"),
            text(each, "credit_code"),
            text(each, "item_digits"),
            each.get("dept_type"),
            text(each, "division"),
            text(each, "address"),
            text(each, "phone"),
            hours(each),
            dateOrNull(each.get("valid_from")),
            dateOrNull(each.get("valid_to")),
            rows.size()
          });
      for (Map<?, ?> old : list(each, "predecessors")) {
        predecessors.add(new Object[] {key, text(old, "name"), dateOrNull(old.get("valid_to"))});
      }
    }
    int count =
        replace(
            "department",
            "key, name, short_name, credit_code, item_digits, kind, division, address, phone,"
                + " hours, valid_from, valid_to, position",
            rows);
    replace("department_predecessor", "department, name, valid_to", predecessors);
    return count;
  }

  private int loadPlaces() {
    var rows = new ArrayList<Object[]>();
    var windows = new ArrayList<Object[]>();
    for (Map<?, ?> each : list(pack.yaml(PLACES), "places")) {
      String key = text(each, "key");
      rows.add(
          new Object[] {
            key,
            text(each, "name"),
            text(each, "division"),
            text(each, "address"),
            hours(each),
            text(each, "phone"),
            text(each, "traffic"),
            rows.size()
          });
      for (Map<?, ?> window : list(each, "windows")) {
        windows.add(
            new Object[] {
              key,
              text(window, "number"),
              text(window, "name"),
              texts(window, "departments"),
              windows.size()
            });
      }
    }
    int count =
        replace("place", "key, name, division, address, hours, phone, traffic, position", rows);
    replace("place_window", "place, number, name, departments, position", windows);
    return count;
  }

  /** Keeps the key of whoever is known by login, and the row of whoever has left. */
  private int loadStaff() {
    OffsetDateTime now = OffsetDateTime.now(clock);
    var rows = new ArrayList<Object[]>();
    for (Map<?, ?> each : list(pack.yaml(STAFF), "staff")) {
      rows.add(
          new Object[] {
            Ids.next(clock),
            text(each, "login"),
            text(each, "name"),
            text(each, "department"),
            text(each, "post"),
            Stream.of(texts(each, "roles"))
                .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)).name())
                .toArray(String[]::new),
            text(each, "division"),
            texts(each, "windows")
          });
    }
    database.update("UPDATE directory.staff SET left_at = ? WHERE left_at IS NULL", now);
    database.batchUpdate(
        """
        INSERT INTO directory.staff (id, login, name, department, post, roles, division, windows)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (login) DO UPDATE SET name = excluded.name, department = excluded.department,
          post = excluded.post, roles = excluded.roles, division = excluded.division,
          windows = excluded.windows, left_at = NULL
        """,
        rows);
    return rows.size();
  }

  private int replace(String table, String columns, List<Object[]> rows) {
    database.update("DELETE FROM directory." + table);
    int width = columns.split(",", -1).length;
    database.batchUpdate(
        "INSERT INTO directory."
            + table
            + " ("
            + columns
            + ") VALUES (?"
            + ", ?".repeat(width - 1)
            + ")",
        rows);
    return rows.size();
  }

  private static String hours(Map<?, ?> each) {
    return each.get("hours") instanceof Map<?, ?> hours ? text(hours, "text") : text(each, "hours");
  }

  private static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("the city pack lacks " + key + " in " + map);
    }
    return value.toString();
  }

  private static String[] texts(Map<?, ?> map, String key) {
    return map.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toArray(String[]::new)
        : new String[0];
  }

  @SuppressWarnings("unchecked")
  private static List<Map<?, ?>> list(Map<?, ?> map, String key) {
    return map.get(key) instanceof List<?> list ? (List<Map<?, ?>>) list : List.of();
  }

  private static @Nullable String textOrNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static @Nullable Date dateOrNull(@Nullable Object text) {
    return text == null || text.toString().isBlank()
        ? null
        : Date.valueOf(LocalDate.parse(text.toString()));
  }
}
