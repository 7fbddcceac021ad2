package org.yongtong.platform.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure as text for the log without any exception message: messages quote values, and values
 * are people's data. Class names, SQL states and places in the code are enough to find the fault;
 * the whole exception is logged at level DEBUG, for developers.
 */
final class FailureTrace {

  private static final int CAUSES = 5;
  private static final int FRAMES = 12;

  private FailureTrace() {}

  static String of(@Nullable Throwable failure) {
    var text = new StringBuilder();
    Throwable at = failure;
    for (int depth = 0; at != null && depth < CAUSES; depth++, at = at.getCause()) {
      text.append(depth == 0 ? "\n  " : "\n  caused by ").append(at.getClass().getName());
      if (at instanceof SQLException sql) {
        text.append(" (SQL state ").append(sql.getSQLState()).append(')');
      }
      StackTraceElement[] frames = at.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        text.append("\n    at ").append(frames[i]);
      }
    }
    return text.toString();
  }
}
