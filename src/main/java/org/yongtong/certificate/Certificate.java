package org.yongtong.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An electronic certificate: facts, not a picture.
 *
 * @param identifier GB/T 36904 identifier {@code
 *     1.2.156.3005.2.<type>.<issuer>.<serial>.<version>.<check>}
 * @param number as printed on its face, e.g. {@code JY14501000000017}
 * @param type e.g. {@code FOOD_BUSINESS_LICENCE}
 * @param holderCode citizen number or unified social credit code
 * @param matter key of the case that brought it
 */
public record Certificate(
    UUID id,
    String identifier,
    String number,
    String type,
    String name,
    String holderName,
    String holderCode,
    String issuer,
    String issuerCode,
    LocalDate issuedOn,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    Status status,
    List<FaceItem> face,
    String matter) {

  public record FaceItem(String label, String value) {}

  /** State codes of GB/T 36903. */
  public enum Status {
    VALID("01", "有效"),
    SUSPENDED("02", "暂扣"),
    WITHDRAWN("03", "撤销"),
    CANCELLED("04", "注销"),
    EXPIRED("05", "失效"),
    REVOKED("07", "吊销");

    private final String code;
    private final String word;

    Status(String code, String word) {
      this.code = code;
      this.word = word;
    }

    public String code() {
      return code;
    }

    public String word() {
      return word;
    }
  }

  @Override
  public String toString() {
    return "Certificate[" + identifier + "]";
  }
}
