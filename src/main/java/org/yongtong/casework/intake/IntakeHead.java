package org.yongtong.casework.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.apply.ItemsInForce;
import org.yongtong.casework.apply.Revision;

/**
 * The top of every step of an intake.
 *
 * @param step from 1
 * @param correction the draft corrects a case
 * @param revision what changed with the item and has not been seen, or null
 * @param stop why the item cannot be applied for now, or null
 */
public record IntakeHead(
    UUID draft,
    String item,
    String applicant,
    int step,
    boolean correction,
    String saved,
    @Nullable Revision revision,
    ItemsInForce.@Nullable Stop stop) {

  public static final List<String> STEPS = List.of("申请人", "填写", "材料", "核对提交");

  public String path(String step) {
    return "/desk/intake/%s/%s".formatted(draft, step);
  }
}
