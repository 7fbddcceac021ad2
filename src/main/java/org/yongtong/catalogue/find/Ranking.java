package org.yongtong.catalogue.find;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.yongtong.catalogue.find.Word.Reading;

/**
 * Puts the likely leads in order. For each word a lead earns the best of
 *
 * <ol>
 *   <li>what its titles say ({@link TitleMatch}): as typed; in pinyin or by a synonym a little
 *       less; by characters that sound the same or with a wrong character less, and much less when
 *       some other lead has the word as it was typed;
 *   <li>up to 40 by the share of the word's pairs of characters found in its titles, up to 15 by
 *       those found in summary, department, laws and papers; a pair that few have counts more;
 *   <li>up to 36 by the share of all Chinese words of the question found in its titles.
 * </ol>
 *
 * A lead's own name counts a little more than its everyday names. A lead that answers only some of
 * the words keeps a third. Words that stand together in one title count more; changing and
 * extending count less than the first grant. What scores below a fifth of the best is left out.
 */
final class Ranking {

  private static final double LEAST = 6;
  private static final double LEAST_OF_BEST = 0.2;

  /** From here on somebody has the word as it was typed. */
  static final double KNOWN_AS_TYPED = 45;

  private static final Comparator<Hit> BEST_FIRST =
      (one, other) -> {
        int byScore = Double.compare(other.score(), one.score());
        return byScore != 0 ? byScore : one.lead().head().id().compareTo(other.lead().head().id());
      };

  /** What a lead's own name earns beside its everyday names. */
  private static final double OWN_NAME = 2;

  /** What a title that is the word earns. */
  private static final double MOST = 100;

  private static final double LATER_HANDLING = 0.8;

  private final Asked asked;
  private final Rarity rarity;
  private final boolean widely;

  /** How rare the question's Chinese words are; later ones count more. */
  private final double[] partWeights;

  private final double allParts;

  /** How rare a pair of characters is, and which of the leads at hand have it in their texts. */
  interface Rarity {
    double of(String pair);

    BitSet inText(String pair);
  }

  /**
   * A lead with its score.
   *
   * @param title the title that answered best
   */
  record Hit(Lead lead, double score, String title) {}

  /** What one word says of one lead. */
  private record Said(double typed, String title, double alike, String alikeTitle) {}

  /**
   * @param widely also by what sounds like the words, and with wrong characters
   */
  Ranking(Asked asked, Rarity rarity, boolean widely) {
    this.widely = widely;
    this.asked = asked;
    this.rarity = rarity;
    this.partWeights = new double[asked.parts().size()];
    double sum = 0;
    for (int i = 0; i < partWeights.length; i++) {
      partWeights[i] = weight(asked.parts().get(i)) * (1 + 0.5 * i / partWeights.length);
      sum += partWeights[i];
    }
    allParts = sum;
  }

  private double weight(Asked.Part part) {
    double most = 0;
    for (String pair : SearchText.pairs(part.text())) {
      most = Math.max(most, rarity.of(pair));
    }
    return most;
  }

  /** Those that answer, best first. */
  List<Hit> rank(List<Lead> candidates) {
    List<Hit> hits = scored(candidates);
    double least = hits.isEmpty() ? 0 : hits.getFirst().score() * LEAST_OF_BEST;
    int answer = 0;
    while (answer < hits.size() && hits.get(answer).score() >= least) {
      answer++;
    }
    return hits.subList(0, answer);
  }

  private List<Hit> scored(List<Lead> candidates) {
    var sum = new double[candidates.size()];
    var answered = new int[candidates.size()];
    var titles = new String[candidates.size()];
    int length = 0;
    for (Word word : asked.words()) {
      length += word.text().length();
      List<Said> said = new ArrayList<>();
      double known = 0;
      List<Pairs> pairs =
          word.readings().stream()
              .filter(Reading::inCharacters)
              .map(reading -> Pairs.of(reading, rarity))
              .toList();
      for (int i = 0; i < sum.length; i++) {
        Said one = said(candidates.get(i), i, word, pairs);
        said.add(one);
        known = Math.max(known, one.typed());
      }
      double trust = known >= KNOWN_AS_TYPED ? 0.35 : 0.75;
      for (int i = 0; i < sum.length; i++) {
        Said one = said.get(i);
        double alike = one.alike() * trust;
        double score = Math.max(one.typed(), alike);
        sum[i] += score * word.text().length();
        if (score >= LEAST) {
          answered[i]++;
          if (titles[i] == null) {
            titles[i] = alike > one.typed() ? one.alikeTitle() : one.title();
          }
        }
      }
    }
    var hits = new ArrayList<Hit>(sum.length);
    double[] whole = byParts(candidates);
    for (int i = 0; i < sum.length; i++) {
      double average = sum[i] / length;
      double score =
          Math.max(whole[i], answered[i] == asked.words().size() ? average : average / 3);
      if (score < LEAST) {
        continue;
      }
      Lead lead = candidates.get(i);
      score += together(lead);
      score *= lead.isLaterHandling() ? LATER_HANDLING : 1;
      if (score >= LEAST) {
        hits.add(new Hit(lead, score, titles[i] == null ? "" : titles[i]));
      }
    }
    hits.sort(BEST_FIRST);
    return hits;
  }

