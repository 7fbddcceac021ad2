package org.yongtong.catalogue.importing;

/** Is told how far an import has come. */
interface Progress {

  Progress NONE = (stage, done, total) -> {};

  /**
   * @param stage in Chinese
   * @throws Stopped when nobody wants the import any more
   */
  void at(String stage, int done, int total);

  /** The import was cancelled while it was running. */
  final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("import was cancelled", null, false, false);
    }
  }
}
