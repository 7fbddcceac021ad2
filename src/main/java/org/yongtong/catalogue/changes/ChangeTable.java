package org.yongtong.catalogue.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Difference;
import org.yongtong.catalogue.changes.CatalogueChange.Place;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the table {@code catalogue.change}. */
@Component
class ChangeTable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};
  private static final String COLUMNS =
      "SELECT c.tx, c.position, c.at, c.what, c.subject_type, c.subject, c.lead, c.code, c.name,"
          + " c.department, c.number, c.reason, c.successor, c.differences, ";

  private final JdbcClient database;

  ChangeTable(JdbcClient database) {
    this.database = database;
  }

  /** What is asked for; null = any. */
  record Filter(@Nullable String department, @Nullable String theme, @Nullable What what) {

    static final Filter ALL = new Filter(null, null, null);
  }

  /**
   * Newest first, after a place. A list for all bodies shows what many bodies below did at once in
   * one line; the list of one body shows all of its own.
   */
  List<CatalogueChange> newest(Filter filter, @Nullable Place after, int limit) {
    var conditions = new ArrayList<String>();
    Map<String, Object> parameters = new HashMap<>();
    String department = filter.department();
    if (department == null) {
      conditions.add("c.headline");
    } else {
      conditions.add("c.department = :department");
      parameters.put("department", department);
    }
    String theme = filter.theme();
    if (theme != null) {
      conditions.add("c.themes @> ARRAY[:theme]::text[]");
      parameters.put("theme", theme);
    }
    What what = filter.what();
    if (what != null) {
      conditions.add("c.what = :what");
      parameters.put("what", what.name());
    }
    if (after != null) {
      conditions.add("(c.tx, c.position) < (:tx, :position)");
      parameters.put("tx", after.tx());
      parameters.put("position", after.position());
    }
    parameters.put("limit", limit);
    String bodies =
        department == null
            ? """
            CASE WHEN c.lead IS NULL THEN 1 ELSE
              (SELECT count(*) FROM catalogue.change o WHERE o.lead = c.lead AND o.tx = c.tx AND o.what = c.what)
            END AS bodies
            """
            : "1 AS bodies ";
    return database
        .sql(
            COLUMNS
                + bodies
                + "FROM catalogue.change c WHERE "
                + String.join(" AND ", conditions)
                + " ORDER BY c.tx DESC, c.position DESC LIMIT :limit")
        .params(parameters)
        .query(ChangeTable::change)
        .list();
  }

  /** Every row, oldest first, after a place. */
  List<CatalogueChange> after(Place place, int limit) {
    return database
        .sql(
            COLUMNS
                + "1 AS bodies FROM catalogue.change c WHERE (c.tx, c.position) > (?, ?)"
                + " ORDER BY c.tx, c.position LIMIT ?")
        .params(place.tx(), place.position(), limit)
        .query(ChangeTable::change)
        .list();
  }

  static List<Difference> differences(String json) {
    return JSON.readValue(json, DIFFERENCES);
  }

  static String json(List<Difference> differences) {
    return JSON.writeValueAsString(differences);
  }

  private static CatalogueChange change(ResultSet row, int ignored) throws SQLException {
    int number = row.getInt("number");
    return new CatalogueChange(
        new Place(row.getLong("tx"), row.getLong("position")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        What.valueOf(row.getString("what")),
        row.getString("subject_type").equals("item"),
        row.getString("subject"),
        row.getString("lead"),
        row.getString("code"),
        row.getString("name"),
        row.getString("department"),
        number == 0 ? null : number,
        row.getString("reason"),
        row.getString("successor"),
        differences(row.getString("differences")),
        row.getInt("bodies"));
  }
}
