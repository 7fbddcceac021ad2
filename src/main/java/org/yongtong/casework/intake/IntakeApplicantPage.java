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
    Sheet sheet,
    boolean confirm,
    @Nullable String register,
    Map<String, String> problems) {

  public boolean locked() {
    return head != null;
  }

  /** The sheet as the form shows it. */
  public record Sheet(
      boolean legal,
      String name,
      String code,
      String phone,
      String address,
      String representative,
      String handler,
      String handlerPhone) {

    static Sheet of(ApplicantSheet sheet) {
      return new Sheet(
          sheet.legal(),
          sheet.name(),
          sheet.code(),
          sheet.phone(),
          sheet.address(),
          sheet.representative(),
          sheet.handler(),
          sheet.handlerPhone());
    }
  }
}
