package org.yongtong.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A legal person, individual business or other organisation as its register holds it. {@code
 * capital} in yuan.
 */
public record Company(
    String creditCode,
    String name,
    String kind,
    String representative,
    String representativeId,
    String address,
    String division,
    @Nullable Long capital,
    LocalDate established,
    String scope,
    String phone,
    String status) {

  @Override
  public String toString() {
    return "Company[" + creditCode + "]";
  }
}
