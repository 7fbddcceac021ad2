package org.yongtong.catalogue.find;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.yongtong.catalogue.find.Ranking.Rarity;
import org.yongtong.catalogue.find.Word.Reading;

/**
 * A reading in characters as its neighbouring pairs.
 *
 * @param weights of the pairs: more the fewer leads have it and the later it stands, as in Chinese
 *     the last part of a word says what the thing is (学校食堂 is a 食堂)
 * @param all the sum of the weights
 * @param inText which of the leads at hand have each pair in their texts
 */
record Pairs(double worth, List<String> pairs, double[] weights, double all, List<BitSet> inText) {

  static Pairs of(Reading reading, Rarity rarity) {
    List<String> pairs = SearchText.pairs(reading.text());
    double[] weights = new double[pairs.size()];
    double all = 0;
    var inText = new ArrayList<BitSet>(weights.length);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = rarity.of(pairs.get(i)) * (1 + 0.5 * i / weights.length);
      all += weights[i];
      inText.add(rarity.inText(pairs.get(i)));
    }
    return new Pairs(reading.worth(), pairs, weights, all, inText);
  }

  /** Up to 40 by the share of the pairs in the lead's titles, up to 15 by those in its texts. */
  double shareOf(Lead lead, int candidate) {
    double title = 0;
    double text = 0;
    for (int i = 0; i < weights.length; i++) {
      title += lead.names(pairs.get(i)) ? weights[i] : 0;
      text += inText.get(i).get(candidate) ? weights[i] : 0;
    }
    return all > 0 ? (40 * (weights.length > 1 ? 1 : 0.6) * title + 15 * text) / all * worth : 0;
  }
}
