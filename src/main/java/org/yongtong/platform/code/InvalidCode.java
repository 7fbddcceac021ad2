package org.yongtong.platform.code;

import org.jspecify.annotations.Nullable;

/**
 * A text is not the code it is taken for. The message says in Chinese what is wrong and never
 * repeats the text, so it may be shown and logged.
 */
public final class InvalidCode extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  InvalidCode(String problem) {
    super(problem);
  }

  static void refuse(@Nullable String problem) {
    if (problem != null) {
      throw new InvalidCode(problem);
    }
  }
}
