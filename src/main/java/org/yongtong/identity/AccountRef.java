package org.yongtong.identity;

import java.util.UUID;

/**
 * An account, as other modules may know it.
 *
 * @param name full name; mask it wherever others than the owner and the case handlers look
 */
public record AccountRef(UUID id, AccountKind kind, String name) {

  /** Never prints personal data. */
  @Override
  public String toString() {
    return "AccountRef[" + id + ", " + kind + "]";
  }
}
