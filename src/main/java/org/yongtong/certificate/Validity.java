package org.yongtong.certificate;

import java.time.LocalDate;
import org.yongtong.platform.pdf.ChineseDate;

/** How long a certificate is good, in words. */
final class Validity {

  private Validity() {}

  /** E.g. 2026年11月23日至2031年11月22日, or 2026年11月23日起长期有效. */
  static String words(Certificate certificate) {
    LocalDate to = certificate.validTo();
    String from = ChineseDate.of(certificate.validFrom());
    return to == null ? from + "起长期有效" : from + "至" + ChineseDate.of(to);
  }
}
