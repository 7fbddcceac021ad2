package org.yongtong.catalogue.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextDiffTest {

  @Test
  void onlyTheWordsThatChangedAreMarked() {
    var both = TextDiff.of("承诺时限 8 个工作日", "承诺时限 10 个工作日内");
    assertThat(marked(both.before())).containsExactly("8");
    assertThat(marked(both.after())).containsExactly("10", "内");
  }

  @Test
  void whatHasNoOtherSideIsMarkedAsAWhole() {
    assertThat(TextDiff.of("", "新写的").after()).containsExactly(new TextDiff.Part("新写的", true));
    assertThat(TextDiff.of("去掉的", "").after()).isEmpty();
  }

  @Property(tries = 200)
  void nothingIsLostOfEitherText(
      @ForAll @StringLength(max = 40) String before, @ForAll @StringLength(max = 40) String after) {
    var both = TextDiff.of(before, after);
    assertThat(joined(both.before())).isEqualTo(before);
    assertThat(joined(both.after())).isEqualTo(after);
  }

  private static String joined(List<TextDiff.Part> parts) {
    return parts.stream().map(TextDiff.Part::text).collect(Collectors.joining());
  }

  private static List<String> marked(List<TextDiff.Part> parts) {
    return parts.stream().filter(TextDiff.Part::marked).map(TextDiff.Part::text).toList();
  }
}
