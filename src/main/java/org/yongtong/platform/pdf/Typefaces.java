package org.yongtong.platform.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The typefaces of all papers: one for nearly everything, one for rare characters. Reading them
 * takes a tenth of a second, so a few are kept; they are not safe for two threads at once, so each
 * document borrows its own.
 */
record Typefaces(TrueTypeFont common, TrueTypeFont rare) {

  private static final ArrayBlockingQueue<Typefaces> KEPT = new ArrayBlockingQueue<>(4);

  static Typefaces borrow() throws IOException {
    Typefaces kept = KEPT.poll();
    return kept == null ? read() : kept;
  }

  @SuppressWarnings("ReturnValueIgnored") // when enough are kept, this one may go
  void giveBack() {
    KEPT.offer(this);
  }

  boolean commonHas(int character) throws IOException {
    return common.getUnicodeCmapLookup().getGlyphId(character) > 0;
  }

  boolean rareHas(int character) throws IOException {
    return rare.getUnicodeCmapLookup().getGlyphId(character) > 0;
  }

  private static Typefaces read() throws IOException {
    try (InputStream first = open("wqy-microhei.ttc");
        InputStream second = open("DroidSansFallbackFull.ttf")) {
      TrueTypeFont common =
          Objects.requireNonNull(
              new TrueTypeCollection(first).getFontByName("WenQuanYiMicroHei"), "typeface");
      TrueTypeFont rare = new TTFParser().parse(new RandomAccessReadBuffer(second));
      common.setEnableGsub(false);
      rare.setEnableGsub(false);
      return new Typefaces(common, rare);
    }
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(
        Typefaces.class.getResourceAsStream("/fonts/" + file), "typeface " + file);
  }
}
