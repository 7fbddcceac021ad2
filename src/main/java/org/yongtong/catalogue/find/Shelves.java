package org.yongtong.catalogue.find;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemQuery;

/**
 * All implementations with the values of each axis as small numbers, so that filtering and counting
 * is one pass. Never changes.
 */
final class Shelves {

  private static final Comparator<ItemHead> LEAD_FIRST =
      Comparator.comparing(ItemHead::isLead).reversed();
  private static final Comparator<ItemHead> NEAREST =
      Comparator.comparing(ItemHead::level).reversed();

  private static final Axis[] AXES = Axis.values();

  /** Values of an axis and their numbers. */
  private final List<Map<String, Integer>> numbers = new ArrayList<>();

  private final Map<String, Integer> divisions = new HashMap<>();

  /** Of each lead, by its place in the order of names: values of its axes, then its variants. */
  private final int[][][] ofLead;

  private final int[][][][] ofVariant;
  private final int[][] divisionOf;
  private final List<Lead> leads;

  Shelves(List<Lead> leads, List<String> counties) {
    this.leads = leads;
    for (Axis ignored : AXES) {
      numbers.add(new HashMap<>());
    }
    ofLead = new int[leads.size()][][];
    ofVariant = new int[leads.size()][][][];
    divisionOf = new int[leads.size()][];
    var same = new HashMap<List<String>, int[]>();
    for (int i = 0; i < ofLead.length; i++) {
      Lead lead = leads.get(i);
      ofLead[i] = values(lead.head(), true, counties, same);
      List<ItemHead> variants = lead.variants();
      ofVariant[i] = new int[variants.size()][][];
      divisionOf[i] = new int[variants.size()];
      for (int v = 0; v < variants.size(); v++) {
        ofVariant[i][v] = values(variants.get(v), false, counties, same);
        divisionOf[i][v] =
            divisions.computeIfAbsent(variants.get(v).division(), ignored -> divisions.size());
      }
    }
  }

  private int[][] values(
      ItemHead item, boolean lead, List<String> counties, Map<List<String>, int[]> same) {
    var all = new int[AXES.length][];
    for (Axis axis : AXES) {
      if (axis.ofLead() == lead) {
        Map<String, Integer> known = numbers.get(axis.ordinal());
        var key = new ArrayList<>(axis.values(item, counties));
        key.add(axis.name());
        all[axis.ordinal()] =
            same.computeIfAbsent(
                key,
                words ->
                    words.subList(0, words.size() - 1).stream()
                        .mapToInt(word -> known.computeIfAbsent(word, ignored -> known.size()))
                        .toArray());
      }
    }
    return all;
  }

  /** What is chosen on each axis, as numbers; of a place, the bodies that serve it. */
  private record Chosen(boolean[] any, int[] number, BitSet serving) {

    boolean answers(int axis, int[] values) {
      if (any[axis]) {
        return true;
      }
      for (int value : values) {
        if (value == number[axis]) {
          return true;
        }
      }
      return false;
    }
  }

  private Chosen chosen(ItemQuery query) {
    var wanted = new EnumMap<Axis, String>(Axis.class);
    put(wanted, Axis.AUDIENCE, query.audience() == null ? null : Axis.key(query.audience()));
    put(wanted, Axis.KIND, query.kind() == null ? null : Axis.key(query.kind()));
    put(wanted, Axis.EVENT, query.lifeEvent());
    put(wanted, Axis.THEME, query.theme());
    put(wanted, Axis.DISTRICT, query.division());
    put(wanted, Axis.LEVEL, query.level() == null ? null : Axis.key(query.level()));
    put(wanted, Axis.DEPARTMENT, query.department());
    put(wanted, Axis.DEPTH, query.depth() == null ? null : Axis.key(query.depth()));
    put(wanted, Axis.VISITS, query.visits() == null ? null : query.visits().toString());
    var any = new boolean[AXES.length];
    var number = new int[AXES.length];
    for (Axis axis : AXES) {
      String value = wanted.get(axis);
      any[axis.ordinal()] = value == null;
      number[axis.ordinal()] =
          value == null ? -1 : numbers.get(axis.ordinal()).getOrDefault(value, -1);
    }
    var serving = new BitSet();
    String place = query.division();
    if (place != null) {
      for (String code : Axis.serving(place)) {
        Integer known = divisions.get(code);
        if (known != null) {
          serving.set(known);
        }
      }
    }
    return new Chosen(any, number, serving);
  }

