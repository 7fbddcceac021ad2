package org.yongtong.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;

/**
 * Search over the published items, in memory.
 *
 * <p>Ranking. The question is cut into words; phrases such as 怎么办 are left out. For each word an
 * item earns the best of what its titles (name and aliases) and its text say:
 *
 * <ol>
 *   <li>a title is the word: 100; begins with it: 70 to 90; contains it: 45 to 65, more the more of
 *       the title it fills; the word contains the title: 30 to 60;
 *   <li>the characters of the word stand in a title in the same order (食品许可 in 食品经营许可): 20 to 45;
 *   <li>else up to 40 by the share of the word's character pairs found in the titles, up to 15 by
 *       those found in summary, department, laws and paper names; a pair that few items have counts
 *       more.
 * </ol>
 *
 * An item's own name counts a little more than its aliases. An item that answers only some of the
 * words keeps a third of its score. What scores below a fifth of the best is left out.
 */
final class ItemSearch {

  private static final double LEAST = 6;
  private static final double LEAST_OF_BEST = 0.2;
  private static final int LONGEST_QUESTION = 100;

  private final List<Entry> entries;
  private final Map<String, Integer> itemsWithPair = new HashMap<>();

  /** An item with its texts in search form. */
  private record Entry(
      ItemHead item, List<String> titles, Set<String> titlePairs, Set<String> textPairs) {}

  private record Hit(ItemHead item, double score) {}

  ItemSearch(List<ItemHead> items, Directory directory) {
    this.entries = items.stream().map(item -> entry(item, directory)).toList();
    for (Entry entry : entries) {
      var all = new HashSet<>(entry.titlePairs());
      all.addAll(entry.textPairs());
      all.forEach(pair -> itemsWithPair.merge(pair, 1, Integer::sum));
    }
  }

  private static Entry entry(ItemHead item, Directory directory) {
    var titles = new ArrayList<String>();
    String name = SearchText.joined(item.name());
    titles.add(name);
    int bracket = item.name().indexOf('（');
    if (bracket > 0) {
      titles.add(SearchText.joined(item.name().substring(0, bracket)));
    }
    item.aliases().forEach(alias -> titles.add(SearchText.joined(alias)));
    var texts = new ArrayList<String>();
    texts.add(item.summary());
    directory
        .findDepartment(item.department())
        .ifPresent(
            (Department department) -> {
              texts.add(department.name());
              texts.add(department.shortName());
            });
    texts.addAll(item.texts());
    return new Entry(item, List.copyOf(titles), pairs(titles), pairs(texts));
  }

  private static Set<String> pairs(List<String> texts) {
    var pairs = new HashSet<String>();
    for (String text : texts) {
      String joined = SearchText.joined(text);
      pairs.addAll(SearchText.pairs(joined));
      joined.chars().forEach(character -> pairs.add(Character.toString(character)));
    }
    return Set.copyOf(pairs);
  }

  /**
   * @param run whether somebody who is asked for runs the item
   */
  List<ItemHead> find(ItemQuery query, Predicate<ItemHead> run) {
    String question = query.words() == null ? "" : query.words();
    if (question.length() > LONGEST_QUESTION) {
      question = question.substring(0, LONGEST_QUESTION);
    }
    List<String> words = SearchText.words(question);
    List<Entry> candidates =
        entries.stream()
            .filter(each -> passes(each.item(), query) && run.test(each.item()))
            .toList();
    if (words.isEmpty()) {
      return question.isBlank() ? candidates.stream().map(Entry::item).toList() : List.of();
    }
    List<Hit> hits =
        candidates.stream()
            .map(entry -> new Hit(entry.item(), score(entry, words)))
            .filter(hit -> hit.score() >= LEAST)
            .sorted(Comparator.comparingDouble(Hit::score).reversed())
            .toList();
    double least = hits.isEmpty() ? 0 : hits.getFirst().score() * LEAST_OF_BEST;
    return hits.stream().filter(hit -> hit.score() >= least).map(Hit::item).toList();
  }

  private static boolean passes(ItemHead item, ItemQuery query) {
    return (query.audience() == null || item.audience().contains(query.audience()))
        && (query.kind() == null || item.kind() == query.kind())
        && (query.lifeEvent() == null || item.lifeEvents().contains(query.lifeEvent()))
        && hasTheme(item, query.theme());
  }

  private static boolean hasTheme(ItemHead item, @Nullable String theme) {
    if (theme == null) {
      return true;
    }
    int colon = theme.indexOf(':');
    String code = theme.substring(colon + 1);
    return switch (theme.substring(0, Math.max(0, colon))) {
      case "person" -> item.personThemes().contains(code);
      case "legal" -> item.legalThemes().contains(code);
      default -> false;
    };
  }

  private double score(Entry entry, List<String> words) {
    double sum = 0;
    int answered = 0;
    int length = 0;
    for (String word : words) {
      double score = score(entry, word);
      sum += score * word.length();
      length += word.length();
      if (score >= LEAST) {
        answered++;
      }
    }
    double average = sum / length;
    return answered == words.size() ? average : average / 3;
  }

  private double score(Entry entry, String word) {
    double best = 0;
    for (int i = 0; i < entry.titles().size(); i++) {
      double score = titleScore(entry.titles().get(i), word) + (i == 0 ? 2 : 0);
      best = Math.max(best, score > 2 ? score : 0);
    }
    List<String> pairs = SearchText.pairs(word);
    double byPairs =
        40 * share(pairs, entry.titlePairs()) * (pairs.size() > 1 ? 1 : 0.6)
            + 15 * share(pairs, entry.textPairs());
    return Math.max(best, byPairs) + 0.1 * Math.min(best, byPairs);
  }

  private static double titleScore(String title, String word) {
    if (title.equals(word)) {
      return 100;
    }
    if (word.length() < 2 || title.length() < 2) {
      return title.startsWith(word) ? 45 : title.contains(word) ? 30 : 0;
    }
    double filled = (double) word.length() / title.length();
    if (title.startsWith(word)) {
      return 70 + 20 * filled;
    }
    if (title.contains(word)) {
      return 45 + 20 * filled;
    }
    if (word.contains(title)) {
      return 30 + 30 / filled;
    }
    return word.length() > 2 && inOrder(word, title) ? 20 + 25 * filled : 0;
  }

  /** All characters of the word stand in the title in the same order. */
  private static boolean inOrder(String word, String title) {
    int at = 0;
    for (int i = 0; i < title.length() && at < word.length(); i++) {
      if (title.charAt(i) == word.charAt(at)) {
        at++;
      }
    }
    return at == word.length();
  }

  /**
   * Share of the pairs that an item has. A pair weighs more the fewer items have it and the later
   * it stands: in Chinese the last part of a word says what the thing is (学校食堂 is a 食堂).
   */
  private double share(List<String> pairs, Set<String> own) {
    double all = 0;
    double found = 0;
    for (int i = 0; i < pairs.size(); i++) {
      String pair = pairs.get(i);
      double rare =
          Math.log1p((double) (entries.size() + 1) / (1 + itemsWithPair.getOrDefault(pair, 0)));
      double weight = rare * (1 + 0.5 * i / pairs.size());
      all += weight;
      if (own.contains(pair)) {
        found += weight;
      }
    }
    return all == 0 ? 0 : found / all;
  }
}
