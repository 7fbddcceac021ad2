package org.yongtong.catalogue.importing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows and documents of an import while it is worked on, in a file that goes away with it: a city's
 * catalogue is larger than the memory one import may have.
 */
final class RowStore implements Closeable {

  private static final int BUFFER = 1 << 20;

  private final FileChannel file;
  private ByteBuffer waiting = ByteBuffer.allocate(BUFFER);
  private long written;

  RowStore() {
    try {
      file =
          FileChannel.open(
              Files.createTempFile("yongtong-import", ".rows"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /**
   * @return where it can be read again
   */
  long add(byte[] bytes) throws IOException {
    long at = written + waiting.position();
    if (waiting.remaining() < bytes.length + Integer.BYTES) {
      flush();
      if (bytes.length + Integer.BYTES > waiting.capacity()) {
        waiting = ByteBuffer.allocate(bytes.length + Integer.BYTES);
      }
    }
    waiting.putInt(bytes.length).put(bytes);
    return at;
  }

  private void flush() throws IOException {
    waiting.flip();
    while (waiting.hasRemaining()) {
      written += file.write(waiting, written);
    }
    waiting.clear();
  }

  byte[] get(long at) throws IOException {
    if (at + Integer.BYTES > written) {
      flush();
    }
    var head = ByteBuffer.allocate(Integer.BYTES);
    fill(head, at);
    var bytes = ByteBuffer.allocate(head.flip().getInt());
    fill(bytes, at + Integer.BYTES);
    return bytes.array();
  }

  private void fill(ByteBuffer bytes, long at) throws IOException {
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        throw new IOException("row store is cut off");
      }
    }
  }

  long add(Row row) throws IOException {
    var bytes = new ByteArrayOutputStream(512);
    var out = new DataOutputStream(bytes);
    out.writeInt(row.line);
    out.writeShort(row.values.size());
    for (Object value : row.values) {
      write(out, value);
    }
    return add(bytes.toByteArray());
  }

  Row row(long at) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(get(at)));
    int line = in.readInt();
    int size = in.readShort();
    var values = new ArrayList<@Nullable Object>(size);
    for (int i = 0; i < size; i++) {
      values.add(read(in));
    }
    return new Row(line, values);
  }

  private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeByte(0);
      case String text -> {
        out.writeByte(1);
        text(out, text);
      }
      case Integer number -> {
        out.writeByte(2);
        out.writeInt(number);
      }
      case Boolean flag -> out.writeByte(flag ? 3 : 4);
      case List<?> list -> {
        out.writeByte(5);
        out.writeInt(list.size());
        for (Object each : list) {
          text(out, String.valueOf(each));
        }
      }
      default -> throw new IllegalArgumentException("no value of a cell: " + value.getClass());
    }
  }

  private static @Nullable Object read(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 0 -> null;
      case 1 -> text(in);
      case 2 -> in.readInt();
      case 3 -> Boolean.TRUE;
      case 4 -> Boolean.FALSE;
      default -> {
        int size = in.readInt();
        var list = new ArrayList<String>(size);
        for (int i = 0; i < size; i++) {
          list.add(text(in));
        }
        yield list;
      }
    };
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Values in the order of the sheet's elements. */
  record Row(int line, List<@Nullable Object> values) {}

  @Override
  public void close() throws IOException {
    file.close();
  }
}
