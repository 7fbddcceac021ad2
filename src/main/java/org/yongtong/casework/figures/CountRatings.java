package org.yongtong.casework.figures;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.DayWords;
import org.yongtong.casework.rate.RatingLevel;
import org.yongtong.catalogue.ItemRatings;

/** Ratings of all items, counted with two statements; only texts without personal data are read. */
@Component
class CountRatings implements ItemRatings {

  private static final int SAID = 5;

  private final JdbcClient database;
  private volatile Map<String, Rated> known = Map.of();
  private volatile int round;

  CountRatings(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Optional<Rated> of(String taskCode) {
    return Optional.ofNullable(known.get(taskCode));
  }

  @Override
  public int round() {
    return round;
  }

  private record Tally(String task, int level, int number) {}

  private record Text(
      String task, int level, String shown, OffsetDateTime at, @Nullable String answer) {}

  void count() {
    Map<String, Map<Integer, Integer>> tallies = new HashMap<>();
    database
        .sql(
            """
            SELECT task_code AS task, level, count(*) AS number FROM casework.rating GROUP BY task_code, level
            """)
        .query(Tally.class)
        .list()
        .forEach(
            tally ->
                tallies
                    .computeIfAbsent(tally.task(), task -> new HashMap<>())
                    .put(tally.level(), tally.number()));
    Map<String, List<Said>> texts = new HashMap<>();
    database
        .sql(
            """
            SELECT task, level, shown, at, answer FROM
              (SELECT task_code AS task, level, shown, rated_at AS at, answer,
                      row_number() OVER (PARTITION BY task_code ORDER BY rated_at DESC) AS place
               FROM casework.rating WHERE shown <> '') lately
            WHERE place <= :most ORDER BY task, place
            """)
        .param("most", SAID)
        .query(Text.class)
        .list()
        .forEach(
            text ->
                texts
                    .computeIfAbsent(text.task(), task -> new ArrayList<>())
                    .add(
                        new Said(
                            word(text.level()),
                            text.shown(),
                            DayWords.day(text.at().toInstant()),
                            text.answer())));
    Map<String, Rated> counted = new HashMap<>();
    tallies.forEach(
        (task, levels) -> counted.put(task, rated(levels, texts.getOrDefault(task, List.of()))));
    if (!counted.equals(known)) {
      known = Map.copyOf(counted);
      round++;
    }
  }

  private static Rated rated(Map<Integer, Integer> levels, List<Said> said) {
    int all = levels.values().stream().mapToInt(Integer::intValue).sum();
    int satisfied =
        Arrays.stream(RatingLevel.values())
            .filter(RatingLevel::satisfied)
            .mapToInt(level -> levels.getOrDefault(level.points(), 0))
            .sum();
    return new Rated(
        all,
        percent(satisfied, all),
        Arrays.stream(RatingLevel.values())
            .map(
                level -> {
                  int number = levels.getOrDefault(level.points(), 0);
                  return new Level(level.word(), number, percent(number, all));
                })
            .toList(),
        List.copyOf(said));
  }

  private static int percent(int part, int all) {
    return (int) Math.round(part * 100.0 / all);
  }

  private static String word(int points) {
    return Arrays.stream(RatingLevel.values())
        .filter(level -> level.points() == points)
        .findFirst()
        .map(RatingLevel::word)
        .orElse("");
  }
}
