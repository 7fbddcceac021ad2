package org.yongtong.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the {@link PackLoader}s at start, before the web server. */
@Component
class PackLoading implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PackLoading.class);
  private static final long LOCK = 0x59544C4F4144L;

  private final List<PackLoader> loaders;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private volatile boolean running;

  PackLoading(
      List<PackLoader> loaders, JdbcClient database, TransactionTemplate transaction, Clock clock) {
    this.loaders =
        loaders.stream()
            .sorted(Comparator.comparingInt(loader -> Modules.IN_ORDER.indexOf(module(loader))))
            .toList();
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void start() {
    for (PackLoader loader : loaders) {
      transaction.executeWithoutResult(ignored -> loadIfChanged(loader));
      loader.ready();
    }
    running = true;
  }

  private void loadIfChanged(PackLoader loader) {
    database
        .sql("SELECT pg_advisory_xact_lock(:lock)")
        .param("lock", LOCK)
        .query(Object.class)
        .optional();
    String name = loader.getClass().getName();
    String hash = hash(loader.files());
    String known =
        database
            .sql("SELECT hash FROM platform.pack_load WHERE loader = :name")
            .param("name", name)
            .query(String.class)
            .optional()
            .orElse("");
    if (known.equals(hash)) {
      return;
    }
    LOG.info("正在载入{}……", loader.what());
    String account = loader.load();
    database
        .sql(
            """
            INSERT INTO platform.pack_load (loader, hash, loaded_at) VALUES (:name, :hash, :at)
            ON CONFLICT (loader) DO UPDATE SET hash = excluded.hash, loaded_at = excluded.loaded_at
            """)
        .param("name", name)
        .param("hash", hash)
        .param("at", OffsetDateTime.now(clock))
        .update();
    LOG.info("已载入{}：{}", loader.what(), account);
  }

  private static String hash(List<Path> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files) {
        digest.update(
            file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String module(PackLoader loader) {
    String inside = loader.getClass().getPackageName().substring("org.yongtong.".length());
    int dot = inside.indexOf('.');
    return dot < 0 ? inside : inside.substring(0, dot);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
