package org.yongtong.platform.crypto;

import org.jspecify.annotations.Nullable;

/**
 * A key is missing, unreadable or not the one that something was encrypted with. The message says
 * what to do; it holds nothing secret.
 */
public final class KeyFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyFailure(String message) {
    super(message);
  }

  KeyFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
