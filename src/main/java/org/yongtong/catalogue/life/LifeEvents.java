package org.yongtong.catalogue.life;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.ItemSource;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.platform.CityPack;
import org.yongtong.platform.PackLoader;
import org.yongtong.platform.StartFailure;

/**
 * The life events of the city pack, where it has {@code life-events.yaml}; one that names an item
 * which the pack does not have stops the start.
 */
@Component
public class LifeEvents implements PackLoader {

  private static final String FILE = "life-events.yaml";
  private static final String ITEMS = "items";
  private static final String ENDING = ".yaml";

  /** Characters that may stand beside a word: more of them mean something else. */
  private static final int BESIDE = 1;

  private final CityPack pack;
  private volatile List<LifeEvent> list = List.of();

  LifeEvents(CityPack pack) {
    this.pack = pack;
  }

  @Override
  public String what() {
    return "人生事和经营事";
  }

  @Override
  public List<Path> files() {
    if (!Files.isRegularFile(pack.file(FILE))) {
      return List.of();
    }
    var files = new ArrayList<>(pack.files(ITEMS, ENDING));
    files.add(pack.file(FILE));
    return files;
  }

  @Override
  public String load() {
    if (files().isEmpty()) {
      return "没有";
    }
    List<Defect> defects = LifeEventFile.check(ItemSource.read(pack.file(FILE)), packItems());
    if (!defects.isEmpty()) {
      throw new StartFailure(
          "%s 有 %d 处错误，未能启动：%n%s%n请改正后重新启动。Faulty life events, see above."
              .formatted(
                  FILE,
                  defects.size(),
                  defects.stream().map(each -> "  " + each).collect(Collectors.joining("\n"))));
    }
    return "共 %d 件".formatted(LifeEventFile.read(ItemSource.read(pack.file(FILE))).size());
  }

  /** An item's file is named after its id. */
  private Set<String> packItems() {
    return pack.files(ITEMS, ENDING).stream()
        .map(file -> file.getFileName().toString())
        .map(name -> name.substring(0, name.length() - ENDING.length()))
        .collect(Collectors.toSet());
  }

  @Override
  public void ready() {
    list = files().isEmpty() ? List.of() : LifeEventFile.read(ItemSource.read(pack.file(FILE)));
  }

  /** In the pack's order. */
  public List<LifeEvent> all() {
    return list;
  }

  public List<LifeEvent> of(Audience who) {
    return list.stream().filter(event -> event.who() == who).toList();
  }

  Optional<LifeEvent> find(String key) {
    return list.stream().filter(event -> event.key().equals(key)).findFirst();
  }

  /**
   * Those whose words answer what was typed, best first: the same word, one that begins so, one
   * that is nearly all of the question.
   *
   * @param normal brings what was typed and the words to one form
   */
  public List<LifeEvent> answering(String typed, UnaryOperator<String> normal, int most) {
    String asked = normal.apply(typed);
    if (asked.length() < 2) {
      return List.of();
    }
    record Answer(LifeEvent event, int distance) {}
    return list.stream()
        .flatMap(
            event -> {
              Integer distance = distance(event, asked, normal);
              return distance == null
                  ? java.util.stream.Stream.of()
                  : java.util.stream.Stream.of(new Answer(event, distance));
            })
        .sorted(Comparator.comparingInt(Answer::distance))
        .limit(most)
        .map(Answer::event)
        .toList();
  }

  private static @Nullable Integer distance(
      LifeEvent event, String asked, UnaryOperator<String> normal) {
    Integer best = null;
    for (String each : event.words()) {
      String word = normal.apply(each);
      Integer distance = null;
      if (word.equals(asked)) {
        distance = 0;
      } else if (word.startsWith(asked)) {
        distance = 1 + word.length() - asked.length();
      } else if (asked.contains(word) && asked.length() - word.length() <= BESIDE) {
        distance = 10 + asked.length() - word.length();
      }
      if (distance != null && (best == null || distance < best)) {
        best = distance;
      }
    }
    return best;
  }
}