  private Said said(Lead lead, int candidate, Word word, List<Pairs> pairs) {
    double typed = 0;
    double alike = 0;
    String title = lead.titles()[0];
    String alikeTitle = title;
    for (Reading reading : word.readings()) {
      boolean here = mayBeSigned(lead, reading);
      boolean aloud = widely && reading.length() > 1;
      for (int i = 0; here && i < lead.titles().length; i++) {
        double bonus = i == 0 ? OWN_NAME : 0;
        if (MOST * reading.worth() + bonus > typed) {
          String each = lead.titles()[i];
          double sign = TitleMatch.of(each, reading, TitleMatch.By.SIGN) * reading.worth();
          if (sign > 0 && sign + bonus > typed) {
            typed = sign + bonus;
            title = each;
          }
        }
      }
      for (int i = 0; aloud && typed < KNOWN_AS_TYPED && i < lead.titles().length; i++) {
        double bonus = i == 0 ? OWN_NAME : 0;
        if (MOST * reading.worth() + bonus > alike) {
          String each = lead.titles()[i];
          double sound =
              Math.max(
                  TitleMatch.of(each, reading, TitleMatch.By.SOUND),
                  TitleMatch.nearly(each, reading));
          if (sound * reading.worth() + bonus > alike && sound > 0) {
            alike = sound * reading.worth() + bonus;
            alikeTitle = each;
          }
        }
      }
    }
    double byPairs = 0;
    for (Pairs one : pairs) {
      byPairs = Math.max(byPairs, one.shareOf(lead, candidate));
    }
    return new Said(
        Math.max(typed, byPairs) + 0.1 * Math.min(typed, byPairs), title, alike, alikeTitle);
  }

  /** Two characters stand in a title as they are, or nowhere. */
  private static boolean mayBeSigned(Lead lead, Reading reading) {
    return !reading.inCharacters() || reading.length() != 2 || lead.names(reading.text());
  }

  /**
   * Whole sentences: up to 36 by the share of the question's Chinese words found in the titles. A
   * word nobody has counts half: it tells nobody apart.
   */
  private double[] byParts(List<Lead> candidates) {
    var found = new double[candidates.size()];
    double all = 0;
    for (int each = 0; each < partWeights.length; each++) {
      Asked.Part part = asked.parts().get(each);
      double weight = partWeights[each];
      boolean anybody = false;
      for (int i = 0; i < found.length; i++) {
        Lead lead = candidates.get(i);
        double has = lead.names(part.text()) ? 1 : anyInTitle(lead, part) ? Word.AS_SYNONYM : 0;
        found[i] += has * weight;
        anybody |= has > 0;
      }
      all += anybody ? weight : weight / 2;
    }
    for (int i = 0; i < found.length; i++) {
      found[i] = all == 0 ? 0 : 36 * found[i] / all;
    }
    return found;
  }

  /** Up to 12 by the share of the question's Chinese words that stand in one title together. */
  private double together(Lead lead) {
    if (asked.parts().size() < 2) {
      return 0;
    }
    var here = new ArrayList<String>();
    var weights = new double[partWeights.length];
    double possible = 0;
    for (int i = 0; i < partWeights.length; i++) {
      if (lead.names(asked.parts().get(i).text())) {
        weights[here.size()] = partWeights[i];
        possible += partWeights[i];
        here.add(asked.parts().get(i).text());
      }
    }
    double most = 0;
    for (int t = 0; t < lead.titles().length && most < possible; t++) {
      double held = 0;
      for (int i = 0; i < here.size(); i++) {
        held += lead.titles()[t].contains(here.get(i)) ? weights[i] : 0;
      }
      most = Math.max(most, held);
    }
    return allParts == 0 ? 0 : 12 * most / allParts;
  }

  private static boolean anyInTitle(Lead lead, Asked.Part part) {
    for (String other : part.others()) {
      if (lead.names(other)) {
        return true;
      }
    }
    return false;
  }
}
