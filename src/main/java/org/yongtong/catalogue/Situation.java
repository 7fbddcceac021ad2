package org.yongtong.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem.Condition;
import org.yongtong.catalogue.ServiceItem.Fee;
import org.yongtong.catalogue.ServiceItem.Paper;
import org.yongtong.catalogue.ServiceItem.Route;
import org.yongtong.catalogue.ServiceItem.Step;
import org.yongtong.form.Field;
import org.yongtong.form.FormDefinition.Section;

/**
 * What an item means for one applicant with these answers (情形): the same for the guide, the
 * application, the case and the interface, because all ask {@link Situations}.
 *
 * @param promisedDays sum of my steps' days, never beyond the item's promise; the item's promise
 *     where no step has a rule, or while it is open which steps are mine
 * @param daysSettled nothing that is still open changes {@code promisedDays}
 * @param department key of the department that takes the case
 * @param route the rule that gave it to that department; null = the item's own
 * @param departmentSettled nothing that is still open changes the department
 * @param sections of the form that I fill in
 * @param asked questions of the guide that concern me, in order
 * @param open those of them without an answer
 */
public record Situation(
    Parts<Paper> papers,
    Parts<Condition> conditions,
    Parts<Fee> fees,
    Parts<Step> steps,
    int promisedDays,
    boolean daysSettled,
    String department,
    @Nullable Route route,
    boolean departmentSettled,
    Parts<Section> sections,
    List<Field> asked,
    List<Field> open) {

  /** Units whose amount is what one case costs. */
  private static final Set<String> BY_CASE = Set.of("件", "证", "本", "次", "份", "元", "宗");

  /**
   * The entries of one list.
   *
   * @param mine those that apply
   * @param undecided those that hang on an answer not given yet
   * @param spared those that the answers have ruled out
   */
  public record Parts<T>(List<T> mine, List<T> undecided, List<T> spared) {

    /** Nothing hangs on answers any more. */
    public boolean settled() {
      return undecided.isEmpty();
    }
  }

  /** Everything that depends on answers is decided. */
  public boolean settled() {
    return papers.settled()
        && conditions.settled()
        && fees.settled()
        && daysSettled
        && departmentSettled;
  }

  /**
   * What I pay altogether; empty while a fee is undecided or when one is counted by measure (平方米, 人
   * …) and not by the case.
   */
  public Optional<BigDecimal> total() {
    if (!fees.settled() || !fees.mine().stream().allMatch(Situation::byCase)) {
      return Optional.empty();
    }
    return Optional.of(
        fees.mine().stream()
            .map(fee -> new BigDecimal(fee.amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static boolean byCase(Fee fee) {
    return BY_CASE.contains(fee.unit().replaceFirst("^元/", ""));
  }
}
