package org.yongtong.catalogue.importing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways items are written in files. */
enum Format {
  XLSX("Excel 工作簿", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  CSV("CSV 压缩包", ".csv.zip", "application/zip"),
  YAML("YAML 文件", ".yaml", "application/yaml");

  private final String word;
  private final String ending;
  private final String mediaType;

  Format(String word, String ending, String mediaType) {
    this.word = word;
    this.ending = ending;
    this.mediaType = mediaType;
  }

  String word() {
    return word;
  }

  String ending() {
    return ending;
  }

  String mediaType() {
    return mediaType;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Format> ofKey(String key) {
    return Arrays.stream(values()).filter(format -> format.key().equals(key)).findFirst();
  }

  static Optional<Format> ofName(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> name.endsWith(format.ending)).findFirst();
  }
}
