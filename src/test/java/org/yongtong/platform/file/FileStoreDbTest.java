package org.yongtong.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yongtong.YongtongTest;
import org.yongtong.platform.file.PutResult.Reason;
import org.yongtong.platform.file.PutResult.Refused;
import org.yongtong.platform.file.PutResult.Stored;

@YongtongTest
class FileStoreDbTest {

  private static final long MAX = 20L << 20;
  private static final Set<FileType> ALL = EnumSet.allOf(FileType.class);

  @Autowired JdbcClient database;
  @Autowired Clock clock;
  @TempDir Path data;
  private FileStore store;

  @BeforeEach
  void openAnEmptyStore() throws IOException {
    store = open();
  }

  private FileStore open() throws IOException {
    return new FileStore(data.toString(), List.of(new SignatureScan()), database, clock);
  }

  @AfterEach
  void nothingIsLeftOfAnUpload() {
    assertThat(data.resolve("files/incoming")).isEmptyDirectory();
  }

  @Test
  void keepsEachTypeUnderItsHash() throws IOException, NoSuchAlgorithmException {
    for (FileType type : ALL) {
      byte[] content =
          switch (type) {
            case JPG -> SampleFiles.image("jpg", 11);
            case PNG -> SampleFiles.image("png", 12);
            case PDF -> SampleFiles.pdf("13");
          };
      StoredFile file = stored(content);
      assertThat(file.type()).isEqualTo(type);
      assertThat(file.size()).isEqualTo(content.length);
      assertThat(file.hash())
          .isEqualTo(
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
      assertThat(store.find(file.hash())).contains(file);
      try (InputStream in = store.open(file)) {
        assertThat(in.readAllBytes()).isEqualTo(content);
      }
    }
  }

  @Test
  void theSameFileTwiceIsKeptOnce() throws IOException {
    byte[] content = SampleFiles.image("png", 21);
    StoredFile first = stored(content);
    assertThat(stored(content)).isEqualTo(first);
    assertThat(rows(first.hash())).isEqualTo(1);
    try (var files = Files.walk(data.resolve("files")).filter(Files::isRegularFile)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFileLostFromTheDiskComesBackWithTheNextUpload() throws IOException {
    byte[] content = SampleFiles.image("png", 22);
    StoredFile file = stored(content);
    Files.write(store.path(file), new byte[] {1});
    stored(content);
    assertThat(store.path(file)).hasBinaryContent(content);
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    assertThat(refused(new byte[0]).reason()).isEqualTo(Reason.EMPTY);
  }

  @Test
  void twentyMegabytesAreTakenAndOneByteMoreIsNot() throws IOException {
    byte[] picture = SampleFiles.image("jpg", 31);
    // Telephones append to a picture what its viewer does not read.
    byte[] exact = Arrays.copyOf(picture, (int) MAX);
    assertThat(stored(exact).size()).isEqualTo(MAX);
    Refused refused = refused(Arrays.copyOf(picture, (int) MAX + 1));
    assertThat(refused.reason()).isEqualTo(Reason.TOO_BIG);
    assertThat(refused.message()).contains("20 MB");
  }

  @Test
  void theContentDecidesNotTheName() throws IOException {
    Refused refused = refused("<html><script>alert(1)</script></html>".getBytes(UTF_8));
    assertThat(refused.reason()).isEqualTo(Reason.WRONG_TYPE);
    assertThat(refused.message()).contains("JPG、PNG、PDF");
    assertThat(refused("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8)).reason())
        .isEqualTo(Reason.WRONG_TYPE);
    assertThat(refused(new byte[] {(byte) 0xFF}).reason()).isEqualTo(Reason.WRONG_TYPE);
  }

  @Test
  void aTypeTheCallerDoesNotTakeIsRefused() throws IOException {
    PutResult result =
        store.put(new ByteArrayInputStream(SampleFiles.pdf("41")), MAX, Set.of(FileType.JPG));
    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.WRONG_TYPE));
  }

  @Test
  void aFileOfTwoKindsIsTakenAsTheOneItBeginsWithOrNotAtAll() throws IOException {
    byte[] page = "<html><script>alert(1)</script></html>".getBytes(UTF_8);
    // A web page in front of a PDF, a PDF behind a picture's first bytes.
    assertThat(refused(SampleFiles.joined(page, SampleFiles.pdf("51"))).reason())
        .isEqualTo(Reason.WRONG_TYPE);
    byte[] pngHead = Arrays.copyOf(SampleFiles.image("png", 52), 8);
    assertThat(refused(SampleFiles.joined(pngHead, SampleFiles.pdf("52"))).reason())
        .isEqualTo(Reason.BROKEN);
    assertThat(stored(SampleFiles.joined(SampleFiles.image("jpg", 53), page)).type())
        .isEqualTo(FileType.JPG);
  }

  @Test
  void aFileCutShortIsRefused() throws IOException {
    for (byte[] whole :
        List.of(
            SampleFiles.image("jpg", 61), SampleFiles.image("png", 62), SampleFiles.pdf("63"))) {
      assertThat(refused(SampleFiles.cutShort(whole)).reason()).isEqualTo(Reason.BROKEN);
    }
  }

  @Test
  void aPdfThatOnlyLooksLikeOneIsRefused() throws IOException {
    assertThat(refused("%PDF-1.7 nothing in it %%EOF".getBytes(UTF_8)).reason())
        .isEqualTo(Reason.BROKEN);
  }

  @Test
  void aPictureOfMoreThanAHundredMegapixelsIsRefusedUnread() throws IOException {
    Refused refused = refused(SampleFiles.hugePng(10_001));
    assertThat(refused.reason()).isEqualTo(Reason.BROKEN);
    assertThat(refused.message()).contains("1亿像素");
  }

  @Test
  void aProtectedPdfIsRefusedWithTheWayOut() throws IOException {
    for (String password : List.of("secret", "")) {
      Refused refused = refused(SampleFiles.lockedPdf(password));
      assertThat(refused.reason()).isEqualTo(Reason.ENCRYPTED);
      assertThat(refused.message()).contains("取消保护");
    }
  }

  @Test
  void theTestVirusIsFoundWhereverItHides() throws IOException {
    assertThat(refused(SampleFiles.EICAR).reason()).isEqualTo(Reason.MALWARE);
    // across the border of two chunks of the scan
    byte[] padded = Arrays.copyOf(SampleFiles.image("jpg", 71), (1 << 20) - 20);
    assertThat(refused(SampleFiles.joined(padded, SampleFiles.EICAR)).reason())
        .isEqualTo(Reason.MALWARE);
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    byte[] begin = SampleFiles.image("jpg", 81);
    assertThatThrownBy(
            () ->
                store.put(
                    new SequenceInputStream(new ByteArrayInputStream(begin), broken), MAX, ALL))
        .isInstanceOf(IOException.class);
    try (var files = Files.walk(data.resolve("files")).filter(Files::isRegularFile)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void whatACrashLeftBehindIsSweptADayLater() throws IOException {
    Path old = Files.createFile(data.resolve("files/incoming/old.part"));
    Path young = Files.createFile(data.resolve("files/incoming/young.part"));
    Files.setLastModifiedTime(old, FileTime.from(clock.instant().minus(Duration.ofHours(25))));
    open();
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    Files.delete(young);
  }

  @Test
  void anInventedHashLeadsNowhere() {
    assertThat(store.find("../../etc/passwd")).isEmpty();
    assertThatThrownBy(() -> store.path(new StoredFile("../../etc/passwd", 1, FileType.PDF)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private StoredFile stored(byte[] content) throws IOException {
    PutResult result = store.put(new ByteArrayInputStream(content), MAX, ALL);
    assertThat(result).isInstanceOf(Stored.class);
    return ((Stored) result).file();
  }

  private Refused refused(byte[] content) throws IOException {
    PutResult result = store.put(new ByteArrayInputStream(content), MAX, ALL);
    assertThat(result).isInstanceOf(Refused.class);
    return (Refused) result;
  }

  private int rows(String hash) {
    return database
        .sql("SELECT count(*) FROM platform.stored_file WHERE hash = :hash")
        .param("hash", hash)
        .query(Integer.class)
        .single();
  }
}
