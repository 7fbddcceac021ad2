package org.yongtong.catalogue.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens packed files, and counts what comes out of them instead of believing what they say. */
final class ZipGuard {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private ZipGuard() {}

  /** The file, with names of parts as Windows or anyone else wrote them. */
  static ZipFile open(Path file) throws BadFile, IOException {
    ZipFile zip;
    try {
      zip = unpacked(file, StandardCharsets.UTF_8);
    } catch (ZipException otherNames) {
      try {
        zip = unpacked(file, GB18030);
      } catch (ZipException broken) {
        throw new BadFile("文件已经损坏，打不开：请重新导出或者重新压缩后再上传");
      }
    }
    if (zip.size() > Measure.PARTS) {
      zip.close();
      throw new BadFile("压缩包里有 %d 个文件，最多 %d 个".formatted(zip.size(), Measure.PARTS));
    }
    return zip;
  }

  private static ZipFile unpacked(Path file, Charset names) throws IOException {
    return new ZipFile(file.toFile(), ZipFile.OPEN_READ, names);
  }

  /** Unpacks everything once, into nothing, to see that it stays within the limits. */
  static void measure(ZipFile zip) throws IOException {
    var counter = new Counter();
    for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
      try (InputStream part = counter.counted(zip, parts.nextElement())) {
        part.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  /** Counts bytes over all parts of a file and breaks off beyond the limits. */
  static final class Counter {
    private long all;

    InputStream counted(ZipFile zip, ZipEntry entry) throws IOException {
      return new BufferedInputStream(new Counted(zip.getInputStream(entry), this), 1 << 16);
    }
  }

  /** The limits of a packed file are passed. */
  static final class Bomb extends IOException {
    private static final long serialVersionUID = 1L;

    Bomb() {
      super("packed file grows beyond its limits");
    }

    static BadFile words() {
      return new BadFile("文件解压后超过 %d MB，可能是压缩炸弹，没有读取：请拆分成几个文件".formatted(Measure.UNPACKED >> 20));
    }
  }

  private static final class Counted extends InputStream {
    private final InputStream in;
    private final Counter counter;
    private long here;

    Counted(InputStream in, Counter counter) {
      this.in = in;
      this.counter = counter;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws IOException {
      here += read;
      counter.all += read;
      if (here > Measure.PART || counter.all > Measure.UNPACKED) {
        throw new Bomb();
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  static boolean has(ZipFile zip, String start, String end) {
    for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
      String name = parts.nextElement().getName();
      if (name.startsWith(start) && name.endsWith(end)) {
        return true;
      }
    }
    return false;
  }
}
