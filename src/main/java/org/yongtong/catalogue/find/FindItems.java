package org.yongtong.catalogue.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yongtong.catalogue.ItemFinder;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemQuery;
import org.yongtong.catalogue.find.Ranking.Hit;

/**
 * Finds items in the Lucene index. What is published is shown to it; it compares and writes only
 * what has changed, and should the index ever be broken, makes it anew.
 */
class FindItems implements ItemFinder {

  private static final Logger LOG = LoggerFactory.getLogger(FindItems.class);

  private final Function<String, String> bodies;
  private final Supplier<List<String>> counties;
  private final Synonyms synonyms;
  private Map<String, List<String>> phrases = Map.of();
  private Map<String, Lead> known = new HashMap<>();
  private LeadIndex index = new LeadIndex();
  private int numbers;
  private volatile @Nullable Look look;
  private final Semaphore turn = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  /**
   * @param bodies department → its names
   * @param counties 12-digit codes
   */
  FindItems(Function<String, String> bodies, Supplier<List<String>> counties, Synonyms synonyms) {
    this.bodies = bodies;
    this.counties = counties;
    this.synonyms = synonyms;
  }

  @Override
  public synchronized void show(
      List<ItemHead> heads, Function<String, List<ItemHead>> implementations) {
    try {
      update(heads, implementations);
    } catch (IOException | RuntimeException broken) {
      LOG.warn("the search index is made anew", broken);
      index.discard();
      index = new LeadIndex();
      known = new HashMap<>();
      numbers = 0;
      try {
        update(heads, implementations);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  private void update(List<ItemHead> heads, Function<String, List<ItemHead>> implementations)
      throws IOException {
    var now = new HashMap<String, Lead>();
    var leads = new ArrayList<Lead>();
    var added = new ArrayList<Lead>();
    var changed = new ArrayList<Lead>();
    for (ItemHead head : heads) {
      Lead before = known.get(head.id());
      String body = bodies.apply(head.department());
      List<String> more = phrases.getOrDefault(head.id(), List.of());
      List<ItemHead> variants = implementations.apply(head.id());
      Lead lead;
      if (before == null) {
        lead = Lead.of(numbers++, head, body, more, variants);
        added.add(lead);
      } else if (before.saysTheSame(head, body, more)) {
        lead = sameHeads(before.variants(), variants) ? before : before.with(variants);
      } else {
        lead = Lead.of(before.number(), head, body, more, variants);
        changed.add(lead);
      }
      now.put(head.id(), lead);
      leads.add(lead);
    }
    index.add(added);
    index.replace(changed);
    for (var gone : known.entrySet()) {
      if (!now.containsKey(gone.getKey())) {
        index.remove(gone.getValue().number());
      }
    }
    known = now;
    Look before = look;
    DirectoryReader reader = index.open();
    look = new Look(reader, List.copyOf(leads), numbers, counties.get());
    if (before != null) {
      before.reader().decRef();
    }
  }

  private static boolean sameHeads(List<ItemHead> one, List<ItemHead> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i) != other.get(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<ItemHead> find(ItemQuery query) {
    return ask(
        now -> {
          if (query.limit() <= Look.CLOSELY && onlyWords(query)) {
            List<Integer> places =
                now.likely(asked(query)).stream().map(hit -> now.place(hit.lead())).toList();
            return now.shelves().variants(places, query, query.limit());
          }
          return list(now, query, 0, query.limit()).items();
        });
  }

  /** The first few that answer, for somebody who is still typing. */
  List<Suggestion> suggest(String words, @Nullable String place, int most) {
    var query = new ItemQuery(words, null, null, null, null, null, null, place, most);
    return ask(
        now -> {
          var suggestions = new ArrayList<Suggestion>();
          for (Hit hit : now.likely(asked(query))) {
            if (suggestions.size() == most) {
              break;
            }
            List<ItemHead> variant =
                now.shelves().variants(List.of(now.place(hit.lead())), query, 1);
            if (!variant.isEmpty()) {
              suggestions.add(new Suggestion(variant.getFirst(), saying(hit)));
            }
          }
          return suggestions;
        });
  }

  /** The everyday name as it was written that answers, unless the name does. */
  private static @Nullable String saying(Hit hit) {
    Lead lead = hit.lead();
    if (SearchText.joined(lead.head().name()).startsWith(hit.title())) {
      return null;
    }
    return Stream.concat(lead.head().aliases().stream(), lead.phrases().stream())
        .filter(alias -> SearchText.joined(alias).contains(hit.title()))
        .findFirst()
        .orElse(null);
  }

  /** Everyday names that come near to what was typed, nearest first. */
  List<String> near(String words, int most) {
    return ask(now -> now.near(SearchText.joined(words), most));
  }

  /** Everyday names that editors added, by lead; what is shown later counts them. */
  synchronized void phrases(Map<String, List<String>> all) {
    Look present = look;
    if (all.equals(phrases)) {
      return;
    }
    Map<String, List<String>> before = phrases;
    phrases = all;
    if (present != null) {
      var variants = new HashMap<String, List<ItemHead>>();
      present.leads().forEach(lead -> variants.put(lead.head().id(), lead.variants()));
      try {
        show(
            present.leads().stream().map(Lead::head).toList(),
            lead -> variants.getOrDefault(lead, List.of()));
      } catch (RuntimeException failed) {
        phrases = before; // so that the next round tries again
        throw failed;
      }
    }
  }

  /** A part of everything that answers a query, with its facets; the query's limit is not asked. */
  Findings list(ItemQuery query, int from, int most) {
    return ask(now -> list(now, query, from, most));
  }

  private static boolean onlyWords(ItemQuery query) {
    return query.words() != null
        && !query.words().isBlank()
        && query.equals(ItemQuery.words(query.words(), query.limit()));
  }

  private Asked asked(ItemQuery query) {
    return Asked.of(query.words() == null ? "" : query.words(), synonyms);
  }

  private Findings list(Look now, ItemQuery query, int from, int most) throws IOException {
    Asked asked = asked(query);
    boolean blank = query.words() == null || query.words().isBlank();
    Set<Integer> order = new LinkedHashSet<>();
    var among = new BitSet(now.leads().size());
    if (blank) {
      among.set(0, now.leads().size());
    } else if (!asked.isEmpty()) {
      for (Hit hit : now.likely(asked)) {
        order.add(now.place(hit.lead()));
      }
      among.or(now.certain(asked));
      order.forEach(among::set);
    }
    var kept = new BitSet(now.leads().size());
    Facets facets = now.shelves().pass(query, among, kept);
    order.removeIf(place -> !kept.get(place));
    var places = new ArrayList<Integer>(kept.cardinality());
    places.addAll(order);
    order.forEach(kept::clear);
    kept.stream().forEach(places::add);
    List<Integer> part =
        places.subList(
            Math.min(from, places.size()), (int) Math.min((long) from + most, places.size()));
    return new Findings(now.shelves().variants(part, query, most), places.size(), facets);
  }

  /** A question to one look, which stays open meanwhile. */
  interface Question<T> {
    T to(Look look) throws IOException;
  }

  /** Not more at once than there are processors, in turn, so that nobody waits for long. */
  <T> T ask(Question<T> question) {
    turn.acquireUninterruptibly();
    try {
      return answer(question);
    } finally {
      turn.release();
    }
  }

  private <T> T answer(Question<T> question) {
    while (true) {
      Look now = look;
      if (now == null) {
        throw new IllegalStateException("the search is used before the city pack was loaded");
      }
      if (now.reader().tryIncRef()) {
        try {
          return question.to(now);
        } catch (IOException impossible) {
          throw new UncheckedIOException(impossible);
        } finally {
          try {
            now.reader().decRef();
          } catch (IOException impossible) {
            LOG.warn("a reader of the search index was not closed", impossible);
          }
        }
      }
    }
  }
}
