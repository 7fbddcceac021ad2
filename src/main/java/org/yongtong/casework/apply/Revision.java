package org.yongtong.casework.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a revision of the item has changed in a draft, kept with it until the applicant has seen it.
 *
 * @param from version that the draft was begun (or last seen) on
 * @param to version that it follows now
 */
public record Revision(int from, int to, List<Change> changes) {

  public enum Part {
    FIELD,
    PAPER
  }

  public enum What {
    NEW("本次修订新增"),
    CHANGED("本次修订有变化"),
    REMOVED("不再需要");

    private final String word;

    What(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * @param id of the field or paper
   * @param kept what had been filled in or uploaded and does not fit any more, or ""
   */
  public record Change(Part part, String id, String label, What what, String kept) {

    /** Whether it still stands in the form or among the papers. */
    public boolean there() {
      return what != What.REMOVED;
    }
  }

  /** Field id → what to say beside it. */
  Map<String, String> fields() {
    return words(Part.FIELD);
  }

  /** Paper id → what to say beside it. */
  Map<String, String> papers() {
    return words(Part.PAPER);
  }

  private Map<String, String> words(Part part) {
    Map<String, String> words = new LinkedHashMap<>();
    changes.stream()
        .filter(change -> change.part == part && change.there())
        .forEach(change -> words.put(change.id, change.what.word()));
    return words;
  }

  /** Both revisions in one, when the earlier has not been seen yet. */
  Revision after(@Nullable Revision earlier) {
    if (earlier == null) {
      return this;
    }
    List<Change> all = new ArrayList<>();
    for (Change before : earlier.changes) {
      Optional<Change> later = find(before);
      if (later.isEmpty()) {
        all.add(before);
      }
    }
    for (Change now : changes) {
      Optional<Change> before = earlier.find(now);
      boolean cameAndWent =
          now.what == What.REMOVED
              && now.kept.isEmpty()
              && before.filter(change -> change.what == What.NEW).isPresent();
      if (!cameAndWent) {
        all.add(before.map(change -> joined(change, now)).orElse(now));
      }
    }
    return new Revision(earlier.from, to, List.copyOf(all));
  }

  private static Change joined(Change before, Change now) {
    return new Change(
        now.part,
        now.id,
        now.label,
        before.what == What.NEW && now.what == What.CHANGED ? What.NEW : now.what,
        now.kept.isEmpty() ? before.kept : now.kept);
  }

  private Optional<Change> find(Change other) {
    return changes.stream()
        .filter(change -> change.part == other.part && change.id.equals(other.id))
        .findFirst();
  }

  /** Holds what people typed. */
  @Override
  public String toString() {
    return "Revision[" + from + " → " + to + "]";
  }
}
