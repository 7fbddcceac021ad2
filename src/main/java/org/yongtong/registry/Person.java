package org.yongtong.registry;

import java.time.LocalDate;

/**
 * A natural person as the population register holds it. {@code division}: 12-digit code of
 * residence.
 */
public record Person(
    String idNumber,
    String name,
    String sex,
    LocalDate birth,
    String nation,
    String division,
    String address,
    String phone,
    boolean alive) {

  @Override
  public String toString() {
    return "Person[…]";
  }
}
