package org.yongtong.casework.desk;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yongtong.platform.file.FileStore;
import org.yongtong.platform.file.StoredFile;

/**
 * Pages of a PDF that was handed in, as pictures: they are seen in every browser, on a phone too,
 * and nothing inside the file can act.
 */
@Component
class PdfPages {

  private static final Logger LOG = LoggerFactory.getLogger(PdfPages.class);

  /** Longer side of the picture, in pixels. */
  private static final float LONGEST = 1600;

  /** Drawing is heavy: so many at once, the others wait. */
  private final Semaphore drawing = new Semaphore(2);

  private final FileStore store;

  PdfPages(FileStore store) {
    this.store = store;
  }

  /** How many pages there are; 0 when the file cannot be read. */
  int count(StoredFile file) {
    try (InputStream content = store.open(file);
        PDDocument document = Loader.loadPDF(content.readAllBytes())) {
      return document.getNumberOfPages();
    } catch (IOException unreadable) {
      LOG.warn("No pages of {}: {}", file.hash(), unreadable.getClass().getSimpleName());
      return 0;
    }
  }

  /**
   * A page as PNG.
   *
   * @param page from 1
   * @return empty when there is no such page or it cannot be drawn
   */
  Optional<byte[]> png(StoredFile file, int page) {
    drawing.acquireUninterruptibly();
    try (InputStream content = store.open(file);
        PDDocument document = Loader.loadPDF(content.readAllBytes())) {
      if (page < 1 || page > document.getNumberOfPages()) {
        return Optional.empty();
      }
      PDRectangle box = document.getPage(page - 1).getCropBox();
      float scale = LONGEST / Math.max(1, Math.max(box.getWidth(), box.getHeight()));
      BufferedImage picture = new PDFRenderer(document).renderImage(page - 1, scale, ImageType.RGB);
      var out = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", out);
      return Optional.of(out.toByteArray());
    } catch (IOException undrawable) {
      LOG.warn("Page not drawn of {}: {}", file.hash(), undrawable.getClass().getSimpleName());
      return Optional.empty();
    } finally {
      drawing.release();
    }
  }
}
