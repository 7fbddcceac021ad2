package org.yongtong.catalogue.find;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Counts in memory what is asked and what is opened from the results, by day and question; {@link
 * SearchRounds} writes it down every few seconds. Nothing of who asked is kept, and no question
 * that may name a person, a company or a telephone by number.
 */
@Component
class Tally {

  private static final int LONGEST = 40;
  private static final int MOST_QUESTIONS = 20_000;

  /** Five digits in a row, whatever stands between them, or an address of electronic mail. */
  private static final Pattern PERSONAL = Pattern.compile("(\\p{Nd}[^\\p{L}]*?){5}|@");

  private final Clock clock;
  private Map<Key, int[]> counts = new HashMap<>();

  private record Key(LocalDate day, String query) {}

  /** What was counted of one question on one day since the last time it was written down. */
  record Counted(LocalDate day, String query, int asked, int hits, int opened) {}

  Tally(Clock clock) {
    this.clock = clock;
  }

  void asked(String question, int hits) {
    count(question, 1, hits, 0);
  }

  /** Somebody opened an item from the results of a question. */
  void opened(String question) {
    count(question, 0, -1, 1);
  }

  private void count(String question, int asked, int hits, int opened) {
    if (personal(question)) {
      return;
    }
    String query = form(question);
    if (query.isEmpty() || query.length() > LONGEST) {
      return;
    }
    var key = new Key(LocalDate.now(clock), query);
    synchronized (this) {
      if (counts.size() >= MOST_QUESTIONS && !counts.containsKey(key)) {
        return;
      }
      int[] one = counts.computeIfAbsent(key, ignored -> new int[3]);
      one[0] += asked;
      one[1] = hits < 0 ? one[1] : hits;
      one[2] += opened;
    }
  }

  /** May name a person, a company or a telephone by number. */
  static boolean personal(String text) {
    return PERSONAL.matcher(text).find();
  }

  /** The words of a question in normal form, with single spaces. */
  static String form(String question) {
    return SearchText.normal(question).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** Gives what was counted and begins anew. */
  List<Counted> take() {
    Map<Key, int[]> taken;
    synchronized (this) {
      taken = counts;
      counts = new HashMap<>();
    }
    var all = new ArrayList<Counted>();
    taken.forEach(
        (key, one) -> all.add(new Counted(key.day(), key.query(), one[0], one[1], one[2])));
    return all;
  }

  /** Counts again what could not be written down. */
  synchronized void giveBack(List<Counted> all) {
    for (Counted each : all) {
      int[] one = counts.computeIfAbsent(new Key(each.day(), each.query()), ignored -> new int[3]);
      one[0] += each.asked();
      one[1] = one[0] == each.asked() ? each.hits() : one[1];
      one[2] += each.opened();
    }
  }
}
