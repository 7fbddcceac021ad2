package org.yongtong.catalogue.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yongtong.catalogue.Words;

/** Items as YAML documents, keys in the order of the element list. */
final class YamlWriter implements ItemWriter {

  private static final List<String> FIRST =
      List.of("schema", "sample", "id", "lead", "mode", "since");

  private final Writer out;

  YamlWriter(OutputStream out) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  @Override
  public void write(Known.Own item) throws IOException {
    var document = new LinkedHashMap<String, Object>();
    if (item.lead() != null) {
      document.put("id", item.id());
      document.put("lead", item.lead());
      if (item.mode() != null) {
        document.put("mode", item.mode());
      }
      if (item.since() != null) {
        document.put("since", item.since());
      }
    }
    document.putAll(item.data());
    out.write("---\n");
    yaml().dump(ordered(document), out);
  }

  /** Text of a piece of a document, for a cell. */
  static String piece(Map<String, Object> data) {
    return yaml().dump(inside(data));
  }

  private static Yaml yaml() {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
    options.setAllowUnicode(true);
    options.setWidth(1 << 20);
    options.setSplitLines(false);
    options.setIndicatorIndent(0);
    options.setDereferenceAliases(true);
    return new Yaml(options);
  }

  private static Map<String, Object> ordered(Map<String, Object> document) {
    var ordered = new LinkedHashMap<String, Object>();
    var keys = new ArrayList<>(FIRST);
    keys.addAll(Words.elements().keySet());
    keys.addAll(document.keySet());
    for (String key : keys) {
      Object value = document.get(key);
      if (value != null && !ordered.containsKey(key)) {
        ordered.put(key, inside(value));
      }
    }
    return ordered;
  }

  /** Entries of lists begin with what names them. */
  private static Object inside(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var ordered = new LinkedHashMap<String, Object>();
        for (String key : ORDER) {
          put(ordered, key, map.get(key));
        }
        map.forEach((key, each) -> put(ordered, String.valueOf(key), each));
        yield ordered;
      }
      case List<?> list -> list.stream().map(YamlWriter::inside).toList();
      // 0.0001, never 1.0E-4: who edits the file reads plain numbers, and so does the reader
      case Double number -> new BigDecimal(number.toString());
      default -> value;
    };
  }

  private static final List<String> ORDER =
      List.of(
          "id",
          "law",
          "number",
          "level",
          "article",
          "name",
          "title",
          "label",
          "text",
          "q",
          "a",
          "required",
          "when",
          "role",
          "kind",
          "phone",
          "review",
          "body",
          "court",
          "legal_days",
          "promised_days",
          "amount",
          "unit",
          "days",
          "months",
          "type",
          "from",
          "fields");

  private static void put(Map<String, Object> ordered, String key, @Nullable Object value) {
    if (value != null && !ordered.containsKey(key)) {
      ordered.put(key, inside(value));
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
