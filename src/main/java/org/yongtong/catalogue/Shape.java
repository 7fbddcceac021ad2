package org.yongtong.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What may stand at a place of an item's source. */
public sealed interface Shape {

  /** Notes what does not fit. */
  void check(ItemSource source, String place, Object value);

  /** Text of at most {@code max} characters that looks like {@code form}. */
  record Text(int max, Pattern form, String formInWords) implements Shape {

    private static final Pattern ANYTHING = Pattern.compile("(?s).*\\S.*");

    public static Text upTo(int max) {
      return new Text(max, ANYTHING, "不空的文字");
    }

    public static Text like(String form, String inWords) {
      return new Text(200, Pattern.compile(form), inWords);
    }

    @Override
    public void check(ItemSource source, String place, Object value) {
      if (!(value instanceof String text)) {
        source.defect(
            place, place + " 应当是文字" + (value instanceof Number ? "，数字请加引号：\"" + value + "\"" : ""));
      } else if (!form.matcher(text).matches()) {
        source.defect(place, "%s 应当是%s，现在是“%s”".formatted(place, formInWords, text));
      } else if (text.length() > max) {
        source.defect(place, "%s 最多 %d 个字，现有 %d 个".formatted(place, max, text.length()));
      }
    }
  }

  /** One of these words. */
  record Word(Set<String> words) implements Shape {

    public static Word of(String... words) {
      return new Word(new TreeSet<>(List.of(words)));
    }

    @Override
    public void check(ItemSource source, String place, Object value) {
      if (!(value instanceof String word) || !words.contains(word)) {
        source.defect(place, "%s 不能是“%s”，可以用：%s".formatted(place, value, String.join("、", words)));
      }
    }
  }

  /** A whole number. */
  record Whole(int least, int most) implements Shape {
    @Override
    public void check(ItemSource source, String place, Object value) {
      if (!(value instanceof Integer number)) {
        source.defect(place, "%s 应当是整数，现在是“%s”".formatted(place, value));
      } else if (number < least || number > most) {
        source.defect(place, "%s 应当在 %d 到 %d 之间，现在是 %d".formatted(place, least, most, number));
      }
    }
  }

  /** true or false. */
  record Flag() implements Shape {
    @Override
    public void check(ItemSource source, String place, Object value) {
      if (!(value instanceof Boolean)) {
        source.defect(place, "%s 应当是 true 或者 false，现在是“%s”".formatted(place, value));
      }
    }
  }

  /** A list. */
  record Each(Shape item, int least) implements Shape {
    @Override
    public void check(ItemSource source, String place, Object value) {
      if (!(value instanceof List<?> list)) {
        source.defect(place, place + " 应当是列表");
        return;
      }
      if (list.size() < least) {
        source.defect(place, "%s 至少要有 %d 项，现有 %d 项".formatted(place, least, list.size()));
      }
      for (int i = 0; i < list.size(); i++) {
        item.check(source, "%s[%d]".formatted(place, i), list.get(i));
      }
    }
  }

  /** This one word, or what another shape allows. */
  record Either(String word, Shape other) implements Shape {
    @Override
    public void check(ItemSource source, String place, Object value) {
      if (!word.equals(value)) {
        other.check(source, place, value);
      }
    }
  }

  /** Whatever another reader checks. */
  record Elsewhere() implements Shape {
    @Override
    public void check(ItemSource source, String place, Object value) {
      if (!(value instanceof Map)) {
        source.defect(place, place + " 应当是若干“键: 值”");
      }
    }
  }

  /** Named values; a key that is not named here is a defect. */
  record Keys(Map<String, Shape> required, Map<String, Shape> optional) implements Shape {

    public static Keys none() {
      return new Keys(Map.of(), Map.of());
    }

    public Keys must(String key, Shape shape) {
      return new Keys(with(required, key, shape), optional);
    }

    public Keys may(String key, Shape shape) {
      return new Keys(required, with(optional, key, shape));
    }

    private static Map<String, Shape> with(Map<String, Shape> map, String key, Shape shape) {
      var more = new LinkedHashMap<>(map);
      more.put(key, shape);
      return more;
    }

    @Override
    public void check(ItemSource source, String place, Object value) {
      if (!(value instanceof Map<?, ?> map)) {
        source.defect(place, place + " 应当是若干“键: 值”");
        return;
      }
      String prefix = place.isEmpty() ? "" : place + ".";
      for (var entry : map.entrySet()) {
        String key = String.valueOf(entry.getKey());
        Shape shape = required.getOrDefault(key, optional.get(key));
        if (shape == null) {
          source.defect(prefix + key, "不认识的键 " + prefix + key);
        } else {
          shape.check(source, prefix + key, entry.getValue());
        }
      }
      for (String key : required.keySet()) {
        if (!map.containsKey(key)) {
          source.defect(place, "缺少 " + prefix + key);
        }
      }
    }
  }
}
