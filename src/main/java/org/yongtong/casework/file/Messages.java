package org.yongtong.casework.file;

import org.springframework.stereotype.Component;
import org.yongtong.notification.Letter;
import org.yongtong.notification.Letters;

/** Tells the applicant what happened: in-site when there is an account, and by SMS. */
@Component
public class Messages {

  private final Letters letters;

  Messages(Letters letters) {
    this.letters = letters;
  }

  /**
   * @param what of the event, with the case one stable effect: told once
   */
  public void tell(CaseFile file, String what, String title, String text) {
    String phone = file.applicant().phone();
    letters.send(
        new Letter(
            file.applicant().account(),
            phone.startsWith("1") && phone.length() == 11 ? phone : null,
            title,
            text,
            "/my/cases/" + file.id(),
            "case:%s:%s".formatted(file.id(), what)));
  }
}
