package org.yongtong.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yongtong.platform.StartFailure;

/**
 * PostgreSQL 18 from the class path, with its data kept in a folder. Survives a killed application
 * or a killed server.
 */
public final class EmbeddedServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

  private final Path data;
  private final FileChannel inUse;
  private volatile EmbeddedPostgres postgres;
  private volatile boolean closing;

  private EmbeddedServer(Path data, FileChannel inUse, EmbeddedPostgres postgres) {
    this.data = data;
    this.inUse = inUse;
    this.postgres = postgres;
  }

  public static EmbeddedServer start(Path data) {
    try {
      Files.createDirectories(data);
      FileChannel inUse = take(data);
      stopOrphan(data.resolve("postgres").toAbsolutePath());
      var server = new EmbeddedServer(data, inUse, launch(data, 0));
      Thread.ofPlatform().daemon().name("database-watch").start(server::watch);
      return server;
    } catch (IOException | IllegalStateException failure) {
      throw new StartFailure(
          "内置数据库无法启动（数据目录 %s）：%s。日志见 %s/postgres.log。The embedded PostgreSQL did not start."
              .formatted(data, failure.getMessage(), data),
          failure);
    }
  }

  /** One running platform per data folder: a second one would stop the first one's database. */
  private static FileChannel take(Path data) throws IOException {
    FileChannel channel =
        FileChannel.open(
            data.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException sameProcess) {
      LOG.debug("The data folder is taken by this very process", sameProcess);
    }
    channel.close();
    throw new StartFailure(
        "数据目录 %s 正在被另一个运行中的邕通使用：请先停止它，或用 --data 换一个目录。The data folder is in use.".formatted(data),
        new IOException("locked"));
  }

  private static EmbeddedPostgres launch(Path data, int port) throws IOException {
    var log = ProcessBuilder.Redirect.appendTo(data.resolve("postgres.log").toFile());
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data.resolve("postgres").toAbsolutePath())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setLocaleConfig("locale", "C.UTF-8")
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .setServerConfig("jit", "off")
            .setServerConfig("shared_buffers", "128MB")
            .setServerConfig("max_connections", "64")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("log_min_messages", "warning")
            .setServerConfig("timezone", "Asia/Shanghai");
    if (port > 0) {
      builder.setPort(port);
    }
    return builder.start();
  }

  /**
   * A server that was killed is started again on the same port; the connection pool finds it by
   * itself.
   */
  private void watch() {
    while (!closing) {
      try {
        running(data.resolve("postgres").toAbsolutePath()).ifPresent(EmbeddedServer::awaitEnd);
        if (closing) {
          return;
        }
        LOG.error("The database server has stopped unexpectedly; starting it again");
        int port = postgres.getPort();
        postgres.close();
        postgres = relaunch(port);
        LOG.warn("The database server runs again");
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        return;
      } catch (IOException | IllegalStateException failure) {
        LOG.error("The database server could not be started again: {}", failure.getMessage());
        return;
      }
    }
  }

  /** The killed server's children hold its memory for a moment: try for a while. */
  private EmbeddedPostgres relaunch(int port) throws IOException, InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        stopOrphan(data.resolve("postgres").toAbsolutePath());
        return launch(data, port);
      } catch (IOException | IllegalStateException failure) {
        if (tries == 10 || closing) {
          throw failure;
        }
        TimeUnit.SECONDS.sleep(1);
      }
    }
  }

  /**
   * After {@code kill -9} of the application its server may still run; after {@code kill -9} of the
   * server its pid file may still lie there. Either must not stop the next start.
   */
  private static void stopOrphan(Path cluster) throws IOException {
    var server = running(cluster);
    if (server.isPresent()) {
      long pid = server.get().pid();
      LOG.info("Stopping the database server {} left by an earlier run", pid);
      server.get().destroy();
      try {
        server.get().onExit().get(30, TimeUnit.SECONDS);
      } catch (TimeoutException late) {
        server.get().destroyForcibly();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    Files.deleteIfExists(cluster.resolve("postmaster.pid"));
  }

  /** The server that the pid file names, if it is alive and is that server indeed. */
  private static Optional<ProcessHandle> running(Path cluster) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().trim());
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> belongsTo(handle, cluster));
  }

  private static void awaitEnd(ProcessHandle server) {
    server.onExit().join();
  }

  /**
   * Address of a database of the server that is running on this data folder right now, for tools
   * beside the application; null when none is.
   */
  public static @Nullable String runningUrl(Path data, String database) throws IOException {
    Path cluster = data.resolve("postgres").toAbsolutePath();
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return null;
    }
    List<String> lines = Files.readAllLines(pidFile);
    boolean alive =
        lines.size() > 3
            && ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
                .filter(handle -> handle.isAlive() && belongsTo(handle, cluster))
                .isPresent();
    return alive ? "jdbc:postgresql://localhost:" + lines.get(3).trim() + "/" + database : null;
  }

  private static boolean belongsTo(ProcessHandle handle, Path cluster) {
    try {
      String command = Files.readString(Path.of("/proc/" + handle.pid() + "/cmdline"));
      return command.contains("postgres") && command.contains(cluster.toString());
    } catch (IOException unreadable) {
      return handle.info().command().orElse("").contains("postgres");
    }
  }

  int port() {
    return postgres.getPort();
  }

  public String url(String database) {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
  }

  @Override
  public void close() throws IOException {
    closing = true;
    postgres.close();
    inUse.close();
  }
}