  private static void put(Map<Axis, String> wanted, Axis axis, @Nullable String value) {
    if (value != null) {
      wanted.put(axis, value);
    }
  }

  /**
   * Passes once over these leads.
   *
   * @param among places of leads in the order of names
   * @param kept receives those that answer the query
   * @return how many each value would leave
   */
  Facets pass(ItemQuery query, BitSet among, BitSet kept) {
    Chosen chosen = chosen(query);
    var counts = new int[AXES.length][];
    var last = new int[AXES.length][];
    for (Axis axis : AXES) {
      int size = numbers.get(axis.ordinal()).size();
      counts[axis.ordinal()] = new int[size];
      last[axis.ordinal()] = new int[size];
      java.util.Arrays.fill(last[axis.ordinal()], -1);
    }
    for (int lead = among.nextSetBit(0); lead >= 0; lead = among.nextSetBit(lead + 1)) {
      int failsLead = fails(chosen, ofLead[lead], true);
      if (Integer.bitCount(failsLead) > 1) {
        continue;
      }
      for (int v = 0; v < ofVariant[lead].length; v++) {
        int[][] values = ofVariant[lead][v];
        int fails = failsLead | fails(chosen, values, false);
        int district = 1 << Axis.DISTRICT.ordinal();
        boolean anywhere = chosen.any()[Axis.DISTRICT.ordinal()];
        if (!anywhere && !chosen.serving().get(divisionOf[lead][v])) {
          fails |= district;
        }
        if (Integer.bitCount(fails) > 1) {
          continue;
        }
        if (fails == 0) {
          kept.set(lead);
        }
        for (int axis = 0; axis < AXES.length; axis++) {
          if ((fails & ~(1 << axis)) == 0) {
            count(
                AXES[axis].ofLead() ? ofLead[lead][axis] : values[axis],
                lead,
                counts[axis],
                last[axis]);
          }
        }
      }
    }
    return new Facets(words(counts));
  }

  private static int fails(Chosen chosen, int[][] values, boolean lead) {
    int fails = 0;
    for (int axis = 0; axis < AXES.length; axis++) {
      if (AXES[axis].ofLead() == lead
          && AXES[axis] != Axis.DISTRICT
          && !chosen.answers(axis, Objects.requireNonNull(values[axis]))) {
        fails |= 1 << axis;
      }
    }
    return fails;
  }

  private static void count(int[] values, int lead, int[] counts, int[] last) {
    for (int value : values) {
      if (last[value] != lead) {
        last[value] = lead;
        counts[value]++;
      }
    }
  }

  private Map<Axis, Map<String, Integer>> words(int[][] counts) {
    var words = new EnumMap<Axis, Map<String, Integer>>(Axis.class);
    for (Axis axis : AXES) {
      var ofAxis = new HashMap<String, Integer>();
      numbers
          .get(axis.ordinal())
          .forEach((word, number) -> ofAxis.put(word, counts[axis.ordinal()][number]));
      words.put(axis, ofAxis);
    }
    return words;
  }

  /** The variants that stand for leads: of each, the nearest of those that answer. */
  List<ItemHead> variants(List<Integer> places, ItemQuery query, int most) {
    Chosen chosen = chosen(query);
    Comparator<ItemHead> first = query.division() == null ? LEAD_FIRST : NEAREST;
    var found = new ArrayList<ItemHead>();
    for (int i = 0; i < places.size() && found.size() < most; i++) {
      ItemHead best = variant(places.get(i), query, chosen, first);
      if (best != null) {
        found.add(best);
      }
    }
    return found;
  }

  private @Nullable ItemHead variant(
      int lead, ItemQuery query, Chosen chosen, Comparator<ItemHead> first) {
    if (fails(chosen, ofLead[lead], true) != 0) {
      return null;
    }
    List<ItemHead> variants = leads.get(lead).variants();
    ItemHead best = null;
    for (int v = 0; v < variants.size(); v++) {
      ItemHead each = variants.get(v);
      if ((best == null || first.compare(each, best) < 0)
          && fails(chosen, ofVariant[lead][v], false) == 0
          && (query.division() == null || chosen.serving().get(divisionOf[lead][v]))) {
        best = each;
      }
    }
    return best;
  }
}
