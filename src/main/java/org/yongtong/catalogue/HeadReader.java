package org.yongtong.catalogue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.ServiceItem.Depth;
import org.yongtong.catalogue.ServiceItem.Handling;
import org.yongtong.catalogue.ServiceItem.Kind;

/** Makes an {@link ItemHead} of its line. */
final class HeadReader {

  private HeadReader() {}

  /**
   * @param lead the claimant's lead, whose texts it shares
   * @return null when the item is not published
   */
  static @Nullable ItemHead read(ItemTables.HeadRow row, @Nullable ItemHead lead) {
    String json = row.head();
    UUID version = row.version();
    if (json == null || version == null) {
      return null;
    }
    var head = new Content(CanonicalItem.read(json));
    Content themes = head.inside("themes");
    Content limits = head.inside("limits");
    String summary = head.text("summary");
    Set<String> person = themes.words("person");
    Set<String> legal = themes.words("legal");
    Set<String> events = head.words("life_events");
    String name = head.text("name");
    return new ItemHead(
        version,
        row.number(),
        row.id(),
        row.lead(),
        row.mode(),
        row.level(),
        row.state(),
        row.taskCode(),
        row.baseCode(),
        lead != null && lead.name().equals(name) ? lead.name() : name,
        lead == null ? head.texts("aliases") : lead.aliases(),
        lead != null && lead.summary().equals(summary) ? lead.summary() : summary,
        ItemReader.word(Kind.class, head.text("kind")),
        ItemReader.word(Handling.class, head.text("handling")),
        audience(head),
        row.department(),
        row.division(),
        lead != null && lead.personThemes().equals(person) ? lead.personThemes() : person,
        lead != null && lead.legalThemes().equals(legal) ? lead.legalThemes() : legal,
        lead != null && lead.lifeEvents().equals(events) ? lead.lifeEvents() : events,
        limits.number("legal_days"),
        limits.number("promised_days"),
        head.number("visits"),
        ItemReader.word(Depth.class, head.text("depth")),
        head.flag("sample"),
        Objects.requireNonNull(row.publishedAt()).toInstant(),
        lead == null ? head.texts("texts") : lead.texts());
  }

  private static final Set<Audience> PERSON =
      Collections.unmodifiableSet(EnumSet.of(Audience.PERSON));
  private static final Set<Audience> LEGAL =
      Collections.unmodifiableSet(EnumSet.of(Audience.LEGAL));
  private static final Set<Audience> BOTH =
      Collections.unmodifiableSet(EnumSet.allOf(Audience.class));

  private static Set<Audience> audience(Content head) {
    List<String> words = head.texts("objects");
    return words.size() > 1 ? BOTH : words.contains("person") ? PERSON : LEGAL;
  }
}
