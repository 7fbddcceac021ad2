package org.yongtong.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * What the error page shows.
 *
 * @param safe what became of what was typed; null when nothing was submitted
 * @param number of the request, found again in the log; null where there is nothing to ask about
 */
public record ErrorPage(
    int status,
    String title,
    String what,
    String todo,
    @Nullable String safe,
    @Nullable String number) {

  static ErrorPage of(Fault fault, boolean submitted, String number) {
    return new ErrorPage(
        fault.status(),
        fault.title(),
        fault.what(),
        fault.todo(),
        submitted ? fault.safe() : null,
        fault.numbered() ? number : null);
  }
}
