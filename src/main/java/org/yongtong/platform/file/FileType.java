package org.yongtong.platform.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of file people may hand in, told by their first bytes alone. */
public enum FileType {
  JPG("image/jpeg", Set.of("jpg", "jpeg"), HexFormat.of().parseHex("ffd8ff")),
  PNG("image/png", Set.of("png"), HexFormat.of().parseHex("89504e470d0a1a0a")),
  PDF("application/pdf", Set.of("pdf"), "%PDF-".getBytes(StandardCharsets.US_ASCII));

  /** How many first bytes are needed to tell. */
  static final int HEAD = 16;

  private final String mediaType;
  private final Set<String> extensions;
  private final byte[] magic;

  FileType(String mediaType, Set<String> extensions, byte[] magic) {
    this.mediaType = mediaType;
    this.extensions = extensions;
    this.magic = magic;
  }

  static Optional<FileType> of(byte[] head) {
    return Arrays.stream(values())
        .filter(
            type ->
                head.length >= type.magic.length
                    && Arrays.equals(type.magic, Arrays.copyOf(head, type.magic.length)))
        .findFirst();
  }

  static FileType ofMediaType(String mediaType) {
    return Arrays.stream(values())
        .filter(type -> type.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("unknown media type " + mediaType));
  }

  public String mediaType() {
    return mediaType;
  }

  /** With dot, e.g. {@code .pdf}. */
  public String extension() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  boolean fits(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 && extensions.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
