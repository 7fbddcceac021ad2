package org.yongtong.casework.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.ReviewStep;
import org.yongtong.casework.file.When;

/** The levels of a review as staff read them: who said what when, and whose turn it is. */
public final class LevelLines {

  private LevelLines() {}

  /**
   * @param tone as of {@code component/pill.jte}
   */
  public record View(
      String name, String department, String word, String tone, String detail, String text) {}

  /** Opinions of the levels before, to be read before one gives one's own or decides. */
  public static List<Line> given(CaseFile file) {
    return file.levels().stream()
        .filter(ReviewStep::done)
        .map(step -> new Line(step.name(), detail(step) + "\n" + step.text()))
        .toList();
  }

  /** All rounds, the present one first; empty for an item with one level. */
  static List<View> of(CaseFile file, Function<String, String> departments) {
    var views = new ArrayList<View>();
    file.levels().forEach(step -> views.add(view(step, departments, file)));
    return List.copyOf(views);
  }

  /** What the rounds before said, the newest first. */
  static List<View> earlier(CaseFile file, Function<String, String> departments) {
    return file.allLevels().reversed().stream()
        .filter(step -> step.done() && !step.carried() && !file.levels().contains(step))
        .filter(step -> step.round() != roundOf(file))
        .map(step -> view(step, departments, file))
        .toList();
  }

  private static int roundOf(CaseFile file) {
    return file.levels().stream().mapToInt(ReviewStep::round).max().orElse(0);
  }

  private static View view(ReviewStep step, Function<String, String> departments, CaseFile file) {
    String word =
        step.done()
            ? Boolean.TRUE.equals(step.agrees()) ? "建议准予" : "建议不予"
            : step.open() && !file.openLevels(step.department()).isEmpty() ? "正在审查" : "未开始";
    String tone = step.done() ? Boolean.TRUE.equals(step.agrees()) ? "done" : "late" : "neutral";
    return new View(
        step.name(), departments.apply(step.department()), word, tone, detail(step), step.text());
  }

  private static String detail(ReviewStep step) {
    Instant done = step.doneAt();
    Instant opened = step.openedAt();
    if (done != null) {
      return "%s，%s%s"
          .formatted(step.doneName(), When.moment(done), step.carried() ? "（上一轮的意见，仍然有效）" : "");
    }
    return opened == null ? "" : "%s 开始".formatted(When.moment(opened));
  }
}
