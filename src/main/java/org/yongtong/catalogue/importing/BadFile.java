package org.yongtong.catalogue.importing;

/** A file cannot be read at all; the message says in Chinese why, and what to do. */
final class BadFile extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Spot spot;

  BadFile(String message) {
    this(Spot.WHOLE, message);
  }

  BadFile(Spot spot, String message) {
    super(message, null, false, false);
    this.spot = spot;
  }

  Finding finding() {
    return new Finding(spot, "", String.valueOf(getMessage()));
  }
}
