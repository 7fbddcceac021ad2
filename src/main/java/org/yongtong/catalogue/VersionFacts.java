package org.yongtong.catalogue;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.ServiceItem.Depth;
import org.yongtong.catalogue.ServiceItem.Handling;
import org.yongtong.catalogue.ServiceItem.Range;

/**
 * {@link ItemFacts} of versions, kept in memory: a version never changes, so each is read once, all
 * that are missing in one statement.
 */
@Component
public class VersionFacts {

  private static final String READ =
      """
      SELECT v.version, x.handling, x.depth, x.visits, x.range,
        coalesce(json_array_length(x.joint), 0) AS joint,
        ARRAY(SELECT f.amount || ' ' || f.unit
              FROM json_to_recordset(coalesce(x.fees, '[]')) AS f(amount text, unit text)) AS fees,
        p.papers, p.held, p.foreign_papers, p.foreign_held
      FROM catalogue.item_version v
      CROSS JOIN LATERAL json_to_record(v.content)
        AS x(handling text, depth text, visits int, range text, joint json, fees json, papers json)
      CROSS JOIN LATERAL (
        SELECT count(*) AS papers,
          count(*) FILTER (WHERE held IS NOT NULL) AS held,
          count(*) FILTER (WHERE source = 'government') AS foreign_papers,
          count(*) FILTER (WHERE source = 'government' AND held IS NOT NULL) AS foreign_held
        FROM json_to_recordset(coalesce(x.papers, '[]')) AS r(required text, source text, held text)
        WHERE required <> 'optional') p
      WHERE v.version = ANY (?)
      """;

  private final JdbcClient database;
  private final Map<UUID, ItemFacts> known = new ConcurrentHashMap<>();

  VersionFacts(JdbcClient database) {
    this.database = database;
  }

  public Map<UUID, ItemFacts> of(Collection<UUID> versions) {
    List<UUID> missing =
        versions.stream().filter(version -> !known.containsKey(version)).distinct().toList();
    if (!missing.isEmpty()) {
      database
          .sql(READ)
          .param(missing.toArray(UUID[]::new))
          .query(
              row -> {
                known.put(row.getObject("version", UUID.class), facts(row));
              });
    }
    var found = new HashMap<UUID, ItemFacts>();
    for (UUID version : versions) {
      ItemFacts facts = known.get(version);
      if (facts != null) {
        found.put(version, facts);
      }
    }
    return found;
  }

  private static ItemFacts facts(ResultSet row) throws SQLException {
    var fees = new ArrayList<String>();
    for (Object fee : (Object[]) row.getArray("fees").getArray()) {
      fees.add(inWords(String.valueOf(fee)));
    }
    return new ItemFacts(
        ItemReader.word(Handling.class, row.getString("handling")),
        ItemReader.word(Depth.class, row.getString("depth")),
        row.getInt("visits"),
        range(row.getString("range")),
        row.getInt("joint"),
        List.copyOf(fees),
        row.getInt("papers"),
        row.getInt("held"),
        row.getInt("foreign_papers"),
        row.getInt("foreign_held"));
  }

  private static @Nullable Range range(@Nullable String word) {
    return word == null ? null : ItemReader.word(Range.class, word);
  }

  /** {@code 80.00 件} is said as {@code 80 元/件}. */
  private static String inWords(String fee) {
    int space = fee.indexOf(' ');
    String unit = fee.substring(space + 1);
    String amount = fee.substring(0, space);
    try {
      amount = new BigDecimal(amount).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException inWordsAlready) {
      return fee;
    }
    return amount + " " + (unit.startsWith("元") ? unit : "元/" + unit);
  }
}
