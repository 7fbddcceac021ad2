package org.yongtong.platform.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.yongtong.platform.file.PutResult.Reason;
import org.yongtong.platform.file.PutResult.Refused;

/** Opens a file to its end, as a viewer would, to find what nobody could read later. */
final class ContentCheck {

  static final long MOST_PIXELS = 100_000_000;
  private static final int THUMBNAIL = 64;
  private static final int PDF_TAIL = 2048;

  private ContentCheck() {}

  /** Empty when the content is sound. */
  static Optional<Refused> problem(Path file, FileType type) throws IOException {
    return switch (type) {
      case JPG -> image(file, "jpeg");
      case PNG -> image(file, "png");
      case PDF -> pdf(file);
    };
  }

  private static Optional<Refused> image(Path file, String format) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (var in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        return broken("图片过大（%d×%d像素，超过1亿像素），请缩小后重新上传".formatted(width, height));
      }
      return decodes(reader, width, height) ? Optional.empty() : broken("图片不完整，无法打开，请重新拍摄或扫描后上传");
    } catch (IOException | RuntimeException undecodable) {
      // The decoders of the JDK answer damaged input with many kinds of RuntimeException.
      return broken("图片已损坏，无法打开，请重新拍摄或扫描后上传");
    } finally {
      reader.dispose();
    }
  }

  /** Decodes all of the image but keeps only a thumbnail, so that memory stays small. */
  private static boolean decodes(ImageReader reader, int width, int height) throws IOException {
    var cut = new AtomicBoolean();
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          // The JPEG decoder fills the missing part with grey and only warns.
          String text = warning.toLowerCase(Locale.ROOT);
          if (text.contains("truncated") || text.contains("premature")) {
            cut.set(true);
          }
        });
    ImageReadParam parameters = reader.getDefaultReadParam();
    parameters.setSourceSubsampling(
        Math.max(1, width / THUMBNAIL), Math.max(1, height / THUMBNAIL), 0, 0);
    if (reader.canReadRaster()) {
      // Without colour conversion: scanners make CMYK images, which cannot be converted here.
      reader.readRaster(0, parameters);
    } else {
      reader.read(0, parameters);
    }
    return !cut.get();
  }

  private static Optional<Refused> pdf(Path file) throws IOException {
    if (!tail(file).contains("%%EOF")) {
      return broken("PDF文件不完整，请重新生成后上传");
    }
    // PDFBox reads the structure only; it runs no script and follows no link.
    try (PDDocument document =
        Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
      if (document.isEncrypted()) {
        return encrypted();
      }
      return document.getNumberOfPages() > 0 ? Optional.empty() : broken("PDF文件中没有页面，请检查后重新上传");
    } catch (InvalidPasswordException locked) {
      return encrypted();
    } catch (IOException | RuntimeException unreadable) {
      return broken("PDF文件已损坏，无法打开，请重新生成后上传");
    }
  }

  private static String tail(Path file) throws IOException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      var bytes = new byte[(int) Math.min(PDF_TAIL, in.length())];
      in.seek(in.length() - bytes.length);
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static Optional<Refused> broken(String message) {
    return Optional.of(new Refused(Reason.BROKEN, message));
  }

  private static Optional<Refused> encrypted() {
    return Optional.of(new Refused(Reason.ENCRYPTED, "PDF文件设有密码或权限保护，请取消保护后重新上传"));
  }
}
