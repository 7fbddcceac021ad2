package org.yongtong.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.YongtongTest;

@YongtongTest
class FileSweepDbTest {

  private static final Duration LONG_AGO = Duration.ofHours(25);

  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @TempDir Path data;
  private FileStore store;
  private final Set<String> needed = new HashSet<>();

  @BeforeEach
  void anEmptyStore() throws IOException {
    store = new FileStore(data.toString(), List.of(), database, clock);
  }

  @Test
  void contentLeftByARollBackIsRemovedAfterADayAndNotBefore() throws IOException {
    StoredFile file = rolledBack();
    assertThat(store.find(file.hash())).isEmpty();
    assertThat(store.path(file)).exists();
    assertThat(sweep().leftovers()).isZero();
    assertThat(store.path(file)).exists();
    age(file);
    assertThat(sweep().leftovers()).isEqualTo(1);
    assertThat(store.path(file)).doesNotExist();
    assertThat(store.incoming()).isEmptyDirectory();
  }

  @Test
  void whatARowRefersToStaysAndTheRestGoes() throws IOException {
    StoredFile wanted = put("wanted");
    StoredFile unwanted = put("unwanted");
    StoredFile young = put("young");
    needed.add(wanted.hash());
    age(wanted);
    age(unwanted);
    assertThat(sweep().rows()).isGreaterThanOrEqualTo(1);
    assertThat(store.path(wanted)).exists();
    assertThat(store.find(wanted.hash())).isPresent();
    assertThat(store.path(unwanted)).doesNotExist();
    assertThat(store.find(unwanted.hash())).isEmpty();
    assertThat(store.path(young)).exists();
  }

  @Test
  void contentThatComesAgainCountsAsNew() throws IOException {
    StoredFile known = put("again");
    age(known);
    put("again");
    StoredFile left = rolledBack();
    age(left);
    transaction.executeWithoutResult(
        status -> {
          put(store, "rolled back");
          assertThat(sweep().leftovers()).isZero();
        });
    sweep();
    assertThat(store.path(known)).exists();
    assertThat(store.path(left)).exists();
    assertThat(store.find(left.hash())).isPresent();
  }

  @Test
  void everyModuleThatPutsFilesInSaysWhichItNeeds() {
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.yongtong");
    Set<String> putting =
        classes.stream()
            .filter(
                type ->
                    type.getMethodCallsFromSelf().stream()
                        .anyMatch(
                            call ->
                                call.getTargetOwner().isEquivalentTo(FileStore.class)
                                    && call.getName().equals("put")))
            .map(FileSweepDbTest::module)
            .collect(Collectors.toSet());
    Set<String> naming =
        classes.stream()
            .filter(type -> !type.isInterface() && type.isAssignableTo(FileReferences.class))
            .map(FileSweepDbTest::module)
            .collect(Collectors.toSet());
    assertThat(putting).contains("casework");
    assertThat(naming).containsAll(putting);
  }

  private static String module(JavaClass type) {
    return type.getPackageName().replace("org.yongtong.", "").replaceFirst("\\..*", "");
  }

  /** Rows of other tests are left alone. */
  private FileSweep.Swept sweep() {
    FileReferences mine =
        hashes ->
            hashes.stream()
                .filter(hash -> needed.contains(hash) || !Files.exists(store.path(hash)))
                .collect(Collectors.toSet());
    return new FileSweep(store, List.of(mine), database, transaction, clock).run();
  }

  private StoredFile rolledBack() {
    StoredFile file =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              return put(store, "rolled back");
            });
    return java.util.Objects.requireNonNull(file);
  }

  private StoredFile put(String title) {
    return put(store, title);
  }

  private static StoredFile put(FileStore store, String title) {
    try {
      return ((PutResult.Stored)
              store.put(
                  new ByteArrayInputStream(SampleFiles.image("png", title.hashCode() & 0xff)),
                  1 << 20,
                  EnumSet.of(FileType.PNG)))
          .file();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void age(StoredFile file) throws IOException {
    Files.setLastModifiedTime(store.path(file), FileTime.from(clock.instant().minus(LONG_AGO)));
    database
        .sql("UPDATE platform.stored_file SET stored_at = :at WHERE hash = :hash")
        .param("at", OffsetDateTime.now(clock).minus(LONG_AGO))
        .param("hash", file.hash())
        .update();
  }
}
