package org.yongtong.platform.file;

/** What came of an upload. */
public sealed interface PutResult {

  /** It is on the disk and in the table, if the transaction it ran in is committed. */
  record Stored(StoredFile file) implements PutResult {}

  /**
   * Nothing was kept.
   *
   * @param message what is wrong and what to do, in Chinese, to stand beside the field
   */
  record Refused(Reason reason, String message) implements PutResult {}

  /** Why a file is not taken. */
  enum Reason {
    EMPTY,
    TOO_BIG,
    /** The first bytes are those of no allowed type, whatever its name says. */
    WRONG_TYPE,
    /** Of the right type, but it cannot be opened to the end, or is larger than can be shown. */
    BROKEN,
    /** Nobody could read it, now or in the archive. */
    ENCRYPTED,
    MALWARE
  }
}
