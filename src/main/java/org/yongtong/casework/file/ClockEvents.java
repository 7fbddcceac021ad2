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
      case "case.extension_approved" ->
          new ClockEvent.Extended(
              day, ((Number) Objects.requireNonNull(entry.payload().get("days"))).intValue());
      case "case.approved", "case.refused" -> new ClockEvent.Decided(day);
      case "case.delivered", "case.withdrawn", "case.not_accepted" -> new ClockEvent.Closed(day);
      default -> null;
    };
  }
}
