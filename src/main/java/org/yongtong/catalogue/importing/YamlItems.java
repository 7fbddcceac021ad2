package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.ItemSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Items written as YAML documents, as in the city pack. A claimant's document begins with {@code
 * id}, {@code lead} and {@code mode} and holds what is its own.
 */
final class YamlItems {

  /** Keys of a claimant's document that say what it is, and are no part of its content. */
  static final Set<String> ABOUT_CLAIM =
      Set.of("schema", "id", "lead", "mode", "since", "department");

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final TypeReference<Map<String, Integer>> LINES = new TypeReference<>() {};

  private final RowStore store;
  private final Findings findings;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  YamlItems(RowStore store, Findings findings) {
    this.store = store;
    this.findings = findings;
  }

  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  int count() {
    return entries.size();
  }

  void read(String file, TextScan.Content content) throws BadFile, IOException {
    try (Reader text = TextScan.reader(content, TextScan.charset(file, content, false))) {
      Iterator<ItemSource> documents = ItemSource.all(file, text, Measure.DOCUMENT);
      while (documents.hasNext()) {
        add(file, documents.next());
        if (entries.size() > Measure.ITEMS) {
          throw new BadFile("事项超过 %d 个：请拆分成几个文件".formatted(Measure.ITEMS));
        }
      }
    }
  }

  private void add(String file, ItemSource source) throws IOException {
    Map<String, Object> data = source.data();
    String id = data.get("id") instanceof String text ? text : "";
    for (Defect defect : source.defects()) {
      findings.add(new Spot(file, defect.line(), ""), id, YamlWords.plain(defect.message()));
    }
    if (data.isEmpty()) {
      return;
    }
    Markup.walk(
        data,
        "",
        (place, message) -> findings.add(new Spot(file, source.line(place), place), id, message));
    if (id.isEmpty()) {
      findings.add(
          new Spot(file, source.line("id"), "id"), "", "没有写 id（事项标识）：请填上，例如 food-business-licence");
      return;
    }
    String lead = data.get("lead") instanceof String text ? text : null;
    int at = id.indexOf('@');
    if ((lead != null) != (at > 0) || lead != null && !id.substring(0, at).equals(lead)) {
      findings.add(
          new Spot(file, source.line("lead"), "lead"),
          id,
          "认领单位的 id 应当是“上级事项标识@部门”，并写明 lead（上级事项标识）");
      return;
    }
    var entry =
        new Document(
            id,
            lead,
            lead == null ? null : id.substring(at + 1),
            data.get("mode") instanceof String text ? text : null,
            data.get("since") instanceof String text ? text : null,
            new Spot(file, source.line(""), ""),
            store.add(JSON.writeValueAsBytes(data)),
            store.add(JSON.writeValueAsBytes(source.lines())));
    Entry other = entries.putIfAbsent(id, entry);
    if (other != null) {
      findings.add(entry.spot, id, "事项 %s 与%s重复：一个事项只能有一份".formatted(id, other.spot().words()));
    }
  }

  private final class Document implements Entry {
    private final String id;
    private final @Nullable String lead;
    private final @Nullable String department;
    private final @Nullable String mode;
    private final @Nullable String since;
    private final Spot spot;
    private final long data;
    private final long lines;

    Document(
        String id,
        @Nullable String lead,
        @Nullable String department,
        @Nullable String mode,
        @Nullable String since,
        Spot spot,
        long data,
        long lines) {
      this.id = id;
      this.lead = lead;
      this.department = department;
      this.mode = mode;
      this.since = since;
      this.spot = spot;
      this.data = data;
      this.lines = lines;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public @Nullable String lead() {
      return lead;
    }

    @Override
    public @Nullable String department() {
      return department;
    }

    @Override
    public @Nullable String mode() {
      return mode;
    }

    @Override
    public @Nullable String since() {
      return since;
    }

    @Override
    public boolean canBeNew() {
      return true;
    }

    @Override
    public String words(Defect defect) {
      return defect.message();
    }

    @Override
    public Spot spot() {
      return spot;
    }

    @Override
    public Spot spot(String place) throws IOException {
      Map<String, Integer> known = new HashMap<>(JSON.readValue(store.get(lines), LINES));
      String at = place;
      while (!at.isEmpty() && !known.containsKey(at)) {
        at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
      }
      return new Spot(spot.sheet(), known.getOrDefault(at, spot.line()), at);
    }

    @Override
    public Map<String, Object> content(@Nullable Map<String, Object> known) throws IOException {
      Map<String, Object> content = JSON.readValue(store.get(data), OBJECT);
      if (lead != null) {
        content.keySet().removeAll(ABOUT_CLAIM);
      }
      return content;
    }
  }
}
