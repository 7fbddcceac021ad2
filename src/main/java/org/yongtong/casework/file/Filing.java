package org.yongtong.casework.file;

import org.yongtong.form.Values;

/** What is filed (or being filled in): who applies and the form's values. */
public record Filing(ApplicantSheet applicant, Values values) {

  @Override
  public String toString() {
    return "Filing[" + applicant.kind() + "]";
  }
}
