package org.yongtong.platform;

import java.util.Locale;
import org.springframework.boot.web.server.PortInUseException;

/** A failure to start that a person can mend: said in one line, without a stack trace. */
public final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartFailure(String message) {
    super(message);
  }

  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Prints what to do about {@code failure} and ends the process with exit code 1; a failure that
   * it does not know is thrown on.
   */
  public static void explain(RuntimeException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof StartFailure) {
        stop(String.valueOf(t.getMessage()));
      }
      if (t instanceof PortInUseException taken) {
        stop(
            "端口 %d 已被占用：请停止占用它的程序，或换一个端口，例如 bin/run --port %d。Port %d is taken."
                .formatted(taken.getPort(), taken.getPort() + 1, taken.getPort()));
      }
      String message = t.getMessage() == null ? "" : t.getMessage().toLowerCase(Locale.ROOT);
      if (message.contains("no space left on device")) {
        stop("磁盘空间不足：请清理磁盘后重新启动。No space left on the disk.");
      }
    }
    throw failure;
  }

  private static void stop(String message) {
    System.err.println(message);
    System.exit(1);
  }
}
