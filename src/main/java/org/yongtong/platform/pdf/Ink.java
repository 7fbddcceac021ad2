package org.yongtong.platform.pdf;

/** Colours of papers. */
public enum Ink {
  BLACK(0x111111),
  GREY(0x5f6b76),
  LINE(0x8a949e),
  PALE(0xe9edf1),
  WATERMARK(0xe6e6e6),
  RED(0xb3261e),
  BLUE(0x0b4a75),
  GOLD(0xa8873c);

  private final int rgb;

  Ink(int rgb) {
    this.rgb = rgb;
  }

  float red() {
    return (rgb >> 16) / 255f;
  }

  float green() {
    return (rgb >> 8 & 0xff) / 255f;
  }

  float blue() {
    return (rgb & 0xff) / 255f;
  }
}
