package org.yongtong.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yongtong.platform.web.HomeFigure;

/** The figures of the front page, counted at most once a minute however many people look. */
@Component
class LiveFigures {

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final ObjectProvider<HomeFigure.Source> sources;
  private final Clock clock;
  private volatile @Nullable Counted last;

  LiveFigures(ObjectProvider<HomeFigure.Source> sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  List<HomeFigure> current() {
    Instant now = clock.instant();
    Counted known = last;
    if (known == null || !now.isBefore(known.at().plus(FRESH)) || now.isBefore(known.at())) {
      known = new Counted(now, count());
      last = known;
    }
    return known.figures();
  }

  private List<HomeFigure> count() {
    return sources.stream()
        .flatMap(source -> source.figures().stream())
        .sorted(Comparator.comparingInt(HomeFigure::order))
        .toList();
  }

  private record Counted(Instant at, List<HomeFigure> figures) {}
}
