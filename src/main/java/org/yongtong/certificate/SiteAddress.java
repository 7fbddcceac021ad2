package org.yongtong.certificate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the public finds this platform: the address that QR codes lead to. */
@Component
class SiteAddress {

  private final String root;

  SiteAddress(@Value("${yongtong.address:http://localhost:${server.port:8080}}") String root) {
    this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
  }

  /** The address at which anyone can verify this certificate. */
  String verify(Certificate certificate) {
    return root
        + "/verify?number="
        + URLEncoder.encode(certificate.identifier(), StandardCharsets.UTF_8);
  }
}
