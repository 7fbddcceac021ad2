package org.yongtong.catalogue.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.yongtong.catalogue.find.Ranking.Hit;

/**
 * What is published at one moment, with a reader of the index that knows just that. Never changes;
 * its reader is closed when the last question has been answered.
 */
final class Look {

  /** So many likely leads are looked at closely. */
  static final int CLOSELY = 64;

  private static final int LONGEST_NEAR = 12;
  private static final double NEAR_ENOUGH = 0.2;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final List<Lead> leads;

  /** Lead number → place in the order of names, or -1. */
  private final int[] places;

  private final Shelves shelves;

  /** How rare the pairs are that were asked for and that somebody has. */
  private final Map<String, Double> rarities = new ConcurrentHashMap<>();

  /** Where the terms that were asked for stand in the index. */
  private final Map<Term, TermStates> states = new ConcurrentHashMap<>();

  Look(DirectoryReader reader, List<Lead> leads, int numbers, List<String> counties) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setQueryCache(null);
    this.leads = leads;
    this.places = new int[numbers];
    Arrays.fill(places, -1);
    for (int i = 0; i < leads.size(); i++) {
      places[leads.get(i).number()] = i;
    }
    this.shelves = new Shelves(leads, counties);
  }

  List<Lead> leads() {
    return leads;
  }

  Shelves shelves() {
    return shelves;
  }

  int place(Lead lead) {
    return places[lead.number()];
  }

  IndexSearcher searcher() {
    return searcher;
  }

  DirectoryReader reader() {
    return reader;
  }

  /** The likely leads, in order. */
  List<Hit> likely(Asked asked) throws IOException {
    List<Hit> hits = rank(asked, false);
    if (hits.isEmpty() || hits.getFirst().score() < Ranking.KNOWN_AS_TYPED) {
      hits = rank(asked, true);
    }
    if (hits.isEmpty()) {
      Asked slips = asked.withSlips().orElse(null);
      hits = slips == null ? hits : rank(slips, true);
    }
    for (Query slip : hits.isEmpty() ? asked.slips() : List.<Query>of()) {
      int[] found = documents(slip, 10);
      for (Lead lead : leadsOf(found)) {
        hits = hits.isEmpty() ? new ArrayList<>() : hits;
        hits.add(new Hit(lead, 50 - hits.size(), lead.titles()[0]));
      }
    }
    return hits;
  }

  /** Titles that share characters or sounds with what was typed, nearest first. */
  List<String> near(String joined, int most) throws IOException {
    var any = new BooleanQuery.Builder();
    var characters = new LinkedHashSet<Character>();
    for (int i = 0; i < Math.min(joined.length(), LONGEST_NEAR); i++) {
      char each = joined.charAt(i);
      if (Han.isHan(each) && !SearchText.saysNothing(String.valueOf(each))) {
        characters.add(each);
      }
    }
    for (char each : characters) {
      any.add(new TermQuery(new Term(LeadTerms.PAIR, String.valueOf(each))), Occur.SHOULD);
    }
    var near = new HashMap<String, Double>();
    for (Lead lead : leadsOf(documents(any.build(), CLOSELY))) {
      for (String title : lead.titles()) {
        double share = shared(characters, title);
        if (share >= NEAR_ENOUGH && title.length() <= LONGEST_NEAR) {
          near.put(title, share);
        }
      }
    }
    return near.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Characters in common by all characters of both. */
  private static double shared(Set<Character> characters, String title) {
    long common = characters.stream().filter(each -> title.indexOf(each) >= 0).count();
    return (double) common / (characters.size() + title.length() - common);
  }

  private List<Hit> rank(Asked asked, boolean widely) throws IOException {
    int[] found = documents(asked.likely(widely, this::query), CLOSELY);
    Arrays.sort(found);
    return new Ranking(asked, new FoundPairs(found), widely).rank(leadsOf(found));
  }

  /** The query of one term, with where it stands in the index once that is known. */
  private Query query(Term term) {
    TermStates known = states.get(term);
    if (known == null) {
      try {
        known = TermStates.build(searcher, term, true);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      if (known.docFreq() > 0) { // what nobody has is without end
        states.put(term, known);
      }
    }
    return new TermQuery(term, known);
  }

  private int[] documents(Query query, int most) throws IOException {
    TopDocs top = searcher.search(query, new TopScoreDocCollectorManager(most, null, most));
    return Arrays.stream(top.scoreDocs).mapToInt(hit -> hit.doc).toArray();
  }

  /**
   * @param found documents, each of which is a lead
   */
  private List<Lead> leadsOf(int[] found) throws IOException {
    var all = new ArrayList<Lead>(found.length);
    LeafReaderContext leaf = null;
    NumericDocValues number = null;
    for (int document : found) {
      LeafReaderContext its = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
      if (number == null || its != leaf || number.docID() > document - its.docBase) {
        leaf = its;
        number = its.reader().getNumericDocValues(LeadIndex.NUMBER);
      }
      number.advanceExact(document - its.docBase);
      all.add(leads.get(places[(int) number.longValue()]));
    }
    return all;
  }

  /** Places of all leads whose titles hold every word. */
  BitSet certain(Asked asked) throws IOException {
    var all = new BitSet();
    Query query = searcher.rewrite(asked.certain());
    var weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      NumericDocValues number = leaf.reader().getNumericDocValues(LeadIndex.NUMBER);
      var live = leaf.reader().getLiveDocs();
      DocIdSetIterator documents = scorer.iterator();
      for (int document = documents.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = documents.nextDoc()) {
        if ((live == null || live.get(document)) && number.advanceExact(document)) {
          all.set(places[(int) number.longValue()]);
        }
      }
    }
    return all;
  }

  /** Which of the documents found have a pair in their texts, read from the index. */
  private final class FoundPairs implements Ranking.Rarity {

    private final int[] found;

    FoundPairs(int[] found) {
      this.found = found;
    }

    @Override
    public double of(String pair) {
      Double known = rarities.get(pair);
      if (known != null) {
        return known;
      }
      try {
        int have =
            Math.max(
                reader.docFreq(new Term(LeadTerms.PAIR, pair)),
                reader.docFreq(new Term(LeadTerms.TEXT, pair)));
        double rare = Math.log1p((double) (reader.numDocs() + 1) / (1 + have));
        if (have > 0) { // what nobody has is without end
          rarities.put(pair, rare);
        }
        return rare;
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }

    @Override
    public BitSet inText(String pair) {
      var have = new BitSet();
      var term = new Term(LeadTerms.TEXT, pair);
      try {
        int i = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
          int end = leaf.docBase + leaf.reader().maxDoc();
          var terms = leaf.reader().terms(LeadTerms.TEXT);
          TermsEnum each = terms == null ? null : terms.iterator();
          PostingsEnum postings =
              each != null && each.seekExact(term.bytes())
                  ? each.postings(null, PostingsEnum.NONE)
                  : null;
          for (; i < found.length && found[i] < end; i++) {
            int document = found[i] - leaf.docBase;
            if (postings != null
                && (postings.docID() >= document ? postings.docID() : postings.advance(document))
                    == document) {
              have.set(i);
            }
          }
        }
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return have;
    }
  }
}
