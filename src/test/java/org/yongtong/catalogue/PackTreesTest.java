package org.yongtong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.Leaves.Leaf;
import org.yongtong.form.FormDefinition.Section;
import org.yongtong.form.Forms;

/** How much of what people say and ask the pack of Nanning knows. */
@YongtongTest
class PackTreesTest {

  @Autowired Catalogue catalogue;
  @Autowired Forms forms;
  @Autowired Situations situations;
  @Autowired Clock clock;

  private List<ServiceItem> items() {
    Set<String> pack = PackTreesTest.pack();
    return catalogue.leads().stream()
        .filter(head -> pack.contains(head.id()))
        .map(head -> catalogue.version(head.version()))
        .toList();
  }

  private static Set<String> pack() {
    try {
      return PackHeads.leads().stream().map(ItemHead::id).collect(Collectors.toSet());
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /**
   * A tree counts when its leaves differ in what is to be brought, paid, fulfilled or filled in.
   */
  @Test
  void atLeastFortyItemsAskTwoToSixQuestionsWhoseAnswersMakeADifference() {
    var many = new TreeSet<String>();
    var papers = new TreeSet<String>();
    for (ServiceItem item : items()) {
      Leaves tree = Leaves.of(item, forms, situations, LocalDate.now(clock));
      List<Leaf> leaves = tree.leaves().stream().filter(leaf -> leaf.refusal() == null).toList();
      int asked = leaves.stream().mapToInt(leaf -> leaf.answers().size()).max().orElse(0);
      assertThat(asked).as(item.id()).isLessThanOrEqualTo(6);
      if (asked >= 2 && leaves.stream().map(PackTreesTest::means).distinct().count() > 1) {
        many.add(item.id());
      }
      if (leaves.stream().map(leaf -> leaf.situation().papers().mine()).distinct().count() > 1) {
        papers.add(item.id());
      }
    }
    System.out.printf(
        "trees of the pack: %d items ask two questions or more that make a difference, of %d the"
            + " papers change%n",
        many.size(), papers.size());
    assertThat(many).hasSizeGreaterThanOrEqualTo(40);
    assertThat(papers).hasSizeGreaterThanOrEqualTo(40);
  }

  private static List<Object> means(Leaf leaf) {
    Situation mine = leaf.situation();
    return List.of(
        mine.papers().mine(),
        mine.fees().mine(),
        mine.conditions().mine(),
        mine.sections().mine().stream().map(Section::id).toList());
  }

  /** A phrase counts when it is in no official name and no official name is in it. */
  @Test
  void atLeastFourHundredEverydayPhrasesThatAreNoOfficialNames() throws IOException {
    var official = new HashSet<String>();
    for (ServiceItem item : items()) {
      official.add(plain(item.name()));
      item.papers().forEach(paper -> official.add(plain(paper.name())));
      item.bases().forEach(basis -> official.add(plain(basis.law())));
      official.add(plain(item.result().name()));
    }
    official.remove("");
    var said = new TreeSet<String>();
    items().forEach(item -> item.aliases().stream().map(PackTreesTest::plain).forEach(said::add));
    said.removeIf(
        phrase ->
            official.stream().anyMatch(name -> name.contains(phrase) || phrase.contains(name)));
    System.out.println("everyday phrases of the pack: " + said.size());
    assertThat(said).hasSizeGreaterThanOrEqualTo(400);
    assertThat(synonyms()).hasSizeGreaterThanOrEqualTo(100);
  }

  private static Set<String> synonyms() throws IOException {
    return Files.readAllLines(Path.of("city/nanning/synonyms.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .flatMap(line -> Stream.of(line.split("[,，]|=>")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String plain(String text) {
    return text.replaceAll("（[^）]*）|[^\\p{IsHan}\\p{Alnum}]", "");
  }
}
