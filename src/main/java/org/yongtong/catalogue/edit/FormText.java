package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A form's definition as text: read into the document when it is YAML, kept as typed when not. */
final class FormText {

  /** Keys that are written first, so that a field reads like a sentence. */
  private static final List<String> FIRST =
      List.of("id", "title", "label", "kind", "required", "guide", "value");

  private FormText() {}

  /** A map when the text is one, else the text itself; null for nothing. */
  static @Nullable Object read(String text) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(text) instanceof Map<?, ?> map
          ? plain(map)
          : text;
    } catch (YAMLException broken) {
      return text;
    }
  }

  /** Only what JSON can say: a date or a binary value becomes text. */
  private static Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, each) -> copy.put(String.valueOf(key), plain(each)));
        yield copy;
      }
      case List<?> list -> {
        var copy = new ArrayList<Object>();
        list.forEach(each -> copy.add(plain(each)));
        yield copy;
      }
      case Boolean flag -> flag;
      case Number number -> number;
      default -> value.toString();
    };
  }

  static String write(@Nullable Object form) {
    if (form == null) {
      return "";
    }
    if (!(form instanceof Map<?, ?>)) {
      return form.toString();
    }
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    return new Yaml(options).dump(ordered(form));
  }

  private static Object ordered(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, Object>();
        for (String key : FIRST) {
          Object first = map.get(key);
          if (first != null) {
            copy.put(key, ordered(first));
          }
        }
        map.forEach((key, each) -> copy.putIfAbsent(String.valueOf(key), ordered(each)));
        yield copy;
      }
      case List<?> list -> list.stream().map(FormText::ordered).toList();
      default -> value;
    };
  }
}
