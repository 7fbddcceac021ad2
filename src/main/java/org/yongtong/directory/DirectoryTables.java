package org.yongtong.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.platform.web.Role;

/** Reads the directory's tables, all of them at once. */
@Component
class DirectoryTables {

  private final JdbcClient database;

  DirectoryTables(JdbcClient database) {
    this.database = database;
  }

  Snapshot snapshot() {
    return Snapshot.of(divisions(), areas(), departments(), places(), staff());
  }

  private List<Division> divisions() {
    return database
        .sql(
            """
            SELECT code, name, level, parent, valid_from, valid_to, replaced_by
            FROM directory.division ORDER BY code
            """)
        .query(Division.class)
        .list();
  }

  private List<Area> areas() {
    return database
        .sql("SELECT key, name, kind, gb_code, parent, note FROM directory.area ORDER BY key")
        .query(Area.class)
        .list();
  }

  private List<Department> departments() {
    return database
        .sql(
            """
            SELECT key, name, short_name, credit_code, item_digits, division, address, phone, hours
            FROM directory.department WHERE valid_to IS NULL ORDER BY position
            """)
        .query(Department.class)
        .list();
  }

  private List<ServicePlace> places() {
    Map<String, List<ServicePlace.Window>> windows = new LinkedHashMap<>();
    database
        .sql(
            "SELECT place, number, name, departments FROM directory.place_window ORDER BY place,"
                + " position")
        .query(
            row -> {
              windows
                  .computeIfAbsent(row.getString("place"), ignored -> new ArrayList<>())
                  .add(
                      new ServicePlace.Window(
                          row.getString("number"),
                          row.getString("name"),
                          texts(row, "departments")));
            });
    return database
        .sql(
            """
            SELECT key, name, division, address, hours, phone, traffic
            FROM directory.place ORDER BY position
            """)
        .query(
            (row, number) ->
                new ServicePlace(
                    row.getString("key"),
                    row.getString("name"),
                    row.getString("division"),
                    row.getString("address"),
                    row.getString("hours"),
                    row.getString("phone"),
                    row.getString("traffic"),
                    List.copyOf(windows.getOrDefault(row.getString("key"), List.of()))))
        .list();
  }

  private List<StaffMember> staff() {
    return database
        .sql(
            """
            SELECT id, login, name, department, post, roles, division, windows
            FROM directory.staff WHERE left_at IS NULL ORDER BY login
            """)
        .query(
            (row, number) ->
                new StaffMember(
                    row.getObject("id", UUID.class),
                    row.getString("login"),
                    row.getString("name"),
                    row.getString("department"),
                    row.getString("post"),
                    roles(texts(row, "roles")),
                    row.getString("division"),
                    texts(row, "windows")))
        .list();
  }

  private static Set<Role> roles(List<String> names) {
    return names.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return Stream.of((Object[]) array.getArray()).map(String::valueOf).toList();
  }
}
