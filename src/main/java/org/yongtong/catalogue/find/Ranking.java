package org.yongtong.catalogue.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final double LATER_HANDLING = 0.8;

  private final Asked asked;
  private final Rarity rarity;
  private final boolean widely;

  /** How rare the question's Chinese words are; later ones count more. */
  private final double[] partWeights;

  /** How rare a pair of characters is, and which of the leads at hand have it in their texts. */
  interface Rarity {
    double of(String pair);

    boolean inText(String pair, int candidate);
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
    for (int i = 0; i < partWeights.length; i++) {
      partWeights[i] = weight(asked.parts().get(i)) * (1 + 0.5 * i / partWeights.length);
    }
  }

  private double weight(Asked.Part part) {
    return SearchText.pairs(part.text()).stream().mapToDouble(rarity::of).max().orElse(0);
  }

  /** Those that answer, best first. */
  List<Hit> rank(List<Lead> candidates) {
    List<Hit> hits = scored(candidates).stream().filter(hit -> hit.score() >= LEAST).toList();
    double least = hits.isEmpty() ? 0 : hits.getFirst().score() * LEAST_OF_BEST;
    return hits.stream().filter(hit -> hit.score() >= least).toList();
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
      Map<String, Double> weights = weights(word);
      for (int i = 0; i < sum.length; i++) {
        Said one = said(candidates.get(i), i, word, weights);
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
    var hits = new ArrayList<Hit>();
    double[] whole = byParts(candidates);
    for (int i = 0; i < sum.length; i++) {
      double average = sum[i] / length;
      double score =
          Math.max(whole[i], answered[i] == asked.words().size() ? average : average / 3);
      Lead lead = candidates.get(i);
      score += score >= LEAST ? together(lead) : 0;
      score *= lead.isLaterHandling() ? LATER_HANDLING : 1;
      hits.add(new Hit(lead, score, titles[i] == null ? "" : titles[i]));
    }
    hits.sort(
        Comparator.comparingDouble(Hit::score)
            .reversed()
            .thenComparing(hit -> hit.lead().head().id()));
    return hits;
  }

  private Said said(Lead lead, int candidate, Word word, Map<String, Double> weights) {
    double typed = 0;
    double alike = 0;
    String title = lead.titles()[0];
    String alikeTitle = title;
    for (int i = 0; i < lead.titles().length; i++) {
      String each = lead.titles()[i];
      for (Reading reading : word.readings()) {
        double bonus = i == 0 ? 2 : 0;
        double sign = TitleMatch.of(each, reading, TitleMatch.By.SIGN) * reading.worth();
        if (sign > 0 && sign + bonus > typed) {
          typed = sign + bonus;
          title = each;
        }
        if (widely && typed < KNOWN_AS_TYPED && reading.length() > 1) {
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
    double byPairs = byPairs(lead, candidate, word, weights);
    return new Said(
        Math.max(typed, byPairs) + 0.1 * Math.min(typed, byPairs), title, alike, alikeTitle);
  }

  private Map<String, Double> weights(Word word) {
    var weights = new HashMap<String, Double>();
    for (Reading reading : word.readings()) {
      if (reading.inCharacters()) {
        SearchText.pairs(reading.text()).forEach(pair -> weights.computeIfAbsent(pair, rarity::of));
      }
    }
    return weights;
  }

  /**
   * A pair weighs more the fewer leads have it and the later it stands: in Chinese the last part of
   * a word says what the thing is (学校食堂 is a 食堂).
   */
  private double byPairs(Lead lead, int candidate, Word word, Map<String, Double> weights) {
    double best = 0;
    for (Reading reading : word.readings()) {
      if (!reading.inCharacters()) {
        continue;
      }
      List<String> pairs = SearchText.pairs(reading.text());
      double all = 0;
      double title = 0;
      double text = 0;
      for (int i = 0; i < pairs.size(); i++) {
        double weight = weights.getOrDefault(pairs.get(i), 0.0) * (1 + 0.5 * i / pairs.size());
        all += weight;
        if (inTitle(lead, pairs.get(i))) {
          title += weight;
        }
        if (rarity.inText(pairs.get(i), candidate)) {
          text += weight;
        }
      }
      if (all > 0) {
        double score = (40 * (pairs.size() > 1 ? 1 : 0.6) * title + 15 * text) / all;
        best = Math.max(best, score * reading.worth());
      }
    }
    return best;
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
        double has =
            inTitle(lead, part.text())
                ? 1
                : part.others().stream().anyMatch(other -> inTitle(lead, other))
                    ? Word.AS_SYNONYM
                    : 0;
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
    double most = 0;
    for (String title : lead.titles()) {
      double held = 0;
      for (int i = 0; i < partWeights.length; i++) {
        held += title.contains(asked.parts().get(i).text()) ? partWeights[i] : 0;
      }
      most = Math.max(most, held);
    }
    double all = Arrays.stream(partWeights).sum();
    return all == 0 ? 0 : 12 * most / all;
  }

  private static boolean inTitle(Lead lead, String pair) {
    for (String title : lead.titles()) {
      if (title.contains(pair)) {
        return true;
      }
    }
    return false;
  }
}
