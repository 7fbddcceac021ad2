package org.yongtong.platform.file;

import java.nio.charset.StandardCharsets;

/**
 * A name that may stand in a response header and on anybody's disk: no folders, no control or
 * direction characters, the ending that the content has.
 */
record DownloadName(String value) {

  private static final int LONGEST = 100;
  private static final String PLAIN = "!#$&+-.^_`|~";

  static DownloadName of(String given, FileType type) {
    String name =
        given
            .substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*;%]", "")
            .strip()
            .replaceFirst("^\\.+", "");
    if (name.isBlank()) {
      name = "文件";
    }
    String ending = type.extension();
    if (type.fits(name)) {
      ending = name.substring(name.lastIndexOf('.'));
      name = name.substring(0, name.lastIndexOf('.'));
    }
    int characters = name.codePointCount(0, name.length());
    return new DownloadName(
        name.substring(0, name.offsetByCodePoints(0, Math.min(LONGEST, characters))) + ending);
  }

  /** Both ways of RFC 6266: plain ASCII for old programs, RFC 5987 for all others. */
  String disposition(boolean inline) {
    String ascii = value.replaceAll("[^\\x20-\\x7e]|[\\\\\"]", "_");
    var encoded = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return "%s; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(inline ? "inline" : "attachment", ascii, encoded);
  }
}
