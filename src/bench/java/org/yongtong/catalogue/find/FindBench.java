package org.yongtong.catalogue.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemQuery;

/**
 * The search over 100,000 item heads: making the index, suggestions while typing with 16 at once,
 * lists with their filters, and how soon a publication is found. Beside it the Lucene API called
 * directly in the same run: one query of the question's pairs of characters, the first eight hits,
 * nothing else.
 */
public final class FindBench {

  private static final int THREADS = 16;
  private static final int ROUNDS = 3;
  private static final long SEED = 20261124;

  private FindBench() {}

  public static void main(String[] args) throws Exception {
    long seconds = args.length > 0 ? Long.parseLong(args[0]) : 10;
    run("100,000 leads, each run by one body", 100_000, 1, seconds);
    run("3,030 leads, each run by 33 bodies", 3_030, 33, seconds);
  }

  private static void run(String what, int count, int each, long seconds) throws Exception {
    var maker = new ManyHeads(SEED);
    Map<String, List<ItemHead>> all = maker.make(count, each);
    List<ItemHead> leads =
        all.values().stream()
            .map(List::getFirst)
            .sorted(Comparator.comparing(ItemHead::name).thenComparing(ItemHead::id))
            .toList();
    System.out.println(what);
    build(leads, all); // warm-up
    long start = System.nanoTime();
    FindItems items = build(leads, all);
    double took = (System.nanoTime() - start) / 1e9;
    System.out.printf("  index made in %.1f s: %.0f leads/s%n", took, leads.size() / took);
    follow(items, leads, all);
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      questions.add(maker.question(leads));
    }
    var lists = new AtomicInteger();
    Work suggest = question -> items.find(ItemQuery.words(question, 8)).size();
    Work direct = question -> direct(items, question);
    Work list =
        question -> {
          lists.incrementAndGet();
          return items
              .list(new ItemQuery(question, null, null, null, null, null, null, null, 20), 0, 20)
              .total();
        };
    load(questions, seconds, suggest);
    load(questions, seconds, direct);
    List<Double> ratios = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      double[] ours = load(questions, seconds, suggest);
      double[] theirs = load(questions, seconds, direct);
      ratios.add(ours[0] / theirs[0]);
      System.out.printf(
          "  round %d: %.0f searches/s (p50 %.1f ms, p95 %.1f ms at %d at once); Lucene directly"
              + " %.0f/s (p95 %.1f ms); ratio %.2f%n",
          round, ours[0], ours[1], ours[2], THREADS, theirs[0], theirs[2], ratios.getLast());
    }
    ratios.sort(null);
    System.out.printf("  median ratio %.2f%n", ratios.get(1));
    System.out.printf(
        "  one at a time: search p50 %.2f ms, p95 %.2f ms; list with all filters p50 %.2f ms, p95"
            + " %.2f ms%n",
        alone(questions, suggest)[0],
        alone(questions, suggest)[1],
        alone(questions, list)[0],
        alone(questions, list)[1]);
    System.out.printf(
        "  all items with all filters, no words: p50 %.1f ms%n",
        alone(List.of("", "", "", "", "", "", "", "", "", ""), list)[0]);
  }

  private static FindItems build(List<ItemHead> leads, Map<String, List<ItemHead>> all) {
    var items = new FindItems(key -> "某某局 " + key, FindBench::counties, Synonyms.none());
    items.show(leads, id -> all.getOrDefault(id, List.of()));
    return items;
  }

  private static List<String> counties() {
    var codes = new ArrayList<String>();
    for (int i = 1; i <= 12; i++) {
      codes.add("4501%02d000000".formatted(i));
    }
    return codes;
  }

  /** One lead gets a new name; how long until it is found. */
  private static void follow(
      FindItems items, List<ItemHead> leads, Map<String, List<ItemHead>> all) {
    List<Double> times = new ArrayList<>();
    var now = new ArrayList<>(leads);
    for (int i = 0; i < 9; i++) {
      int at = new Random(i).nextInt(leads.size());
      ItemHead changed = renamed(leads.get(at), "绿色能源示范第" + i + "号");
      now.set(at, changed);
      long start = System.nanoTime();
      items.show(
          now, id -> id.equals(changed.id()) ? List.of(changed) : all.getOrDefault(id, List.of()));
      if (!items.find(ItemQuery.words(changed.name(), 8)).getFirst().id().equals(changed.id())) {
        throw new IllegalStateException("a published item is not found");
      }
      times.add((System.nanoTime() - start) / 1e6);
    }
    times.sort(null);
    System.out.printf(
        "  a publication is found after %.0f ms (largest %.0f ms)%n",
        times.get(4), times.getLast());
  }

  private static ItemHead renamed(ItemHead head, String name) {
    return new ItemHead(
        head.version(),
        2,
        head.id(),
        head.lead(),
        head.mode(),
        head.level(),
        head.state(),
        head.taskCode(),
        head.baseCode(),
        name,
        head.aliases(),
        head.summary(),
        head.kind(),
        head.handling(),
        head.audience(),
        head.department(),
        head.division(),
        head.personThemes(),
        head.legalThemes(),
        head.lifeEvents(),
        head.legalDays(),
        head.promisedDays(),
        head.visits(),
        head.depth(),
        head.sample(),
        head.publishedAt(),
        head.texts());
  }

  private static int direct(FindItems items, String question) {
    var query = new BooleanQuery.Builder();
    for (String word : SearchText.words(question)) {
      for (String pair : SearchText.pairs(word)) {
        query.add(new TermQuery(new Term(LeadTerms.PAIR, pair)), Occur.SHOULD);
      }
    }
    Query made = query.build();
    return items.<Integer>ask(look -> look.searcher().search(made, 8).scoreDocs.length);
  }

  private interface Work {
    int of(String question);
  }

  /** Searches a second, p50 and p95 in milliseconds. */
  private static double[] load(List<String> questions, long seconds, Work work)
      throws InterruptedException {
    var end = new CountDownLatch(THREADS);
    long start = System.nanoTime();
    long until = start + seconds * 1_000_000_000L;
    var times = new ArrayList<long[]>();
    var failed = new AtomicInteger();
    for (int t = 0; t < THREADS; t++) {
      int offset = t * 311;
      Thread.ofPlatform()
          .start(
              () -> {
                long[] own = new long[4_000_000 / THREADS];
                int done = 0;
                try {
                  while (System.nanoTime() < until && done < own.length) {
                    long from = System.nanoTime();
                    work.of(questions.get((offset + done) % questions.size()));
                    own[done++] = System.nanoTime() - from;
                  }
                } catch (RuntimeException | Error failure) {
                  failed.incrementAndGet();
                  failure.printStackTrace();
                } finally {
                  synchronized (times) {
                    times.add(Arrays.copyOf(own, done));
                  }
                  end.countDown();
                }
              });
    }
    end.await();
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " threads failed");
    }
    double took = (System.nanoTime() - start) / 1e9;
    long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new double[] {
      sorted.length / took,
      sorted[sorted.length / 2] / 1e6,
      sorted[(int) (sorted.length * 0.95)] / 1e6
    };
  }

  private static double[] alone(List<String> questions, Work work) {
    long[] times = new long[Math.min(questions.size(), 1_000)];
    for (int i = 0; i < times.length; i++) {
      long from = System.nanoTime();
      work.of(questions.get(i));
      times[i] = System.nanoTime() - from;
    }
    Arrays.sort(times);
    return new double[] {times[times.length / 2] / 1e6, times[(int) (times.length * 0.95)] / 1e6};
  }
}
