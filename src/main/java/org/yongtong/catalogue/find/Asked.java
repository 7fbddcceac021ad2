package org.yongtong.catalogue.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.yongtong.catalogue.find.Word.Reading;

/** A question, cut into words and put into the index's terms. */
record Asked(List<Word> words, List<Part> parts) {

  /**
   * A Chinese word of the question as the dictionary cuts it.
   *
   * @param others what means the same
   */
  record Part(String text, Set<String> others) {}

  private static final int LONGEST = 100;
  private static final int MOST_WORDS = 12;
  private static final int MOST_TERMS = 500;
  private static final int MOST_SOUNDS = 40;

  static Asked of(String question, Synonyms synonyms) {
    String text = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
    List<String> words = joinedPinyin(SearchText.words(text)).stream().limit(MOST_WORDS).toList();
    return new Asked(
        words.stream().map(word -> Word.of(word, synonyms)).toList(),
        LeadTerms.cut(String.join(" ", words)).stream()
            .filter(part -> Han.isHan(part.charAt(0)) && !SearchText.saysNothing(part))
            .distinct()
            .map(part -> new Part(part, synonyms.exactly(part)))
            .toList());
  }

  /** Pinyin typed with spaces is one word: kai fan dian. */
  private static List<String> joinedPinyin(List<String> words) {
    var joined = new ArrayList<String>();
    boolean before = false;
    for (String word : words) {
      boolean pinyin =
          word.chars().allMatch(letter -> Word.latin((char) letter))
              && Spelling.syllables(word).stream()
                  .anyMatch(way -> way.stream().noneMatch(Unit::cut));
      if (pinyin && before) {
        joined.set(joined.size() - 1, joined.getLast() + word);
      } else {
        joined.add(word);
      }
      before = pinyin;
    }
    return joined;
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /**
   * Whatever may be meant, best first by rough weights.
   *
   * @param widely also by what texts say and by what sounds like it
   * @param one the query of one term
   */
  Query likely(boolean widely, Function<Term, Query> one) {
    var weights = new HashMap<Term, Float>();
    for (Word word : words) {
      for (int i = 0; i < word.readings().size(); i++) {
        Reading reading = word.readings().get(i);
        float worth = (float) reading.worth();
        if (reading.inCharacters()) {
          weigh(weights, LeadTerms.EXACT, reading.text(), 8 * worth);
          if (reading.length() > 1) {
            weigh(weights, LeadTerms.START, reading.text().substring(0, 2), 2 * worth);
          }
          for (String pair : SearchText.pairs(reading.text())) {
            weigh(weights, LeadTerms.PAIR, pair, 1.6f * worth);
            if (widely) {
              weigh(weights, LeadTerms.TEXT, pair, 0.6f * worth);
            }
          }
        }
        if (i == 0 ? widely && reading.length() > 1 : !reading.inCharacters()) {
          float weight = i == 0 ? 0.5f : 1.4f * worth;
          sounds(reading)
              .forEach(any -> any.forEach(s -> weigh(weights, LeadTerms.SOUND, s, weight)));
          initials(reading).forEach(letters -> weigh(weights, LeadTerms.INITIALS, letters, weight));
        }
      }
    }
    var query = new BooleanQuery.Builder();
    weights.forEach(
        (term, weight) -> query.add(new BoostQuery(one.apply(term), weight), Occur.SHOULD));
    return query.build();
  }

  private static void weigh(Map<Term, Float> weights, String field, String text, float weight) {
    if (weights.size() < MOST_TERMS) {
      weights.merge(new Term(field, text), weight, Math::max);
    }
  }

  /** Titles hold every word, in characters, by sound typed in letters, or by a synonym. */
  Query certain() {
    var query = new BooleanQuery.Builder();
    for (Word word : words) {
      var any = new BooleanQuery.Builder();
      for (Reading reading : word.readings()) {
        var all = new BooleanQuery.Builder();
        if (reading.inCharacters()) {
          for (String pair : SearchText.pairs(reading.text())) {
            all.add(new TermQuery(new Term(LeadTerms.PAIR, pair)), Occur.FILTER);
          }
        } else if (reading.initials()) {
          for (String letters : initials(reading)) {
            all.add(new TermQuery(new Term(LeadTerms.INITIALS, letters)), Occur.FILTER);
          }
        } else {
          for (Set<String> either : sounds(reading)) {
            var one = new BooleanQuery.Builder();
            either.forEach(s -> one.add(new TermQuery(new Term(LeadTerms.SOUND, s)), Occur.SHOULD));
            all.add(one.build(), Occur.FILTER);
          }
        }
        any.add(all.build(), Occur.SHOULD);
      }
      query.add(any.build(), Occur.FILTER);
    }
    return query.build();
  }

  /** The question with words that may be mistyped pinyin read so; empty when none may be. */
  Optional<Asked> withSlips() {
    List<Word> read = words.stream().map(word -> word.withSlip().orElse(word)).toList();
    return read.equals(words) ? Optional.empty() : Optional.of(new Asked(read, parts));
  }

  /** Whole titles in pinyin with wrong letters anywhere. */
  List<Query> slips() {
    return words.stream()
        .map(Word::text)
        .filter(text -> text.length() >= 5 && text.chars().allMatch(c -> Word.latin((char) c)))
        .map(
            text ->
                (Query)
                    new FuzzyQuery(
                        new Term(LeadTerms.PINYIN, text), text.length() < 9 ? 1 : 2, 1, 50, true))
        .toList();
  }

  /** For each two neighbours the sounds they may have, any of which will do. */
  private static List<Set<String>> sounds(Reading reading) {
    var pairs = new ArrayList<Set<String>>();
    List<Unit> units = reading.units();
    if (units.size() == 1) {
      var alone = new LinkedHashSet<String>();
      units.getFirst().sounds().stream().mapToObj(LeadTerms::sound).forEach(alone::add);
      return alone.isEmpty() || reading.initials() ? List.of() : List.of(alone);
    }
    for (int i = 0; i + 1 < units.size(); i++) {
      Unit a = units.get(i);
      Unit b = units.get(i + 1);
      int size = a.sounds().cardinality() * b.sounds().cardinality();
      if (size > 0 && size <= MOST_SOUNDS) {
        var any = new LinkedHashSet<String>();
        a.sounds().stream()
            .forEach(
                first ->
                    b.sounds().stream()
                        .forEach(
                            second -> any.add(LeadTerms.sound(first) + LeadTerms.sound(second))));
        pairs.add(any);
      }
    }
    return pairs;
  }

  private static List<String> initials(Reading reading) {
    if (!reading.initials() || reading.length() < 2) {
      return List.of();
    }
    var letters = new StringBuilder();
    for (Unit unit : reading.units()) {
      letters.append(Han.syllable(unit.syllables().nextSetBit(0)).charAt(0));
    }
    if (letters.length() == 2) {
      return List.of(LeadTerms.firstInitials(letters.toString()));
    }
    var terms = new ArrayList<String>();
    for (int i = 0; i + 3 <= letters.length(); i++) {
      terms.add(letters.substring(i, i + 3));
    }
    return terms;
  }
}
