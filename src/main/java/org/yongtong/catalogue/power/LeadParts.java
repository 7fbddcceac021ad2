package org.yongtong.catalogue.power;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.CanonicalItem;
import org.yongtong.catalogue.Content;
import org.yongtong.catalogue.Mode;

/** Elements of published lead items that only a few pages need. */
@Component
class LeadParts {

  private final JdbcClient database;

  LeadParts(JdbcClient database) {
    this.database = database;
  }

  /** An intermediary service (中介服务) that an item needs. */
  record Intermediary(String item, String name, String kind, String basis, @Nullable String note) {}

  List<Intermediary> intermediaries() {
    var all = new ArrayList<Intermediary>();
    database
        .sql(
            """
            SELECT i.id, json_build_object('list', v.content -> 'intermediary')
            FROM catalogue.item i JOIN catalogue.item_version v ON v.item = i.id AND v.retired_at IS NULL
            WHERE i.published AND i.lead IS NULL AND v.content -> 'intermediary' IS NOT NULL
            """)
        .query(
            row -> {
              String item = row.getString(1);
              all.addAll(
                  new Content(CanonicalItem.read(row.getString(2)))
                      .each(
                          "list",
                          each ->
                              new Intermediary(
                                  item,
                                  each.text("name"),
                                  each.text("kind"),
                                  each.text("basis"),
                                  each.textOrNull("note"))));
            });
    return all;
  }

  /**
   * A power that a higher body gave to lower ones.
   *
   * @param bodies how many have it
   */
  record HandedDown(
      String lead,
      Mode mode,
      LocalDate on,
      int bodies,
      @Nullable String reason,
      @Nullable String basis) {}

  /**
   * Delegated and entrusted items, by lead, mode and day; the reason as the lead's claims say it.
   */
  List<HandedDown> handedDown() {
    Map<String, Content> claims = claims();
    return database
        .sql(
            """
            SELECT i.lead, i.mode, i.since, count(*), min(v.reason)
            FROM catalogue.item i JOIN catalogue.item_version v ON v.item = i.id AND v.retired_at IS NULL
            WHERE i.published AND i.mode IN ('DELEGATED', 'ENTRUSTED') AND i.since IS NOT NULL
            GROUP BY i.lead, i.mode, i.since
            """)
        .query(
            (row, ignored) -> {
              var mode = Mode.valueOf(row.getString(2));
              LocalDate since = row.getObject(3, LocalDate.class);
              Content claim = claims.get(key(row.getString(1), mode.name(), since.toString()));
              return new HandedDown(
                  row.getString(1),
                  mode,
                  since,
                  row.getInt(4),
                  claim == null ? row.getString(5) : claim.text("reason"),
                  claim == null ? null : claim.textOrNull("basis"));
            })
        .list();
  }

  private Map<String, Content> claims() {
    var claims = new HashMap<String, Content>();
    database
        .sql(
            """
            SELECT i.id, json_build_object('list', v.content -> 'claims')
            FROM catalogue.item i JOIN catalogue.item_version v ON v.item = i.id AND v.retired_at IS NULL
            WHERE i.published AND i.lead IS NULL AND v.content -> 'claims' IS NOT NULL
            """)
        .query(
            row -> {
              String item = row.getString(1);
              new Content(CanonicalItem.read(row.getString(2)))
                  .each("list", each -> each)
                  .forEach(
                      each ->
                          claims.putIfAbsent(
                              key(item, each.text("mode"), each.text("since")), each));
            });
    return claims;
  }

  private static String key(String item, String mode, String since) {
    return item + " " + mode.toLowerCase(Locale.ROOT) + " " + since;
  }

  /** An item or a power that is no more. */
  record Ended(
      String name,
      @Nullable String code,
      String department,
      OffsetDateTime at,
      @Nullable String reason,
      @Nullable String successor) {}

  List<Ended> ended() {
    return database
        .sql(
            """
            SELECT coalesce(i.head ->> 'name', i.id) AS name, i.task_code AS code, i.department, i.state_since AS at,
              i.state_reason AS reason, s.task_code AS successor
            FROM catalogue.item i LEFT JOIN catalogue.item s ON s.id = i.successor
            WHERE i.state = 'CANCELLED' AND i.lead IS NULL AND i.state_since IS NOT NULL
            UNION ALL
            SELECT v.content ->> 'name', NULL, p.department, v.retired_at, NULL, NULL
            FROM catalogue.power p JOIN LATERAL (
              SELECT content, retired_at FROM catalogue.power_version WHERE power = p.id
              ORDER BY number DESC LIMIT 1) v ON true
            WHERE NOT p.published AND v.retired_at IS NOT NULL
            """)
        .query(
            (row, ignored) ->
                new Ended(
                    row.getString("name"),
                    row.getString("code"),
                    row.getString("department"),
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("reason"),
                    row.getString("successor")))
        .list();
  }
}
