package org.yongtong.catalogue.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that mean the same, from the city pack's {@code synonyms.txt}: {@code a, b, c} each for the
 * others, {@code a => b, c} only in this direction, {@code #} a remark.
 */
final class Synonyms {

  private static final int MOST = 5;

  private final Map<String, Set<String>> others = new HashMap<>();

  static Synonyms none() {
    return new Synonyms(List.of());
  }

  static Synonyms read(Path file) {
    try {
      return new Synonyms(Files.exists(file) ? Files.readAllLines(file) : List.of());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Synonyms(List<String> lines) {
    for (String line : lines) {
      String text = line.replaceFirst("#.*", "").strip();
      int arrow = text.indexOf("=>");
      List<String> to = words(arrow < 0 ? text : text.substring(arrow + 2));
      for (String from : arrow < 0 ? to : words(text.substring(0, arrow))) {
        Set<String> all = others.computeIfAbsent(from, ignored -> new LinkedHashSet<>());
        to.stream().filter(word -> !word.equals(from)).forEach(all::add);
      }
    }
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    for (String word : text.split("[,，、]")) {
      String joined = SearchText.joined(word);
      if (!joined.isEmpty()) {
        words.add(joined);
      }
    }
    return words;
  }

  /** What means the same as exactly this word. */
  Set<String> exactly(String word) {
    return others.getOrDefault(word, Set.of());
  }

  /** The word with each known part replaced, the longest part first. */
  List<String> of(String word) {
    var found = new LinkedHashSet<String>();
    for (int length = word.length(); length > 0; length--) {
      for (int from = 0; from + length <= word.length(); from++) {
        for (String other : others.getOrDefault(word.substring(from, from + length), Set.of())) {
          if (found.size() < MOST) {
            found.add(word.substring(0, from) + other + word.substring(from + length));
          }
        }
      }
    }
    return List.copyOf(found);
  }
}
