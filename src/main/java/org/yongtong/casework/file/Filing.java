package org.yongtong.casework.file;

import java.util.Map;
import org.yongtong.form.Values;

/**
 * What is filed (or being filled in): who applies and the form's values.
 *
 * @param held papers that need not be handed in because the platform holds them: paper id → what is
 *     held, in words
 */
public record Filing(ApplicantSheet applicant, Values values, Map<String, String> held) {

  public Filing with(Values changed) {
    return new Filing(applicant, changed, held);
  }

  public Filing with(ApplicantSheet changed) {
    return new Filing(changed, values, held);
  }

  @Override
  public String toString() {
    return "Filing[" + applicant.kind() + "]";
  }
}
