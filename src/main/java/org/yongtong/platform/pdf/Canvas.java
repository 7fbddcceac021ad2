// long: measuring and drawing share the same state of the page
package org.yongtong.platform.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PDF being drawn, page after page. All lengths are points (1/72 inch), x from the left and y
 * from the top edge; the y of a text is its base line. The same calls give the same bytes.
 */
public final class Canvas implements AutoCloseable {

  /** Points of one millimetre. */
  public static final float MM = 72 / 25.4f;

  private static final Logger LOG = LoggerFactory.getLogger(Canvas.class);
  private static final int MISSING = '〓';

  private final PDDocument document = new PDDocument();
  private final Typefaces faces;
  private final PDFont common;
  private @Nullable PDFont rare;
  private @Nullable PDPageContentStream pen;
  private float height;
  private int missing;

  /**
   * @param title told by the reader's window and to people who have the paper read out
   */
  public Canvas(String title) {
    try {
      faces = Typefaces.borrow();
      common = PDType0Font.load(document, faces.common(), true);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    // without a given number the file's id would come from the clock
    document.setDocumentId((long) title.hashCode());
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setProducer("Yongtong");
    var catalogue = document.getDocumentCatalog();
    catalogue.setLanguage("zh-CN");
    var preferences = new PDViewerPreferences(catalogue.getCOSObject());
    preferences.setDisplayDocTitle(true);
    catalogue.setViewerPreferences(preferences);
  }

  /** Begins a page of this size. */
  public Canvas page(float pageWidth, float pageHeight) {
    return draw(
        () -> {
          if (pen != null) {
            pen.close();
          }
          var page = new PDPage(new PDRectangle(pageWidth, pageHeight));
          document.addPage(page);
          pen = new PDPageContentStream(document, page);
          height = pageHeight;
        });
  }

  public Canvas text(String text, double x, double y, double size, Ink ink) {
    return text(text, x, y, size, ink, false, 0);
  }

  /** Text in a heavier stroke. */
  public Canvas bold(String text, double x, double y, double size, Ink ink) {
    return text(text, x, y, size, ink, true, 0);
  }

  /** Text around a vertical axis. */
  public Canvas centred(String text, double axis, double y, double size, Ink ink, boolean bold) {
    return text(text, axis - width(text, size) / 2, y, size, ink, bold, 0);
  }

  /** A bold title around a vertical axis with room between its characters. */
  public Canvas title(String text, double axis, double y, double size, Ink ink, double spacing) {
    double width = width(text, size) + spacing * (text.codePointCount(0, text.length()) - 1);
    return text(text, axis - width / 2, y, size, ink, true, spacing);
  }

  /** Text that ends at x. */
  public Canvas right(String text, double x, double y, double size, Ink ink) {
    return text(text, x - width(text, size), y, size, ink, false, 0);
  }

  /** {@code spacing} is added behind each character. */
  Canvas text(String text, double x, double y, double size, Ink ink, boolean bold, double spacing) {
    return draw(
        () -> {
          var to = pen();
          colour(to, ink);
          to.beginText();
          to.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
          to.setLineWidth((float) size / 36);
          to.setCharacterSpacing((float) spacing);
          to.newLineAtOffset((float) x, height - (float) y);
          show(to, text, size);
          to.endText();
        });
  }

  /** Width of a text. */
  public double width(String text, double size) {
    try {
      double units = 0;
      for (int character : printable(text)) {
        if (faces.commonHas(character)) {
          units += common.getStringWidth(Character.toString(character));
        } else {
          units += faces.rareHas(character) ? 1000 : common.getStringWidth("〓");
        }
      }
      return units * size / 1000;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The lines of a text that may be so wide; a new line in the text is one on paper. */
  public List<String> lines(String text, double size, double width) {
    var breaking = new LineBreaking(piece -> width(piece, size));
    return text.lines().flatMap(each -> breaking.lines(each, width, 0).stream()).toList();
  }

  public Canvas rule(double x1, double y1, double x2, double y2, double thickness, Ink ink) {
    return draw(
        () -> {
          var to = pen();
          colour(to, ink);
          to.setLineWidth((float) thickness);
          to.moveTo((float) x1, height - (float) y1);
          to.lineTo((float) x2, height - (float) y2);
          to.stroke();
        });
  }

  /** A frame; x and y are its upper left corner. */
  public Canvas frame(double x, double y, double wide, double high, double thickness, Ink ink) {
    return draw(
        () -> {
          var to = pen();
          colour(to, ink);
          to.setLineWidth((float) thickness);
          to.addRect((float) x, height - (float) (y + high), (float) wide, (float) high);
          to.stroke();
        });
  }

  public Canvas filled(double x, double y, double wide, double high, Ink ink) {
    return draw(
        () -> {
          var to = pen();
          colour(to, ink);
          to.addRect((float) x, height - (float) (y + high), (float) wide, (float) high);
          to.fill();
        });
  }

  /** A QR code with its quiet zone inside this square. */
  public Canvas qr(String text, double x, double y, double side) {
    return draw(
        () -> {
          var to = pen();
          Qr.Drawing drawing = Qr.drawing(text);
          double module = side / drawing.side();
          to.setNonStrokingColor(1f, 1f, 1f);
          to.addRect((float) x, height - (float) (y + side), (float) side, (float) side);
          to.fill();
          colour(to, Ink.BLACK);
          for (Qr.Bar bar : drawing.bars()) {
            to.addRect(
                (float) (x + bar.x() * module),
                height - (float) (y + (bar.y() + 1) * module),
                (float) (bar.length() * module),
                (float) module);
          }
          to.fill();
        });
  }

  /** A pale word across the page; call it before anything else on the page. */
  public Canvas watermark(String word, double pageWidth, double size) {
    return draw(
        () -> {
          var to = pen();
          to.beginMarkedContent(COSName.ARTIFACT);
          colour(to, Ink.WATERMARK);
          to.beginText();
          to.setRenderingMode(RenderingMode.FILL);
          double angle = Math.toRadians(30);
          double half = width(word, size) / 2;
          to.setTextMatrix(
              Matrix.getRotateInstance(
                  angle,
                  (float) (pageWidth / 2 - half * Math.cos(angle) + size / 3 * Math.sin(angle)),
                  (float) (height / 2 - half * Math.sin(angle) - size / 3 * Math.cos(angle))));
          show(to, word, size);
          to.endText();
          to.endMarkedContent();
        });
  }

  /** Ends the last page and gives the file. */
  public byte[] bytes() {
    var out = new ByteArrayOutputStream();
    draw(
        () -> {
          pen().close();
          document.save(out);
        });
    if (missing > 0) {
      LOG.warn("{} characters on a paper are in no typeface and stand as 〓", missing);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    draw(document::close);
    faces.giveBack();
  }

  /** Shows a text in the typefaces that have its characters. */
  private void show(PDPageContentStream to, String text, double size) throws IOException {
    var run = new StringBuilder();
    PDFont font = common;
    for (int character : printable(text)) {
      PDFont own = common;
      int shown = character;
      if (!faces.commonHas(character)) {
        if (faces.rareHas(character)) {
          own = rare();
        } else {
          shown = MISSING;
          missing++;
        }
      }
      if (own != font && !run.isEmpty()) {
        to.setFont(font, (float) size);
        to.showText(run.toString());
        run.setLength(0);
      }
      font = own;
      run.appendCodePoint(shown);
    }
    if (!run.isEmpty()) {
      to.setFont(font, (float) size);
      to.showText(run.toString());
    }
  }

  private PDFont rare() throws IOException {
    if (rare == null) {
      rare = PDType0Font.load(document, faces.rare(), true);
    }
    return rare;
  }

  private static int[] printable(String text) {
    return text.codePoints().map(each -> Character.isISOControl(each) ? ' ' : each).toArray();
  }

  private static void colour(PDPageContentStream to, Ink ink) throws IOException {
    to.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
    to.setStrokingColor(ink.red(), ink.green(), ink.blue());
  }

  private PDPageContentStream pen() {
    if (pen == null) {
      throw new IllegalStateException("no page has been begun");
    }
    return pen;
  }

  private Canvas draw(Strokes strokes) {
    try {
      strokes.draw();
      return this;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @FunctionalInterface
  private interface Strokes {
    void draw() throws IOException;
  }
}
