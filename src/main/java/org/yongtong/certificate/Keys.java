package org.yongtong.certificate;

import java.util.Optional;
import java.util.UUID;

/** Keys in addresses and forms. */
final class Keys {

  private Keys() {}

  /** The key in a text, if it is one. */
  static Optional<UUID> parse(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
