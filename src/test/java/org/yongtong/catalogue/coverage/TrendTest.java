package org.yongtong.catalogue.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yongtong.catalogue.ItemFacts;
import org.yongtong.catalogue.ServiceItem.Depth;
import org.yongtong.catalogue.ServiceItem.Handling;
import org.yongtong.catalogue.coverage.PastVersions.Past;

class TrendTest {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);
  private static final UUID OTHER = new UUID(0, 3);

  private static final Map<UUID, ItemFacts> FACTS =
      Map.of(
          FIRST, facts(Depth.ACCEPT, 1), SECOND, facts(Depth.FULL, 0), OTHER, facts(Depth.FULL, 0));

  private static ItemFacts facts(Depth depth, int visits) {
    return new ItemFacts(Handling.COMMITTED, depth, visits, null, 0, List.of(), 3, 1, 2, 1);
  }

  @Test
  void eachMonthCountsWhatWasInForceAtItsEnd() {
    Trend trend =
        Trend.of(
            List.of(
                new Past(FIRST, at("2026-09-10T00:00:00Z"), at("2026-10-20T00:00:00Z"), null),
                new Past(SECOND, at("2026-10-20T00:00:00Z"), null, null),
                // the last moment of the month in Beijing
                new Past(OTHER, at("2026-10-31T15:59:59Z"), null, null)),
            FACTS,
            at("2026-11-24T04:00:00Z"),
            BEIJING);
    assertThat(trend.months())
        .extracting(
            Trend.Month::month, Trend.Month::items, month -> month.share(Measure.FULLY_ONLINE))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(YearMonth.of(2026, 9), 1, new Share(0, 1)),
            org.assertj.core.groups.Tuple.tuple(YearMonth.of(2026, 10), 2, new Share(2, 2)),
            org.assertj.core.groups.Tuple.tuple(YearMonth.of(2026, 11), 2, new Share(2, 2)));
  }

  @Test
  void whatIsSuspendedCountsAndHasNotGotThere() {
    Trend trend =
        Trend.of(
            List.of(new Past(SECOND, at("2026-09-01T00:00:00Z"), null, at("2026-11-02T00:00:00Z"))),
            FACTS,
            at("2026-11-24T04:00:00Z"),
            BEIJING);
    assertThat(trend.months())
        .extracting(month -> month.share(Measure.ONLINE))
        .containsExactly(new Share(1, 1), new Share(1, 1), new Share(0, 1));
  }

  @Test
  void atMostAYearIsShownAndNoMonthBeforeTheFirstItem() {
    Trend trend =
        Trend.of(
            List.of(new Past(SECOND, at("2020-01-01T00:00:00Z"), null, null)),
            FACTS,
            at("2026-11-24T04:00:00Z"),
            BEIJING);
    assertThat(trend.months()).hasSize(12);
    assertThat(trend.months().getFirst().month()).isEqualTo(YearMonth.of(2025, 12));
    assertThat(Trend.of(List.of(), FACTS, at("2026-11-24T04:00:00Z"), BEIJING).months()).isEmpty();
  }

  @Test
  void aDrawingNeedsTwoMonthsAndStaysInItsBox() {
    var one =
        Trend.of(
            List.of(new Past(SECOND, at("2026-11-10T00:00:00Z"), null, null)),
            FACTS,
            at("2026-11-24T04:00:00Z"),
            BEIJING);
    assertThat(TrendDrawing.of(one).lines()).isEmpty();
    assertThat(TrendDrawing.of(one).rows()).hasSize(1);
    var many =
        Trend.of(
            List.of(new Past(SECOND, at("2020-01-01T00:00:00Z"), null, null)),
            FACTS,
            at("2026-11-24T04:00:00Z"),
            BEIJING);
    var drawing = TrendDrawing.of(many);
    assertThat(drawing.lines()).hasSize(Trend.MEASURES.size());
    assertThat(drawing.lines().stream().flatMap(line -> line.dots().stream()))
        .allMatch(dot -> dot.x() >= TrendDrawing.LEFT && dot.x() <= TrendDrawing.RIGHT)
        .allMatch(dot -> dot.y() >= TrendDrawing.TOP && dot.y() <= TrendDrawing.BOTTOM);
    assertThat(drawing.labels()).hasSize(6);
    assertThat(drawing.labels().getLast().word()).isEqualTo("11月");
  }

  private static Instant at(String moment) {
    return Instant.parse(moment);
  }
}
