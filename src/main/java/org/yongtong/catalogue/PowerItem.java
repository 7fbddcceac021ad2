package org.yongtong.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of an administrative power that nobody applies for (处罚、强制、征收、检查), as the power and
 * responsibility lists (权力清单、责任清单) publish it. Immutable.
 *
 * @param id department and name in its file, e.g. {@code market_regulation/false-advertising}
 * @param code 31 digits: credit code of the body, level, base code
 * @param levels on which levels the power is exercised
 * @param sample made from public law to try the platform, not the city's own list
 */
public record PowerItem(
    UUID version,
    int versionNumber,
    String id,
    String code,
    String baseCode,
    String name,
    Kind kind,
    String department,
    String division,
    Set<ServiceItem.Audience> objects,
    List<ServiceItem.Basis> bases,
    String exercise,
    List<Level> levels,
    @Nullable String divisionOfPowers,
    @Nullable Limit limit,
    List<Step> steps,
    List<Duty> responsibility,
    List<Duty> accountability,
    @Nullable Discretion discretion,
    @Nullable Punishment punishment,
    @Nullable Levy levy,
    @Nullable Inspection inspection,
    ServiceItem.Contact complain,
    ServiceItem.Rights rights,
    boolean sample,
    Instant publishedAt) {

  /** Types of power that are not applied for (GB/T 39046 A.1). */
  public enum Kind {
    PENALTY("02", "行政处罚"),
    COERCION("03", "行政强制"),
    LEVY("04", "行政征收"),
    INSPECTION("06", "行政检查");

    private final String code;
    private final String word;

    Kind(String code, String word) {
      this.code = code;
      this.word = word;
    }

    public String code() {
      return code;
    }

    public String word() {
      return word;
    }
  }

  public enum Unit {
    CALENDAR("日"),
    WORKING("个工作日");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** How long it may take by law. */
  public record Limit(int days, Unit unit, String basis, @Nullable String note) {
    public String words() {
      return days + " " + unit.word();
    }
  }

  /**
   * A step of the procedure.
   *
   * @param body who does it, when it is not the body itself
   * @param next ids of the steps that may follow; none at an end
   */
  public record Step(
      String id,
      String name,
      String duty,
      @Nullable Integer days,
      Unit unit,
      @Nullable String basis,
      @Nullable String body,
      List<String> next) {}

  /** One duty or one ground of accountability, with its law. */
  public record Duty(String text, String basis) {}

  /** Grades of discretion (裁量基准). */
  public record Discretion(@Nullable String note, List<Grade> grades) {
    public record Grade(String grade, String situation, String measure) {}
  }

  /** What is punished, how, and between which limits. */
  public record Punishment(String act, List<String> kinds, String range) {}

  public record Levy(String item, String standard, @Nullable String reduction) {}

  /** How it is inspected, how often, and what is looked at. */
  public record Inspection(String way, String frequency, List<String> items) {}
}
