package org.yongtong.catalogue.edit;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A form's definition as text: read into the document when it is YAML, kept as typed when not. */
final class FormText {

  /** Keys that are written first, so that a field reads like a sentence. */
  private static final List<String> FIRST =
      List.of("id", "title", "label", "kind", "required", "guide", "value");

  private static final Pattern SAID =
      Pattern.compile("form[^：（）]*?(?: \\(([A-Za-z0-9_]+)\\))?[^：（）]*：(.*)", Pattern.DOTALL);

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

  /**
   * Where everything stands in a text: place, e.g. {@code form.sections[0].fields[2]} → line from
   * 1. Of a text that is no YAML nothing is known.
   */
  static Map<String, Integer> lines(String text) {
    var lines = new HashMap<String, Integer>();
    try {
      Node root =
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      if (root != null) {
        lines(root, "form", lines);
      }
    } catch (YAMLException broken) {
      lines.clear();
    }
    return lines;
  }

  private static void lines(Node node, String place, Map<String, Integer> lines) {
    lines.putIfAbsent(place, node.getStartMark().getLine() + 1);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
          String at = place + "." + key.getValue();
          lines.put(at, key.getStartMark().getLine() + 1);
          lines(entry.getValueNode(), at, lines);
        }
      }
    } else if (node instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.getValue().size(); i++) {
        lines(sequence.getValue().get(i), "%s[%d]".formatted(place, i), lines);
      }
    }
  }

  /** What makes a text unreadable, with its line; null when it can be read. */
  static @Nullable String fault(String text) {
    try {
      new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      return null;
    } catch (MarkedYAMLException broken) {
      var mark = broken.getProblemMark();
      return "第 %d 行：YAML 写法有错（%s）"
          .formatted(mark == null ? 1 : mark.getLine() + 1, broken.getProblem());
    } catch (YAMLException broken) {
      return "YAML 写法有错（%s）".formatted(broken.getMessage());
    }
  }

  /**
   * A defect of the form with the line where it is mended.
   *
   * @param place as the form's check names it
   */
  static String located(@Nullable Object form, String place, String message) {
    if (form instanceof String text) {
      String fault = fault(text);
      return fault == null ? "第 1 行：表单应当从“sections:”写起" : fault;
    }
    Map<String, Integer> lines = lines(write(form));
    String at = place;
    while (!at.isEmpty() && !lines.containsKey(at)) {
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    // "form.sections[1].fields[3] (area).valid：…"
    Matcher said = SAID.matcher(message);
    String what =
        said.matches()
            ? (said.group(1) == null ? "" : "字段 " + said.group(1) + "，") + said.group(2)
            : message;
    return at.isEmpty() ? what : "第 %d 行：%s".formatted(lines.get(at), what);
  }
}
