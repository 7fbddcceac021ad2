package org.yongtong.form;

/** Facts about who applies, for rules. {@code kind}: person or legal; what is unknown is "". */
public record Applicant(
    String kind, String name, String id, String birth, String sex, String division) {

  public static final Applicant UNKNOWN_PERSON = new Applicant("person", "", "", "", "", "");

  @Override
  public String toString() {
    return "Applicant[" + kind + "]";
  }
}
