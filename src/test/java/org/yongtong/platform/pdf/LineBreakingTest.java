package org.yongtong.platform.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineBreakingTest {

  /** Each Chinese character is one wide, each Latin one a half. */
  private final LineBreaking breaking =
      new LineBreaking(text -> text.codePoints().mapToDouble(c -> c < 0x250 ? 0.5 : 1).sum());

  @Test
  void noLineBeginsWithAClosingMark() {
    assertThat(breaking.lines("决定予以受理，特此通知。", 6, 0)).containsExactly("决定予以受", "理，特此通", "知。");
  }

  @Test
  void noLineEndsWithAnOpeningMark() {
    assertThat(breaking.lines("依照我国《行政许可法》", 5, 0)).containsExactly("依照我国", "《行政许可", "法》");
  }

  @Test
  void numbersStayTogetherWhileTheyFit() {
    assertThat(breaking.lines("编号450100202611至此", 7, 0))
        .containsExactly("编号", "450100202611至", "此");
  }

  @Test
  void aNumberThatNoLineHoldsIsCut() {
    assertThat(breaking.lines("1.2.156.3005.2.11450100", 4, 0))
        .containsExactly("1.2.156.", "3005.2.1", "1450100");
  }

  @Test
  void theFirstLineIsShorterByTheIndent() {
    assertThat(breaking.lines("您的申请已经受理", 5, 2)).containsExactly("您的申", "请已经受理");
  }

  @Test
  void nothingIsStillOneLine() {
    assertThat(breaking.lines("", 5, 2)).containsExactly("");
  }

  @Property(tries = 300)
  void everyCharacterIsKeptAndNoLineIsTooWide(
      @ForAll("texts") String text, @ForAll @IntRange(min = 4, max = 30) int width) {
    List<String> lines = breaking.lines(text, width, 2);
    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(line.codePoints().mapToDouble(c -> c < 0x250 ? 0.5 : 1).sum())
                    .isLessThanOrEqualTo(width));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("南宁市，。《》（）—…12ab. 壮😀㙍").ofMaxLength(80);
  }
}
