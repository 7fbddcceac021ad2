package org.yongtong.casework.file;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem.SpecialKind;
import org.yongtong.journal.Entry;

/**
 * A special procedure of a case (特别程序), as its journal tells it.
 *
 * @param stops its time does not count (行政许可法 §45)
 * @param basis article that says so, or on which it rests
 * @param body who does it
 * @param days working days planned at first; {@code prolongedDays} were added, 0 when none
 * @param endedOn null while it runs; {@code result} null also when the case ended before it
 */
public record Procedure(
    String id,
    SpecialKind kind,
    String name,
    boolean stops,
    String basis,
    String body,
    LocalDate startedOn,
    int days,
    int prolongedDays,
    @Nullable LocalDate endedOn,
    @Nullable Result result,
    String text) {

  static final String ID = "procedure";
  static final String KIND = "special";
  static final String NAME = "special_name";
  static final String BODY = "special_body";
  static final String DAYS = "planned_days";
  static final String MORE = "more_days";
  static final String STOPS = "stops";
  static final String BASIS = "special_basis";
  static final String RESULT = "special_result";
  static final String TEXT = "result_text";

  /** What came of it. */
  public enum Result {
    PASSED("合格（通过）"),
    FAILED("不合格（未通过）"),
    HELD("已经举行，不评定合格与否");

    private final String word;

    Result(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * A procedure to be started.
   *
   * @param days working days planned
   */
  public record Order(
      String id,
      SpecialKind kind,
      String name,
      boolean stops,
      String basis,
      String body,
      int days,
      String reason) {

    Map<String, Object> payload() {
      Map<String, Object> payload = new LinkedHashMap<>();
      payload.put(ID, id);
      payload.put(NAME, name);
      payload.put(KIND, kind.name());
      payload.put(BODY, body);
      payload.put(DAYS, days);
      payload.put(STOPS, stops);
      payload.put(BASIS, basis);
      payload.put("reason", reason);
      return payload;
    }
  }

  public int plannedDays() {
    return days + prolongedDays;
  }

  public boolean running() {
    return endedOn == null;
  }

  Map<String, Object> prolonged(int workdays, String reason) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put(ID, id);
    payload.put(NAME, name);
    payload.put(MORE, workdays);
    payload.put("reason", reason);
    return payload;
  }

  Map<String, Object> ended(Result outcome, String words) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put(ID, id);
    payload.put(NAME, name);
    payload.put(RESULT, outcome.name());
    payload.put(TEXT, words);
    return payload;
  }

  /** All procedures of a case in the order in which they began. */
  public static List<Procedure> of(List<Entry> history) {
    Map<String, Procedure> known = new LinkedHashMap<>();
    for (Entry entry : history) {
      LocalDate day = CaseFile.day(entry.at());
      switch (entry.kind()) {
        case "case.special_started" -> known.put(text(entry, ID), begun(entry, day));
        case "case.special_prolonged" ->
            known.computeIfPresent(text(entry, ID), (id, one) -> one.longer(number(entry, MORE)));
        case "case.special_ended" ->
            known.computeIfPresent(
                text(entry, ID),
                (id, one) -> one.over(day, Result.valueOf(text(entry, RESULT)), text(entry, TEXT)));
        case "case.withdrawn", "case.deferral_lapsed", "case.terminated" ->
            known.replaceAll((id, one) -> one.running() ? one.over(day, null, "") : one);
        default -> {
          // nothing to do with procedures
        }
      }
    }
    return List.copyOf(known.values());
  }

  private static Procedure begun(Entry entry, LocalDate day) {
    return new Procedure(
        text(entry, ID),
        SpecialKind.valueOf(text(entry, KIND)),
        text(entry, NAME),
        text(entry, STOPS).equals("true"),
        text(entry, BASIS),
        text(entry, BODY),
        day,
        number(entry, DAYS),
        0,
        null,
        null,
        "");
  }

  private Procedure longer(int workdays) {
    return new Procedure(
        id, kind, name, stops, basis, body, startedOn, days, workdays, endedOn, result, text);
  }

  private Procedure over(LocalDate day, @Nullable Result outcome, String words) {
    return new Procedure(
        id, kind, name, stops, basis, body, startedOn, days, prolongedDays, day, outcome, words);
  }

  private static String text(Entry entry, String key) {
    return String.valueOf(entry.payload().get(key));
  }

  private static int number(Entry entry, String key) {
    return ((Number) Objects.requireNonNull(entry.payload().get(key), key)).intValue();
  }
}
