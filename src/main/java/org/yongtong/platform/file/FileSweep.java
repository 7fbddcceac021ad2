package org.yongtong.platform.file;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes files that nobody needs: content whose row was rolled back, and rows to which nothing
 * refers any more. Only what is older than a day, so that nothing under way is touched.
 */
@Component
class FileSweep {

  private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
  private static final Duration YOUNG = Duration.ofDays(1);
  private static final int BATCH = 500;

  private final FileStore store;
  private final List<FileReferences> references;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FileSweep(
      FileStore store,
      List<FileReferences> references,
      JdbcClient database,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.references = references;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @param rows files that were known and needed by nobody
   * @param leftovers contents without a row
   */
  record Swept(int rows, int leftovers) {}

  Swept run() {
    Instant old = clock.instant().minus(YOUNG);
    int rows = unreferenced(old);
    int leftovers = leftovers(old);
    if (rows + leftovers > 0) {
      LOG.info(
          "Removed {} files that nothing refers to and {} left by roll-backs", rows, leftovers);
    }
    return new Swept(rows, leftovers);
  }

  private int unreferenced(Instant old) {
    int removed = 0;
    String after = "";
    while (true) {
      List<String> some =
          database
              .sql(
                  "SELECT hash FROM platform.stored_file WHERE hash > :after AND stored_at < :old"
                      + " ORDER BY hash LIMIT :batch")
              .param("after", after)
              .param("old", old.atOffset(ZoneOffset.UTC))
              .param("batch", BATCH)
              .query(String.class)
              .list();
      if (some.isEmpty()) {
        return removed;
      }
      after = some.getLast();
      Set<String> free = new HashSet<>(some);
      references.forEach(one -> free.removeAll(one.among(some)));
      for (String hash : free) {
        Integer done = transaction.execute(status -> forget(hash, old));
        removed += done == null ? 0 : done;
      }
    }
  }

  /** An upload of the same content meanwhile has made the row young again: then it stays. */
  private int forget(String hash, Instant old) {
    int rows =
        database
            .sql("DELETE FROM platform.stored_file WHERE hash = :hash AND stored_at < :old")
            .param("hash", hash)
            .param("old", OffsetDateTime.ofInstant(old, ZoneOffset.UTC))
            .update();
    if (rows == 1) {
      try {
        Files.deleteIfExists(store.path(hash));
      } catch (IOException stuck) {
        throw new UncheckedIOException(stuck);
      }
    }
    return rows;
  }

  private int leftovers(Instant old) {
    int removed = 0;
    try (Stream<Path> all = Files.walk(store.root(), 3)) {
      List<Path> batch = new ArrayList<>();
      for (Path file :
          (Iterable<Path>)
              all.filter(path -> path.getFileName().toString().matches("[0-9a-f]{64}"))::iterator) {
        batch.add(file);
        if (batch.size() == BATCH) {
          removed += withoutRow(batch, old);
          batch.clear();
        }
      }
      return removed + withoutRow(batch, old);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private int withoutRow(List<Path> files, Instant old) throws IOException {
    List<Path> aged = new ArrayList<>();
    for (Path file : files) {
      if (aged(file, old)) {
        aged.add(file);
      }
    }
    Set<String> known = known(aged);
    int removed = 0;
    for (Path file : aged) {
      if (!known.contains(name(file)) && take(file, old)) {
        removed++;
      }
    }
    return removed;
  }

  /**
   * Taken aside first: an upload of the same content that has met it meanwhile has made it young,
   * or does not find it and brings its own.
   */
  private boolean take(Path file, Instant old) throws IOException {
    Path aside = store.incoming().resolve(name(file) + ".swept");
    Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    if (!aged(aside, old) || !known(List.of(file)).isEmpty()) {
      if (!Files.exists(file)) {
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        return false;
      }
    }
    Files.deleteIfExists(aside);
    return true;
  }

  private static boolean aged(Path file, Instant old) throws IOException {
    return Files.isRegularFile(file) && Files.getLastModifiedTime(file).toInstant().isBefore(old);
  }

  private Set<String> known(List<Path> files) {
    return files.isEmpty()
        ? Set.of()
        : Set.copyOf(
            database
                .sql("SELECT hash FROM platform.stored_file WHERE hash = ANY (:hashes)")
                .param("hashes", files.stream().map(FileSweep::name).toArray(String[]::new))
                .query(String.class)
                .list());
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  @Configuration(proxyBeanMethods = false)
  static class Job {
    @Bean
    RecurringTask<Void> sweepFiles(FileSweep sweep) {
      return Tasks.recurring(
              "platform-file-sweep",
              Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(3, 40)))
          .execute((instance, context) -> sweep.run());
    }
  }
}
