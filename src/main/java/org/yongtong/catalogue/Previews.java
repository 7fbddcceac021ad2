package org.yongtong.catalogue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yongtong.directory.Directory;
import org.yongtong.form.FormDefinitionException;

/** Draws the guide of a text that is still being written; what is missing shows as such. */
@Component
public class Previews {

  private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
  private static final String MISSING = "（还没有填写）";

  private final ItemDocuments documents;
  private final ItemReader reader;
  private final Guides guides;
  private final Directory directory;
  private final Clock clock;

  Previews(
      ItemDocuments documents, ItemReader reader, Guides guides, Directory directory, Clock clock) {
    this.documents = documents;
    this.reader = reader;
    this.guides = guides;
    this.directory = directory;
    this.clock = clock;
  }

  /** Empty when too little is written, or too wrong, to be drawn. */
  public Optional<GuidePage> guide(ItemDocument document, String department) {
    return guide(document, department, Map.of());
  }

  /**
   * @param answers parameters {@code f.…} as the applicant would send them
   */
  public Optional<GuidePage> guide(
      ItemDocument document, String department, Map<String, String[]> answers) {
    return drawn(document, department, item -> guides.page(item, answers).asDraft());
  }

  /** The item as it would be, with what is missing said to be missing. */
  public Optional<ServiceItem> item(ItemDocument document, String department) {
    return drawn(document, department, item -> item);
  }

  private <T> Optional<T> drawn(
      ItemDocument document, String department, Function<ServiceItem, T> draw) {
    try {
      var content = new LinkedHashMap<>(filled(documents.effective(document)));
      var stored =
          new ItemReader.Stored(
              new UUID(0, 0),
              1,
              document.item(),
              document.lead(),
              document.lead() == null ? Mode.OWN : Mode.CLAIMED,
              ItemState.IN_USE,
              null,
              null,
              "0".repeat(31),
              directory.department(department).division(),
              CanonicalItem.of(content).json(),
              clock.instant());
      return Optional.of(draw.apply(reader.read(stored)));
    } catch (ClassCastException
        | IllegalArgumentException
        | NullPointerException
        | IllegalStateException
        | NoSuchElementException
        | FormDefinitionException wrong) {
      LOG.debug("no preview of {}", document.item(), wrong);
      return Optional.empty();
    }
  }

  private static Map<String, Object> filled(Map<String, Object> content) {
    var filled = new LinkedHashMap<>(content);
    for (String key : List.of("name", "summary")) {
      filled.putIfAbsent(key, MISSING);
    }
    filled.putIfAbsent("aliases", List.of());
    filled.putIfAbsent("objects", List.of("person", "legal"));
    filled.putIfAbsent("themes", Map.of());
    filled.putIfAbsent("visits", 0);
    filled.putIfAbsent("depth", "full");
    filled.putIfAbsent("handling", "committed");
    filled.putIfAbsent("bases", List.of(Map.of()));
    filled.putIfAbsent("conditions", List.of(Map.of()));
    filled.putIfAbsent("faq", List.of());
    fill(filled, "limits", Map.of("legal_days", 0, "promised_days", 0));
    fill(filled, "result", Map.of("kind", "none", "name", MISSING));
    rows(filled, "bases", Map.of("law", MISSING, "number", "", "article", "", "text", MISSING));
    rows(filled, "conditions", Map.of("text", MISSING));
    rows(filled, "steps", Map.of("name", MISSING, "role", "window", "days", 0, "duty", MISSING));
    rows(filled, "routing", Map.of("department", "", "when", "false"));
    rows(filled, "fees", Map.of("name", MISSING, "amount", "0.00", "unit", "元", "basis", MISSING));
    rows(filled, "faq", Map.of("q", MISSING, "a", MISSING));
    rows(
        filled,
        "papers",
        Map.of(
            "name",
            MISSING,
            "required",
            "must",
            "kind",
            "original",
            "form",
            "either",
            "originals",
            0,
            "copies",
            0,
            "source",
            "applicant",
            "issuer",
            MISSING));
    return filled;
  }

  private static void fill(Map<String, Object> content, String key, Map<String, Object> least) {
    var inner = new LinkedHashMap<String, Object>(least);
    if (content.get(key) instanceof Map<?, ?> given) {
      given.forEach((name, value) -> inner.put(String.valueOf(name), value));
    }
    content.put(key, inner);
  }

  private static void rows(Map<String, Object> content, String key, Map<String, Object> least) {
    if (content.get(key) instanceof List<?> given) {
      var rows = new ArrayList<Object>();
      for (Object row : given) {
        var whole = new LinkedHashMap<String, Object>(least);
        if (row instanceof Map<?, ?> map) {
          map.forEach((name, value) -> whole.put(String.valueOf(name), value));
        }
        rows.add(whole);
      }
      content.put(key, rows);
    }
  }
}
