package org.yongtong.journal;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.yongtong.platform.database.EmbeddedServer;

/** The operator's command {@code bin/yt journal}: works without the application. */
final class JournalTool {

  static final int INTACT = 0;
  static final int ERROR = 1;
  static final int FINDINGS = 2;
  private static final String USAGE =
      """
      用法 Usage:
        bin/yt journal export FILE [--data DIR | --db jdbc:postgresql://…]   导出全程留痕 write a dump
        bin/yt journal verify FILE [--head HASH]                            离线核验 check a dump offline
      --db 的用户和密码取自环境变量 YONGTONG_DATABASE_USER、YONGTONG_DATABASE_PASSWORD。
      退出码 exit code: 0 完好 intact, 2 发现改动 findings, 1 出错 error\
      """;

  private final PrintStream out;
  private final Clock clock;

  JournalTool(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  public static void main(String[] args) {
    var out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(new JournalTool(out, Clock.systemUTC()).run(List.of(args)));
  }

  /** Runs the command line and answers its exit code. */
  int run(List<String> arguments) {
    if (arguments.size() < 2 || arguments.size() % 2 != 0) {
      out.println(USAGE);
      return ERROR;
    }
    Path file = Path.of(arguments.get(1));
    try {
      return switch (arguments.getFirst()) {
        case "export" -> export(file, option(arguments, "--db"), option(arguments, "--data"));
        case "verify" -> verify(file, option(arguments, "--head"));
        default -> {
          out.println(USAGE);
          yield ERROR;
        }
      };
    } catch (IOException | SQLException | RuntimeException failure) {
      out.println("出错 Error: " + failure.getMessage());
      return ERROR;
    }
  }

  private int verify(Path file, @Nullable String head) throws IOException {
    try (var in = new FileInputStream(file.toFile())) {
      Verdict verdict = Dump.verify(in, head);
      out.println(verdict.sentence());
      out.println("链头 head: " + verdict.head());
      out.println("签名密钥 keys: " + String.join(", ", verdict.keys()));
      for (Finding finding : verdict.findings()) {
        out.println(
            finding.fault()
                + "\t"
                + (finding.position() == null ? "-" : finding.position())
                + "\t"
                + finding.sentence());
      }
      return verdict.intact() ? INTACT : FINDINGS;
    }
  }

  private int export(Path file, @Nullable String url, @Nullable String data)
      throws IOException, SQLException {
    if (url != null) {
      return export(
          file,
          url,
          System.getenv("YONGTONG_DATABASE_USER"),
          System.getenv("YONGTONG_DATABASE_PASSWORD"));
    }
    Path folder = Path.of(data == null ? "data" : data);
    String running = EmbeddedServer.runningUrl(folder, "yongtong");
    if (running != null) {
      return export(file, running, "yongtong_app", null);
    }
    if (!Files.isDirectory(folder.resolve("postgres"))) {
      throw new IOException("%s 中没有数据库。No database in %s".formatted(folder, folder));
    }
    try (var server = EmbeddedServer.start(folder)) {
      return export(file, server.url("yongtong"), "yongtong_app", null);
    }
  }

  private int export(Path file, String url, @Nullable String user, @Nullable String password)
      throws IOException, SQLException {
    var properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    try (Connection connection = DriverManager.getConnection(url, properties);
        var to = new FileOutputStream(file.toFile())) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      Dump.End end = Dump.write(connection, clock.instant(), to);
      out.printf("已导出 %d 条记录、%d 次封存到 %s。%n", end.rows(), end.seals(), file);
      out.println("链头 head: " + end.head());
      return INTACT;
    }
  }

  private static @Nullable String option(List<String> arguments, String name) {
    int at = arguments.indexOf(name);
    return at < 0 ? null : arguments.get(at + 1);
  }
}
