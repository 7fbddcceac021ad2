package org.yongtong.certificate;

import org.yongtong.certificate.Certificate.Status;

/** What came of asking for a change of status. */
sealed interface StatusOutcome {

  record Changed() implements StatusOutcome {}

  /** The same form has been sent before; what it asked for is done. */
  record DoneBefore() implements StatusOutcome {}

  /** Not from where the certificate stands now. */
  record NotAllowed(Status present) implements StatusOutcome {}
}
