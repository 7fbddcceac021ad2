package org.yongtong.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
import org.yaml.snakeyaml.nodes.Tag;

/**
 * An item's YAML file: its data as maps, lists, texts, numbers and booleans, and the line of every
 * place in it. Places are written {@code papers[3].when}.
 */
public final class ItemSource {

  private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})");
  private static final Pattern PLAIN_FRACTION = Pattern.compile("-?(0|[1-9][0-9]{0,14})\\.[0-9]+");

  private final String file;
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Defect> defects = new ArrayList<>();
  private Map<String, Object> data = Map.of();
  private int first = 1;

  private ItemSource(String file) {
    this.file = file;
  }

  public static ItemSource read(Path path) {
    try {
      return of(path.getFileName().toString(), Files.readString(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static ItemSource of(String file, String text) {
    var source = new ItemSource(file);
    source.parse(text);
    return source;
  }

  /**
   * The documents of a stream, one after another. A document that breaks the syntax is the last.
   *
   * @param longest characters that one document may have
   */
  public static Iterator<ItemSource> all(String file, Reader text, int longest) {
    var options = new LoaderOptions();
    options.setCodePointLimit(longest);
    options.setMaxAliasesForCollections(0); // a few lines of these can stand for billions
    Iterator<Node> documents = new Yaml(new SafeConstructor(options)).composeAll(text).iterator();
    return new Iterator<>() {
      private @Nullable YAMLException failure;
      private boolean broken;

      @Override
      public boolean hasNext() {
        try {
          return !broken && documents.hasNext();
        } catch (YAMLException betweenDocuments) {
          failure = betweenDocuments;
          return true;
        }
      }

      @Override
      public ItemSource next() {
        YAMLException known = failure;
        var source = new ItemSource(file);
        broken =
            !source.read(
                () -> {
                  if (known != null) {
                    throw known;
                  }
                  return documents.next();
                });
        return source;
      }
    };
  }

  /** A document that stands in no file, such as one that an editor works on. */
  static ItemSource ofData(String name, Map<String, Object> data) {
    var source = new ItemSource(name);
    source.data = data;
    return source;
  }

  public String file() {
    return file;
  }

  /** Empty when the file cannot be read at all. */
  public Map<String, Object> data() {
    return data;
  }

  public List<Defect> defects() {
    return defects;
  }

  /** Notes a defect at a place, or at the nearest place above it that has a line. */
  public void defect(String place, String message) {
    defects.add(new Defect(file, line(place), place, message));
  }

  /** Line of a place, or of the nearest place above it that has one; 0 where there is no file. */
  public int line(String place) {
    String at = place;
    while (!at.isEmpty() && !lines.containsKey(at)) {
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return lines.getOrDefault(at, lines.isEmpty() ? 0 : first);
  }

  /** Lines of all places. */
  public Map<String, Integer> lines() {
    return Collections.unmodifiableMap(lines);
  }

  private void parse(String text) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    read(() -> new Yaml(new SafeConstructor(options)).compose(new StringReader(text)));
  }

  /**
   * @return false when the syntax is broken
   */
  private boolean read(Supplier<Node> document) {
    try {
      Node root = document.get();
      first = root == null ? 1 : line(root);
      if (root instanceof MappingNode mapping) {
        data = mapping(mapping, "");
      } else {
        defects.add(new Defect(file, first, "", "文件内容应当是“键: 值”"));
      }
      return true;
    } catch (MarkedYAMLException broken) {
      var mark = broken.getProblemMark();
      defects.add(
          new Defect(
              file, mark == null ? 1 : mark.getLine() + 1, "", "YAML 语法错误：" + broken.getProblem()));
    } catch (YAMLException broken) {
      defects.add(new Defect(file, 1, "", "YAML 语法错误：" + broken.getMessage()));
    }
    return false;
  }

  private Map<String, Object> mapping(MappingNode node, String place) {
    var map = new LinkedHashMap<String, Object>();
    for (NodeTuple entry : node.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode keyNode)) {
        defects.add(new Defect(file, line(entry.getKeyNode()), place, "键应当是文字"));
        continue;
      }
      String key = keyNode.getValue();
      String at = place.isEmpty() ? key : place + "." + key;
      if (map.containsKey(key)) {
        defects.add(new Defect(file, line(keyNode), at, "键 %s 写了两次".formatted(key)));
        continue;
      }
      lines.put(at, line(keyNode));
      Object value = value(entry.getValueNode(), at);
      if (value == null) {
        defects.add(new Defect(file, line(keyNode), at, "%s 没有内容，不需要时请删去这一行".formatted(at)));
      } else {
        map.put(key, value);
      }
    }
    return map;
  }

  private @Nullable Object value(Node node, String place) {
    return switch (node) {
      case MappingNode mapping -> mapping(mapping, place);
      case SequenceNode sequence -> {
        var list = new ArrayList<Object>();
        for (Node item : sequence.getValue()) {
          String at = "%s[%d]".formatted(place, list.size());
          lines.put(at, line(item));
          Object value = value(item, at);
          if (value == null) {
            defects.add(new Defect(file, line(item), at, place + " 里有空的一项"));
          } else {
            list.add(value);
          }
        }
        yield list;
      }
      case ScalarNode scalar -> scalar(scalar, place);
      default -> {
        defects.add(new Defect(file, line(node), place, place + " 写法不认识"));
        yield null;
      }
    };
  }

  private @Nullable Object scalar(ScalarNode node, String place) {
    String text = node.getValue();
    if (node.getTag().equals(Tag.NULL)) {
      return null;
    }
    if (node.getTag().equals(Tag.BOOL)) {
      if (text.equals("true") || text.equals("false")) {
        return Boolean.valueOf(text);
      }
      defects.add(
          new Defect(
              file, line(node), place, "%s：%s 会被当作真假值，请写 true、false，或者加引号".formatted(place, text)));
      return text;
    }
    if (node.getTag().equals(Tag.INT) && PLAIN_NUMBER.matcher(text).matches()) {
      long number = Long.parseLong(text);
      if (number == (int) number) {
        return (int) number;
      }
      return number;
    }
    if (node.getTag().equals(Tag.FLOAT) && PLAIN_FRACTION.matcher(text).matches()) {
      return Double.valueOf(text);
    }
    if (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)) {
      defects.add(
          new Defect(file, line(node), place, "%s：%s 会被当作数字，编码请加引号".formatted(place, text)));
    }
    return text;
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
