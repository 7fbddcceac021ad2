package org.yongtong.catalogue.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemQuery;
import org.yongtong.catalogue.PackHeads;

/** Holds the search against everyday questions; the list stands in recall.txt. */
class SearchRecallTest {

  private static final Path QUESTIONS =
      Path.of("src/test/resources/org/yongtong/catalogue/find/recall.txt");
  private static final double LEAST = 0.95;

  private record Question(String words, String item) {}

  @Test
  void whatPeopleSayFindsTheItemAmongTheFirstThree() throws IOException {
    FindItems items = ofThePack();
    List<Question> questions = questions();
    var missed = new ArrayList<String>();
    int first = 0;
    for (Question question : questions) {
      List<String> found =
          items.find(ItemQuery.words(question.words(), 8)).stream().map(ItemHead::id).toList();
      if (found.stream().limit(3).noneMatch(question.item()::equals)) {
        missed.add(
            "%s: %s instead of %s"
                .formatted(question.words(), found.stream().limit(4).toList(), question.item()));
      }
      if (!found.isEmpty() && found.getFirst().equals(question.item())) {
        first++;
      }
    }
    int found = questions.size() - missed.size();
    System.out.printf(
        "search recall: %d of %d questions find their item among the first three (%.1f %%), %d at"
            + " once%n",
        found, questions.size(), 100.0 * found / questions.size(), first);
    missed.forEach(each -> System.out.println("  missed " + each));
    assertThat(questions).hasSizeGreaterThanOrEqualTo(150);
    assertThat((double) found / questions.size()).as("missed: %s", missed).isGreaterThan(LEAST);
  }

  @Test
  void everyQuestionNamesAnItemOfThePack() throws IOException {
    var known = new HashSet<String>();
    PackHeads.leads().forEach(head -> known.add(head.id()));
    assertThat(known).containsAll(questions().stream().map(Question::item).toList());
  }

  static FindItems ofThePack() throws IOException {
    List<ItemHead> leads = PackHeads.leads();
    Map<String, List<ItemHead>> byId =
        leads.stream().collect(Collectors.toMap(ItemHead::id, List::of, (a, b) -> a));
    Function<String, String> noBodies = department -> "";
    var items =
        new FindItems(
            noBodies, List::of, Synonyms.read(Path.of("city/nanning", FindConfiguration.SYNONYMS)));
    items.show(leads, lead -> byId.getOrDefault(lead, List.of()));
    return items;
  }

  private static List<Question> questions() throws IOException {
    return Files.readAllLines(QUESTIONS).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" \\| "))
        .map(parts -> new Question(parts[0].strip(), parts[1].strip()))
        .toList();
  }
}
