package org.yongtong.casework.file;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where anyone finds the progress of a case: the address that QR codes on its papers lead to. */
@Component
public class CaseAddress {

  private final String root;

  CaseAddress(@Value("${yongtong.address:http://localhost:${server.port:8080}}") String root) {
    this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
  }

  public String progress(CaseFile file) {
    return root + "/progress?number=" + file.number();
  }
}
