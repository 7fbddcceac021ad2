package org.yongtong.casework.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yongtong.journal.Entry;

/** Reads the dated events of a case out of its journal. */
final class ClockEvents {

  private ClockEvents() {}

  static List<ClockEvent> from(List<Entry> history) {
    return history.stream().map(ClockEvents::of).filter(Objects::nonNull).toList();
  }

  private static @Nullable ClockEvent of(Entry entry) {
    LocalDate day = CaseFile.day(entry.at());
    return switch (entry.kind()) {
      case "case.submitted", "case.corrected" -> new ClockEvent.Received(day);
      case "case.correction_required" -> new ClockEvent.CorrectionRequired(day);
      case "case.accepted", "case.deemed_accepted" ->
          new ClockEvent.Accepted(LocalDate.parse(String.valueOf(entry.payload().get("on"))));
      case "case.extension_approved" -> new ClockEvent.Extended(day, number(entry, "days"));
      case "case.special_started" -> {
        String procedure = text(entry, Procedure.ID);
        int days = number(entry, Procedure.DAYS);
        yield text(entry, Procedure.STOPS).equals("true")
            ? new ClockEvent.Stopped(day, procedure, days)
            : new ClockEvent.Alongside(day, procedure, days);
      }
      case "case.special_prolonged" ->
          new ClockEvent.Prolonged(day, text(entry, Procedure.ID), number(entry, Procedure.MORE));
      case "case.special_ended" -> new ClockEvent.Resumed(day, text(entry, Procedure.ID));
      case "case.approved", "case.refused" -> new ClockEvent.Decided(day);
      case "case.delivered",
          "case.withdrawn",
          "case.deferral_lapsed",
          "case.terminated",
          "case.not_accepted" ->
          new ClockEvent.Closed(day);
      default -> null;
    };
  }

  private static String text(Entry entry, String key) {
    return String.valueOf(entry.payload().get(key));
  }

  private static int number(Entry entry, String key) {
    return ((Number) Objects.requireNonNull(entry.payload().get(key), key)).intValue();
  }
}
