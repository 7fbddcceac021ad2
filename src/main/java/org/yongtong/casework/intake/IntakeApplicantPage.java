package org.yongtong.casework.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.file.ApplicantSheet;

/**
 * Who applies at the window.
 *
 * @param head of a draft that exists already; null before
 * @param kinds {@code person}, {@code legal} or both
 * @param confirm the register knows the number under another name: the clerk must have seen the
 *     original
 * @param register what the register said: {@code same}, {@code other}, {@code unknown} or null
 */
public record IntakeApplicantPage(
    @Nullable IntakeHead head,
    String item,
    String path,
    List<String> kinds,
    ApplicantSheet sheet,
    boolean confirm,
    @Nullable String register,
    Map<String, String> problems) {

  public boolean locked() {
    return head != null;
  }
}
