package org.yongtong.casework.accept;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.DeferralText;
import org.yongtong.casework.file.Deferrals;
import org.yongtong.casework.file.Deferred;
import org.yongtong.casework.file.Document;
import org.yongtong.platform.calendar.WorkCalendar;

/** What the applicant promised for later, at the moment of acceptance: from now on its days run. */
@Component
class PromisedPapers {

  private final Deferrals deferrals;
  private final DeferralText text;
  private final WorkCalendar calendar;
  private final Clock clock;

  PromisedPapers(Deferrals deferrals, DeferralText text, WorkCalendar calendar, Clock clock) {
    this.deferrals = deferrals;
    this.text = text;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Those of a case that waits for acceptance; asks the database only when there are some. */
  List<Deferral> of(CaseFile file) {
    return file.deferred().stage() == Deferred.Stage.PROMISED
        ? deferrals.of(file.id()).stream()
            .filter(one -> one.stage() == Deferral.Stage.PROMISED)
            .toList()
        : List.of();
  }

  /**
   * Paper → last day, counted from the day the slip goes out: who is deemed accepted from an
   * earlier day could not know it.
   *
   * @throws org.yongtong.platform.calendar.CalendarNotLoaded when a day lies outside the calendar
   */
  Map<String, LocalDate> lastDays(List<Deferral> papers) {
    LocalDate today = LocalDate.now(clock);
    Map<String, LocalDate> last = new LinkedHashMap<>();
    papers.forEach(one -> last.put(one.paper(), calendar.plusWorkdays(today, one.days())));
    return last;
  }

  /** Name → last day, for the journal. */
  static Map<String, LocalDate> named(List<Deferral> papers, Map<String, LocalDate> last) {
    return papers.stream()
        .filter(one -> last.containsKey(one.paper()))
        .collect(
            Collectors.toMap(
                Deferral::name,
                one -> last.getOrDefault(one.paper(), LocalDate.MAX),
                (first, second) -> first,
                LinkedHashMap::new));
  }

  void begin(CaseFile file, Map<String, LocalDate> last) {
    deferrals.begin(file.id(), last);
  }

  Document.Content slip(
      CaseFile file,
      List<Deferral> papers,
      Map<String, LocalDate> last,
      @Nullable LocalDate promisedDue,
      @Nullable LocalDate deemedFrom) {
    return text.acceptance(file, papers, last, promisedDue, deemedFrom);
  }
}
