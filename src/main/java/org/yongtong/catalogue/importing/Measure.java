package org.yongtong.catalogue.importing;

/** How much a single import may hold; beyond that it is refused before it can hurt. */
final class Measure {

  /** Bytes of an uploaded file. */
  static final long FILE = 200L << 20;

  /** Bytes of everything inside a packed file, and of its largest part. */
  static final long UNPACKED = 1L << 30;

  static final long PART = 700L << 20;

  /** Bytes of the table of texts of a workbook, which is held in memory. */
  static final long SHARED_TEXTS = 96L << 20;

  /** Parts of a packed file. */
  static final int PARTS = 25_000;

  static final int SHEETS = 60;

  static final int ROWS = 1_048_576;

  static final int COLUMNS = 200;

  /** Characters of one YAML document. */
  static final int DOCUMENT = 1 << 20;

  static final int ITEMS = 120_000;

  /** How many findings are written down; a file with more is mended in rounds. */
  static final int FINDINGS = 2_000;

  private Measure() {}
}
