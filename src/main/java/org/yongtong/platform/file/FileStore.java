package org.yongtong.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.platform.file.PutResult.Reason;
import org.yongtong.platform.file.PutResult.Refused;
import org.yongtong.platform.file.PutResult.Stored;

/**
 * Keeps files by their content, each content once, in {@code <data>/files/ab/cd/<sha256>}. A file
 * is there whole or not at all; nothing is left of a failed upload.
 */
@Component
public class FileStore {

  private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);

  private final Path root;
  private final Path incoming;
  private final List<MalwareScan> scans;
  private final JdbcClient database;
  private final Clock clock;

  FileStore(
      @Value("${yongtong.database.data}") String data,
      List<MalwareScan> scans,
      JdbcClient database,
      Clock clock)
      throws IOException {
    this.root = Path.of(data, "files");
    this.incoming = root.resolve("incoming");
    this.scans = scans;
    this.database = database;
    this.clock = clock;
    Files.createDirectories(incoming);
    sweep();
  }

  /** Removes what uploads left that were under way when the machine stopped. */
  private void sweep() throws IOException {
    Instant old = clock.instant().minus(LEFT_BEHIND);
    try (var drafts = Files.newDirectoryStream(incoming)) {
      for (Path draft : drafts) {
        if (Files.getLastModifiedTime(draft).toInstant().isBefore(old)) {
          Files.deleteIfExists(draft);
        }
      }
    }
  }

  /**
   * Takes a file in. Its type is told by its content; name and declared type are never believed.
   * Joins the caller's transaction for the table's row.
   *
   * @param content read to its end, or to the limit; not closed
   * @param max bytes allowed, inclusive
   * @param allowed types the caller takes
   * @throws IOException when the sender breaks off or the disk fails; nothing is kept then
   */
  public PutResult put(InputStream content, long max, Set<FileType> allowed) throws IOException {
    Path draft = Files.createTempFile(incoming, "", ".part");
    try {
      Received received = receive(content, draft, max);
      Optional<Refused> refused = refusal(draft, received, max, allowed);
      if (refused.isPresent()) {
        return refused.get();
      }
      var file =
          new StoredFile(received.hash, received.size, FileType.of(received.head).orElseThrow());
      keep(draft, file);
      return new Stored(file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private record Received(String hash, long size, byte[] head) {}

  private static Received receive(InputStream content, Path draft, long max) throws IOException {
    MessageDigest digest = sha256();
    var head = ByteBuffer.allocate(FileType.HEAD);
    long size = 0;
    try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      var buffer = new byte[64 * 1024];
      for (int read = content.read(buffer); read >= 0 && size <= max; read = content.read(buffer)) {
        size += read;
        digest.update(buffer, 0, read);
        head.put(buffer, 0, Math.min(read, head.remaining()));
        out.write(buffer, 0, read);
      }
      channel.force(true);
    }
    var first = new byte[head.position()];
    head.flip().get(first);
    return new Received(HexFormat.of().formatHex(digest.digest()), size, first);
  }

  private Optional<Refused> refusal(Path draft, Received received, long max, Set<FileType> allowed)
      throws IOException {
    if (received.size == 0) {
      return refused(Reason.EMPTY, "文件是空的，请检查后重新上传");
    }
    if (received.size > max) {
      return refused(Reason.TOO_BIG, "文件超过%s，请压缩或拆分后重新上传".formatted(spoken(max)));
    }
    for (MalwareScan scan : scans) {
      Optional<String> found = scan.find(draft);
      if (found.isPresent()) {
        LOG.warn("Refused an upload: {} in {}", found.get(), received.hash);
        return refused(Reason.MALWARE, "文件含有病毒或恶意代码，未予接收。请用杀毒软件检查您的电脑");
      }
    }
    Optional<FileType> type = FileType.of(received.head).filter(allowed::contains);
    if (type.isEmpty()) {
      return refused(
          Reason.WRONG_TYPE,
          "只接收%s文件；这个文件的内容不是这些格式，改文件名后缀没有用，请另存后上传"
              .formatted(
                  allowed.stream().sorted().map(FileType::name).collect(Collectors.joining("、"))));
    }
    return ContentCheck.problem(draft, type.get());
  }

  private static Optional<Refused> refused(Reason reason, String message) {
    return Optional.of(new Refused(reason, message));
  }

  private static String spoken(long bytes) {
    if (bytes >= 1 << 20) {
      return (bytes >> 20) + " MB";
    }
    return bytes >= 1 << 10 ? (bytes >> 10) + " KB" : bytes + "字节";
  }

  private void keep(Path draft, StoredFile file) throws IOException {
    // the row first: while it is young, or locked by us, the sweep leaves the content alone
    database
        .sql(
            """
            INSERT INTO platform.stored_file (hash, size, media_type, stored_at)
            VALUES (:hash, :size, :type, :at)
            ON CONFLICT (hash) DO UPDATE SET stored_at = excluded.stored_at
            """)
        .param("hash", file.hash())
        .param("size", file.size())
        .param("type", file.type().mediaType())
        .param("at", OffsetDateTime.now(clock))
        .update();
    Path place = path(file);
    if (!keptBefore(place, file)) {
      Files.createDirectories(place.getParent());
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
      try (var directory = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }

  /** Whether the content is there already; then it counts as new from now on. */
  private boolean keptBefore(Path place, StoredFile file) throws IOException {
    try {
      if (Files.size(place) != file.size()) {
        return false;
      }
      Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
      return true;
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** The file with this hash, if it was taken in. */
  public Optional<StoredFile> find(String hash) {
    return database
        .sql("SELECT hash, size, media_type FROM platform.stored_file WHERE hash = :hash")
        .param("hash", hash)
        .query(
            (row, number) ->
                new StoredFile(
                    row.getString("hash"),
                    row.getLong("size"),
                    FileType.ofMediaType(row.getString("media_type"))))
        .optional();
  }

  /**
   * The content, to be closed by the caller.
   *
   * @throws UncheckedIOException when it is no longer on the disk
   */
  public InputStream open(StoredFile file) {
    try {
      return Files.newInputStream(path(file));
    } catch (IOException missing) {
      throw new UncheckedIOException("stored file " + file.hash() + " cannot be read", missing);
    }
  }

  Path root() {
    return root;
  }

  Path incoming() {
    return incoming;
  }

  Path path(StoredFile file) {
    return path(file.hash());
  }

  Path path(String hash) {
    if (!hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no SHA-256");
    }
    return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
