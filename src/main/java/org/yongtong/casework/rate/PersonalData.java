package org.yongtong.casework.rate;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Takes out of a text for everyone what tells who somebody is: numbers of telephones, identity
 * cards, accounts and cases, addresses of e-mail and the applicant's own name (个人信息保护法第二十五条).
 */
final class PersonalData {

  private static final String GONE = "***";

  /** Seven digits or more, however they are grouped; the last may be the X of an identity card. */
  private static final Pattern NUMBER =
      Pattern.compile("(?:[0-9零〇一二三四五六七八九幺][ \\-－—.·_]{0,2}){7,}[Xx]?");

  /** Codes with letters among the digits: social credit codes, passports, plates. */
  private static final Pattern CODE = Pattern.compile("(?=[0-9A-Za-z]*[0-9]{4})[0-9A-Za-z]{8,}");

  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}");

  private PersonalData() {}

  /**
   * @param name of the applicant
   */
  static String without(String text, String name) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    plain = MAIL.matcher(plain).replaceAll(GONE);
    plain = CODE.matcher(plain).replaceAll(GONE);
    plain = NUMBER.matcher(plain).replaceAll(GONE);
    return name.isBlank() ? plain : plain.replace(name, GONE);
  }
}
