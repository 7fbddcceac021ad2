package org.yongtong.casework.intake;

import java.util.List;
import java.util.UUID;

/**
 * The top of every step of an intake.
 *
 * @param step from 1
 * @param correction the draft corrects a case
 */
public record IntakeHead(
    UUID draft, String item, String applicant, int step, boolean correction, String saved) {

  public static final List<String> STEPS = List.of("申请人", "填写", "材料", "核对提交");

  public String path(String step) {
    return "/desk/intake/%s/%s".formatted(draft, step);
  }
}
