package org.yongtong.casework.file;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.Applicant;

/**
 * Who applies, as filled in on the first page of an application; what is unknown is "".
 *
 * @param kind {@code person} or {@code legal}
 * @param code citizen number or unified social credit code
 * @param phone where the applicant is reached
 * @param address for post
 * @param representative legal representative of a legal person
 * @param handler who handles it for a legal person (经办人), with phone
 * @param birth ISO date; {@code sex} 男 or 女; {@code division} 12-digit code of residence or seat
 */
public record ApplicantSheet(
    String kind,
    String name,
    String code,
    String phone,
    String address,
    String representative,
    String handler,
    String handlerPhone,
    String birth,
    String sex,
    String division) {

  public boolean legal() {
    return kind.equals("legal");
  }

  /** Facts for the rules of the form. */
  public Applicant facts() {
    return new Applicant(kind, name, code, birth, sex, division);
  }

  public Applying applying(@Nullable UUID account) {
    return new Applying(
        kind, name, code, legal() && !handlerPhone.isBlank() ? handlerPhone : phone, account);
  }

  @Override
  public String toString() {
    return "ApplicantSheet[" + kind + "]";
  }
}
