package org.yongtong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much of a city's catalogue the pack of Nanning holds. */
class PackCoverageTest {

  private static final Path PACK = Path.of("city/nanning");

  private final List<Content> items =
      files("items").map(file -> new Content(source(file).data())).toList();
  private final List<Content> powers =
      files("powers")
          .flatMap(file -> new Content(source(file).data()).each("powers", each -> each).stream())
          .toList();

  @Test
  void atLeastTwoHundredItemsEachWithLawNumberArticleAndText() {
    var all = new ArrayList<>(items);
    all.addAll(powers);
    assertThat(all).hasSizeGreaterThanOrEqualTo(200);
    for (Content each : all) {
      assertThat(each.each("bases", basis -> basis))
          .as(each.text("name"))
          .isNotEmpty()
          .allSatisfy(
              basis -> {
                assertThat(basis.text("law")).isNotBlank();
                assertThat(basis.text("number")).isNotBlank();
                assertThat(basis.text("article")).matches("第[一二三四五六七八九十百千零]+条.*|附件第\\d+项");
                assertThat(basis.text("text")).hasSizeGreaterThan(10);
              });
    }
  }

  @Test
  void everyKindOfPowerIsThere() {
    assertThat(kinds(items)).containsExactlyInAnyOrderElementsOf(names(ServiceItem.Kind.values()));
    assertThat(kinds(powers)).containsExactlyInAnyOrderElementsOf(names(PowerItem.Kind.values()));
  }

  @Test
  void atLeastFifteenAreClaimedByAllTwelveCountyLevelUnits() {
    assertThat(claimed(claim -> claim.text("level").equals("county") && all(claim)))
        .hasSizeGreaterThanOrEqualTo(15);
    assertThat(
            new Content(source(PACK.resolve("departments.yaml")).data())
                .each("departments", d -> d.text("key")))
        .filteredOn(key -> key.startsWith("approval-"))
        .hasSize(12);
  }

  @Test
  void atLeastTenAreDelegatedToTownsAndVillages() {
    assertThat(
            claimed(
                claim ->
                    Set.of("town", "village").contains(claim.text("level"))
                        && Set.of("delegated", "entrusted").contains(claim.text("mode"))))
        .hasSizeGreaterThanOrEqualTo(10);
  }

  private static boolean all(Content claim) {
    return "all".equals(claim.textOrNull("bodies"));
  }

  private List<String> claimed(Predicate<Content> how) {
    return items.stream()
        .filter(item -> item.each("claims", claim -> claim).stream().anyMatch(how))
        .map(item -> item.text("id"))
        .toList();
  }

  private static Set<String> kinds(List<Content> all) {
    return all.stream().map(each -> each.text("kind")).collect(Collectors.toSet());
  }

  private static List<String> names(Enum<?>[] kinds) {
    return Arrays.stream(kinds).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static Stream<Path> files(String folder) {
    try (Stream<Path> found = Files.list(PACK.resolve(folder))) {
      return found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ItemSource source(Path file) {
    try {
      return ItemSource.of(file.getFileName().toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
