package org.yongtong.catalogue.power;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.CanonicalItem;
import org.yongtong.catalogue.Content;

/**
 * What a power list says of service items beyond their heads: laws, duties, main item. Versions
 * never change, so what was read once is kept; a whole list is read in one statement.
 */
@Component
class ItemDuties {

  private static final int REMEMBERED = 20_000;

  private final JdbcClient database;
  private final Cache<UUID, Part> known = CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

  ItemDuties(JdbcClient database) {
    this.database = database;
  }

  record Part(List<String> bases, List<String> duties, @Nullable String mainCode) {
    static final Part NONE = new Part(List.of(), List.of(), null);
  }

  Map<UUID, Part> of(Collection<UUID> versions) {
    var parts = new HashMap<UUID, Part>();
    var missing = new ArrayList<UUID>();
    for (UUID version : versions) {
      Part part = known.getIfPresent(version);
      if (part == null) {
        missing.add(version);
      } else {
        parts.put(version, part);
      }
    }
    if (!missing.isEmpty()) {
      database
          .sql(
              """
              SELECT version, json_build_object('bases', content -> 'bases',
                'responsibility', content -> 'responsibility', 'main', content -> 'sub_item_of')
              FROM catalogue.item_version WHERE version = ANY (?)
              """)
          .param(missing.toArray(UUID[]::new))
          .query(
              row -> {
                Part part = part(new Content(CanonicalItem.read(row.getString(2))));
                UUID version = row.getObject(1, UUID.class);
                known.put(version, part);
                parts.put(version, part);
              });
    }
    return parts;
  }

  private static Part part(Content content) {
    return new Part(
        content.each("bases", each -> "《" + each.text("law") + "》" + each.text("article")),
        content.each("responsibility", each -> each.text("text")),
        content.textOrNull("main"));
  }
}
