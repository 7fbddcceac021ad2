package org.yongtong.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of key files, readable by the owner alone. */
record KeyFolder(Path folder) {

  private static final Logger LOG = LoggerFactory.getLogger(KeyFolder.class);
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** Reads a key file; makes it on first use. */
  byte[] readOrCreate(String name, Supplier<byte[]> content) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        create(file, content.get());
        LOG.warn("已生成新的密钥文件 {}，请立即另行备份：丢失后已加密的数据无法恢复", file);
      }
      return read(name);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  byte[] read(String name) {
    Path file = folder.resolve(name);
    try {
      if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
        LOG.warn("密钥文件 {} 可被他人读取，请执行 chmod 600", file);
      }
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new KeyFailure("无法读取密钥文件 %s。Cannot read the key file.".formatted(file), unreadable);
    }
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  /** Whole or not at all, also when the machine stops in between. */
  private void create(Path file, byte[] content) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path draft =
        Files.createTempFile(
            folder, "new-", ".key", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
