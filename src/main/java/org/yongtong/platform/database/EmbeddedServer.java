package org.yongtong.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

  private final EmbeddedPostgres postgres;

  private EmbeddedServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  public static EmbeddedServer start(Path data) {
    Path cluster = data.resolve("postgres").toAbsolutePath();
    try {
      Files.createDirectories(data);
      stopOrphan(cluster);
      Path log = data.resolve("postgres.log");
      var builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(cluster)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setLocaleConfig("locale", "C.UTF-8")
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setServerConfig("jit", "off")
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("max_connections", "64")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("log_min_messages", "warning")
              .setServerConfig("timezone", "Asia/Shanghai");
      return new EmbeddedServer(builder.start());
    } catch (IOException | IllegalStateException failure) {
      throw new StartFailure(
          "内置数据库无法启动（数据目录 %s）：%s。日志见 %s/postgres.log。The embedded PostgreSQL did not start."
              .formatted(data, failure.getMessage(), data),
          failure);
    }
  }

  /**
   * After {@code kill -9} of the application its server may still run; after {@code kill -9} of the
   * server its pid file may still lie there. Either must not stop the next start.
   */
  private static void stopOrphan(Path cluster) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().trim());
    var server =
        ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(handle -> belongsTo(handle, cluster));
    if (server.isPresent()) {
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
    Files.deleteIfExists(pidFile);
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
    postgres.close();
  }
}
