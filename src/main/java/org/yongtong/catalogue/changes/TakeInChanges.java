package org.yongtong.catalogue.changes;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.CanonicalItem;
import org.yongtong.catalogue.Difference;
import org.yongtong.catalogue.Differences;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Subscription;

/**
 * Takes the journal's acts about the catalogue into {@code catalogue.change}. The journal gives
 * them in its order and only below the oldest running transaction, one reader at a time, so rows
 * become visible in the order of their places: who reads on from a place loses and doubles nothing.
 */
@Component
class TakeInChanges implements Subscription {

  private static final String ITEM =
      """
      INSERT INTO catalogue.change (tx, position, at, what, subject_type, subject, lead, code, name, kind, department,
        division, version, number, reason, successor, themes, differences, headline)
      SELECT :tx, :position, :at, :what, 'item', i.id, i.lead, coalesce(:code, i.task_code),
        coalesce(:name, i.head ->> 'name', v.content ->> 'name', i.id), coalesce(i.head ->> 'kind', v.content ->> 'kind', ''),
        coalesce(:department, i.department), coalesce(:division, i.division), :version::uuid, :number::int, :reason::text,
        :successor::text,
        ARRAY(SELECT 'person:' || t FROM json_array_elements_text(i.head #> '{themes,person}') t
              UNION ALL SELECT 'legal:' || t FROM json_array_elements_text(i.head #> '{themes,legal}') t),
        :differences::json,
        i.lead IS NULL OR NOT EXISTS (
          SELECT 1 FROM catalogue.change c WHERE c.tx = :tx AND c.what = :what
            AND (c.lead = i.lead OR c.subject_type = 'item' AND c.subject = i.lead))
      FROM catalogue.item i
      LEFT JOIN LATERAL (SELECT content FROM catalogue.item_version WHERE item = i.id AND i.head IS NULL
                         ORDER BY number DESC LIMIT 1) v ON true
      WHERE i.id = :id
      ON CONFLICT (tx, position) DO NOTHING
      """;

  private static final String POWER =
      """
      INSERT INTO catalogue.change (tx, position, at, what, subject_type, subject, code, name, kind, department,
        division, version, number, reason, differences, headline)
      SELECT :tx, :position, :at, :what, 'power', p.id, coalesce(:code, p.code), coalesce(:name, p.id),
        coalesce(:kind, ''), p.department, p.division, :version::uuid, :number::int, :reason::text, :differences::json, true
      FROM catalogue.power p WHERE p.id = :id
      ON CONFLICT (tx, position) DO NOTHING
      """;

  private final JdbcClient database;

  TakeInChanges(JdbcClient database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "catalogue-changes";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "item.published",
        "item.claimed",
        "item.suspended",
        "item.resumed",
        "item.cancelled",
        "item.withdrawn",
        "power.published",
        "power.withdrawn");
  }

  @Override
  public void handle(Entry entry) {
    boolean item = entry.subject().type().equals("item");
    What what = what(entry);
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("tx", entry.tx());
    row.put("position", entry.position());
    row.put("at", entry.at().atOffset(ZoneOffset.UTC));
    row.put("what", what.name());
    row.put("id", entry.subject().id());
    row.put("code", text(entry, item ? "task_code" : "code"));
    row.put("name", text(entry, "name"));
    row.put("version", text(entry, "version"));
    row.put("number", number(entry) == 0 ? null : number(entry));
    row.put("reason", text(entry, "reason"));
    row.put(
        "differences",
        ChangeTable.json(what == What.ADJUSTED ? differences(entry, item) : List.of()));
    if (item) {
      row.put("department", entry.act().department());
      row.put("division", entry.act().division());
      row.put("successor", text(entry, "successor"));
    } else {
      row.put("kind", text(entry, "kind"));
    }
    database.sql(item ? ITEM : POWER).params(row).update();
  }

  private static What what(Entry entry) {
    return switch (entry.kind()) {
      case "item.suspended" -> What.SUSPENDED;
      case "item.resumed" -> What.RESUMED;
      case "item.cancelled", "item.withdrawn", "power.withdrawn" -> What.CANCELLED;
      case "item.claimed" -> handedDown(entry);
      default ->
          number(entry) > 1
              ? What.ADJUSTED
              : text(entry, "lead") == null ? What.SET_UP : handedDown(entry);
    };
  }

  private static What handedDown(Entry entry) {
    String mode = text(entry, "mode");
    return mode == null || mode.equals("OWN") ? What.CLAIMED : What.valueOf(mode);
  }

  /** Between this version and the one before it. */
  private List<Difference> differences(Entry entry, boolean item) {
    int number = number(entry);
    List<Map<String, Object>> contents =
        database
            .sql(
                item
                    ? "SELECT content FROM catalogue.item_version WHERE item = ? AND number IN (?,"
                        + " ?) ORDER BY number"
                    : "SELECT content FROM catalogue.power_version WHERE power = ? AND number IN"
                        + " (?, ?) ORDER BY number")
            .params(entry.subject().id(), number - 1, number)
            .query(String.class)
            .list()
            .stream()
            .map(CanonicalItem::read)
            .toList();
    return contents.size() < 2
        ? List.of()
        : Differences.between(contents.getFirst(), contents.getLast());
  }

  private static @Nullable String text(Entry entry, String key) {
    Object value = entry.payload().get(key);
    return value == null ? null : value.toString();
  }

  private static int number(Entry entry) {
    return entry.payload().get("number") instanceof Number number ? number.intValue() : 0;
  }
}
