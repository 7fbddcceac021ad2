package org.yongtong.certificate;

import org.yongtong.certificate.Certificate.Status;
import org.yongtong.platform.code.PersonName;

/** Words and colours of statuses, the same on every page and paper. */
final class Words {

  private Words() {}

  /** After 已: 吊销, 过有效期 … */
  static String done(Status status) {
    return status == Status.EXPIRED ? "过有效期" : status.word();
  }

  /** Tone of the pill. */
  static String tone(Status status) {
    return switch (status) {
      case VALID -> "done";
      case SUSPENDED, EXPIRED -> "near";
      case WITHDRAWN, CANCELLED, REVOKED -> "late";
    };
  }

  static String pill(Status status) {
    return status == Status.VALID ? "有效" : "已" + done(status);
  }

  /** As the public may see the holder: persons masked, organisations in full. */
  static String holder(Stored stored) {
    String name = stored.certificate().holderName();
    return stored.person() ? PersonName.mask(name) : name;
  }
}
