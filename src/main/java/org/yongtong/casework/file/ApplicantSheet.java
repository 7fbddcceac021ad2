package org.yongtong.casework.file;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.Applicant;
import org.yongtong.form.Forms;
import org.yongtong.platform.code.CitizenNumber;
import org.yongtong.platform.code.PhoneNumber;

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

  /** To read; what was not filled in is left out. {@code masked}: without whole numbers. */
  public Forms.AnswerSection answers(boolean masked) {
    var answers = new ArrayList<Forms.Answer>();
    add(answers, "name", legal() ? "单位名称" : "姓名", name);
    add(
        answers,
        "code",
        legal() ? "统一社会信用代码" : "公民身份号码",
        masked && !legal()
            ? CitizenNumber.parse(code).map(CitizenNumber::masked).orElse(code)
            : code);
    add(answers, "representative", "法定代表人（负责人）", representative);
    add(answers, "phone", "联系电话", phone(phone, masked));
    add(answers, "address", legal() ? "住所" : "联系地址", address);
    add(answers, "handler", "经办人", handler);
    add(answers, "handlerPhone", "经办人电话", phone(handlerPhone, masked));
    return new Forms.AnswerSection("applicant", "申请人", List.copyOf(answers));
  }

  private static String phone(String phone, boolean masked) {
    return masked ? PhoneNumber.parse(phone).map(PhoneNumber::masked).orElse(phone) : phone;
  }

  private static void add(List<Forms.Answer> answers, String part, String label, String text) {
    if (!text.isBlank()) {
      answers.add(new Forms.Answer("applicant." + part, label, text, ""));
    }
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
