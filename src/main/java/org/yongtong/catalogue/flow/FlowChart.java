package org.yongtong.catalogue.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A flow to be drawn or read out. The first box is where it begins.
 *
 * @param boxes in the order in which they are read
 */
public record FlowChart(String title, List<Box> boxes, List<Arrow> arrows) {

  public FlowChart {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
    var ids = boxes.stream().map(Box::id).collect(Collectors.toSet());
    if (boxes.isEmpty() || ids.size() < boxes.size()) {
      throw new IllegalArgumentException("a flow has boxes, each with its own id");
    }
    if (!arrows.stream().allMatch(each -> ids.contains(each.from()) && ids.contains(each.to()))) {
      throw new IllegalArgumentException("an arrow of a flow leads nowhere");
    }
  }

  public enum Look {
    BEGIN,
    STEP,
    /** What happens beside the way, such as a special procedure that stops the clock. */
    ASIDE,
    END,
    /** An end that the applicant did not ask for. */
    REFUSED
  }

  /**
   * @param who who does it: a role or a body, or null
   * @param days how long it may take, or null
   * @param duty what is done; not drawn, but listed and in the interface
   */
  public record Box(
      String id,
      Look look,
      String name,
      @Nullable String who,
      @Nullable String days,
      @Nullable String basis,
      @Nullable String duty) {

    /** Everything but the name, as drawn, one paragraph each. */
    List<String> details() {
      return java.util.stream.Stream.of(who, days, basis).filter(Objects::nonNull).toList();
    }
  }

  public record Arrow(String from, String to) {}

  public Box box(String id) {
    return boxes.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /** Names of the boxes that may follow; what stands aside does not follow. */
  public List<String> next(Box box) {
    return arrows.stream()
        .filter(arrow -> arrow.from().equals(box.id()))
        .map(arrow -> box(arrow.to()))
        .filter(next -> next.look() != Look.ASIDE)
        .map(Box::name)
        .toList();
  }

  /** The whole flow in sentences, for those who cannot see the drawing. */
  public String spoken() {
    var text = new StringBuilder("共 %d 个环节。".formatted(boxes.size()));
    Map<String, Integer> number = new HashMap<>();
    boxes.forEach(box -> number.put(box.id(), number.size() + 1));
    for (Box box : boxes) {
      text.append(number.get(box.id())).append(". ").append(box.name());
      if (!box.details().isEmpty()) {
        text.append("（").append(String.join("；", box.details())).append("）");
      }
      List<String> next = next(box);
      text.append(next.isEmpty() ? "。" : "，之后：" + String.join("、", next) + "。");
    }
    return text.toString();
  }
}
