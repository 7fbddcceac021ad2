package org.yongtong.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox gateway received.
 *
 * @param waiting messages not handed over yet, counted up to 100
 * @param failed messages given up, counted up to 100
 */
public record SmsPage(
    List<Line> lines, int waiting, int failed, boolean first, @Nullable String next) {

  /** One message; {@code phone} is masked. */
  public record Line(String phone, String text, String at) {}
}
