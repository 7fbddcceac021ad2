package org.yongtong.certificate;

import java.util.Collection;
import java.util.Set;

/** Says of which matters the certificate is issued and must not be handed over yet. */
public interface HeldBack {

  /**
   * @param matters as of {@link IssueCertificate}
   * @return those of them that wait
   */
  Set<String> among(Collection<String> matters);
}
