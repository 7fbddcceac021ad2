// long: two commands with their questions and answers
package org.yongtong.catalogue.importing;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.transaction.TransactionException;
import org.yongtong.catalogue.Publishing;
import org.yongtong.catalogue.StoredCatalogue;
import org.yongtong.form.Forms;
import org.yongtong.journal.Act;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Subject;
import org.yongtong.platform.Ids;
import org.yongtong.platform.StartFailure;
import org.yongtong.platform.database.EmbeddedServer;

/**
 * The operator's commands {@code bin/yt items import} and {@code export}: on the database of a
 * running platform, or on the data folder of a stopped one.
 */
public final class ImportTool {

  static final int DONE = 0;
  static final int FINDINGS = 1;
  static final int WRONG = 2;

  private static final int SHOWN_CHANGES = 50;
  private static final String USAGE =
      """
      用法 Usage:
        bin/yt items import FILE [--dry-run] [--yes] [--data DIR | --db jdbc:postgresql://…]      检查并导入事项 check and import
        bin/yt items export FILE.{xlsx,csv.zip,yaml} [--department KEY] [--data DIR | --db URL]   导出已发布的事项 export
      --db 的用户和密码取自环境变量 YONGTONG_DATABASE_USER、YONGTONG_DATABASE_PASSWORD。
      退出码 exit code: 0 完成 done, 1 文件有问题 findings, 2 用法或者数据库错误 wrong use or no database\
      """;

  private final PrintStream out;
  private final BufferedReader in;
  private final Clock clock;

  ImportTool(PrintStream out, InputStream in, Clock clock) {
    this.out = out;
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.clock = clock;
  }

  public static void main(String[] arguments) {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(
        new ImportTool(out, System.in, Clock.system(ZoneId.of("Asia/Shanghai")))
            .run(List.of(arguments)));
  }

  /**
   * What the command line asks for.
   *
   * @param db address of a database, or null for the data folder
   */
  private record Asked(
      boolean importing,
      Path file,
      boolean dryRun,
      boolean yes,
      @Nullable String department,
      Path data,
      @Nullable String db) {}

  int run(List<String> arguments) {
    Asked asked = asked(arguments);
    if (asked == null) {
      out.println(USAGE);
      return WRONG;
    }
    if (asked.importing && !Files.isRegularFile(asked.file)) {
      out.printf("没有文件 %s。No such file.%n", asked.file);
      return WRONG;
    }
    try {
      return connected(asked);
    } catch (IOException failure) {
      out.println("出错 Error: " + failure.getMessage());
    } catch (StartFailure | TransactionException | org.springframework.dao.DataAccessException no) {
      out.println("出错 Error: " + no.getMessage());
    }
    return WRONG;
  }

  private static @Nullable Asked asked(List<String> arguments) {
    if (arguments.size() < 2 || !List.of("import", "export").contains(arguments.getFirst())) {
      return null;
    }
    boolean importing = arguments.getFirst().equals("import");
    var options = new LinkedHashMap<String, String>();
    var rest = new ArrayList<>(arguments.subList(2, arguments.size()));
    while (!rest.isEmpty()) {
      String option = rest.removeFirst();
      boolean flag = importing && List.of("--dry-run", "--yes").contains(option);
      boolean named =
          List.of("--data", "--db").contains(option) || !importing && option.equals("--department");
      if (flag) {
        options.put(option, "");
      } else if (named && !rest.isEmpty()) {
        options.put(option, rest.removeFirst());
      } else {
        return null;
      }
    }
    return new Asked(
        importing,
        Path.of(arguments.get(1)),
        options.containsKey("--dry-run"),
        options.containsKey("--yes"),
        options.get("--department"),
        Path.of(options.getOrDefault("--data", "data")),
        options.get("--db"));
  }

  private int connected(Asked asked) throws IOException {
    if (asked.db != null) {
      return work(
          asked,
          source(
              asked.db,
              System.getenv("YONGTONG_DATABASE_USER"),
              System.getenv("YONGTONG_DATABASE_PASSWORD")));
    }
    String running = EmbeddedServer.runningUrl(asked.data, "yongtong");
    if (running != null) {
      return work(asked, source(running, "yongtong_app", null));
    }
    if (!Files.isDirectory(asked.data.resolve("postgres"))) {
      throw new IOException("%s 中没有数据库。No database in %s".formatted(asked.data, asked.data));
    }
    try (var server = EmbeddedServer.start(asked.data)) {
      return work(asked, source(server.url("yongtong"), "yongtong_app", null));
    }
  }

  private static DataSource source(String url, @Nullable String user, @Nullable String password) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setReWriteBatchedInserts(true);
    source.setApplicationName("yongtong-items");
    source.setConnectTimeout(10);
    return source;
  }

  private int work(Asked asked, DataSource source) throws IOException {
    try (var context = StoredCatalogue.forms()) {
      StoredCatalogue catalogue = StoredCatalogue.open(source, context.getBean(Forms.class), clock);
      return asked.importing ? importing(asked, catalogue) : export(asked, catalogue);
    }
  }

  private int export(Asked asked, StoredCatalogue catalogue) throws IOException {
    Format format = Format.ofName(asked.file.getFileName().toString()).orElse(null);
    if (format == null) {
      out.println(
          "文件名应当以 .xlsx、.csv.zip 或者 .yaml 结尾。The name must end with .xlsx, .csv.zip or .yaml.");
      return WRONG;
    }
    if (asked.department != null
        && catalogue.directory().findDepartment(asked.department).isEmpty()) {
      out.printf("没有部门 %s。No such department.%n", asked.department);
      return WRONG;
    }
    int[] count = {0};
    try (var file = new BufferedOutputStream(Files.newOutputStream(asked.file));
        ItemWriter writer = ExportItems.writer(format, Names.of(catalogue.directory()), file)) {
      catalogue
          .transaction()
          .executeWithoutResult(
              ignored ->
                  catalogue
                      .items()
                      .each(
                          asked.department,
                          kept -> {
                            write(writer, Known.Own.of(kept));
                            count[0]++;
                          }));
    } catch (UncheckedIOException lost) {
      throw lost.getCause();
    }
    out.printf("已导出 %d 项到 %s。Exported.%n", count[0], asked.file);
    return DONE;
  }

  private static void write(ItemWriter writer, Known.Own item) {
    try {
      writer.write(item);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private int importing(Asked asked, StoredCatalogue catalogue) throws IOException {
    var changes = new ArrayList<Line>();
    Tally seen =
        Objects.requireNonNull(
            catalogue
                .transaction()
                .execute(
                    ignored ->
                        pass(
                            asked,
                            catalogue,
                            line -> {
                              if (!line.changes().isEmpty() && changes.size() < SHOWN_CHANGES) {
                                changes.add(line);
                              }
                            },
                            null)));
    report(seen, changes);
    if (!seen.clean()) {
      return FINDINGS;
    }
    if (asked.dryRun || seen.changesNothing()) {
      out.println(
          asked.dryRun
              ? "只做了检查，目录没有改动。Nothing was written."
              : "文件与目录相同，没有需要导入的内容。Nothing to import.");
      return DONE;
    }
    if (!asked.yes && !confirmed()) {
      out.println("没有导入。Nothing was written.");
      return DONE;
    }
    return apply(asked, catalogue, seen);
  }

  private Tally pass(
      Asked asked,
      StoredCatalogue catalogue,
      java.util.function.Consumer<Line> lines,
      Pass.@Nullable Publisher publisher) {
    Names names = Names.of(catalogue.directory());
    try (ItemFile file = ItemFile.read(asked.file, asked.file.getFileName().toString(), names)) {
      return Pass.over(
          file, catalogue.items(), names, new Pass.Options(null, Progress.NONE, lines, publisher));
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private void report(Tally tally, List<Line> changes) {
    for (Finding finding : tally.findings()) {
      out.println(
          finding.spot().words()
              + (finding.item().isEmpty() ? "" : "（" + finding.item() + "）")
              + "："
              + finding.message());
    }
    if (tally.found() > tally.findings().size()) {
      out.printf("…… 只列出前 %d 处%n", tally.findings().size());
    }
    for (Line line : changes) {
      out.printf("%s %s %s%n", line.outcome().word(), line.item(), line.name());
      for (Change change : line.changes()) {
        out.printf(
            "    %s：%s → %s%n",
            change.element(),
            change.before().isEmpty() ? "（没有）" : change.before(),
            change.after().isEmpty() ? "（删去）" : change.after());
      }
    }
    out.printf(
        "共 %d 项：新增 %d，调整 %d，不变 %d，有错误 %d；问题 %d 处%n",
        tally.all(),
        tally.count(Outcome.NEW),
        tally.count(Outcome.ADJUSTED),
        tally.count(Outcome.UNCHANGED),
        tally.count(Outcome.FAULTY),
        tally.found());
  }

  private boolean confirmed() throws IOException {
    out.print("以上内容将立即发布。输入 yes 继续 Type yes to publish: ");
    return "yes".equals(in.readLine());
  }

  private int apply(Asked asked, StoredCatalogue catalogue, Tally seen) throws IOException {
    String hash = hash(asked.file);
    String name = asked.file.getFileName().toString();
    var by = new Actor("system:yt", null, "命令行（%s）".formatted(System.getProperty("user.name")));
    var change = new Publishing.Change("批量导入（%s）".formatted(name), null, null);
    Tally done =
        Objects.requireNonNull(
            catalogue
                .transaction()
                .execute(
                    status -> {
                      catalogue.items().lock();
                      Tally tally =
                          pass(
                              asked,
                              catalogue,
                              line -> {},
                              parts -> catalogue.publishing().publishAll(parts, change, by));
                      if (!tally.clean() || !tally.fingerprint().equals(seen.fingerprint())) {
                        status.setRollbackOnly();
                        return tally;
                      }
                      catalogue.journal().append(act(name, hash, tally, by));
                      return tally;
                    }));
    if (!done.clean() || !done.fingerprint().equals(seen.fingerprint())) {
      out.println("目录刚刚有了变化，没有写入任何内容：请重新运行。The catalogue has changed, nothing was written.");
      return FINDINGS;
    }
    out.printf("已导入，产生 %d 个新版本。Imported.%n", done.versions());
    return DONE;
  }

  private Act act(String file, String hash, Tally tally, Actor by) {
    return new Act(
        new Subject("import", Ids.next(clock).toString()),
        "catalogue.import_applied",
        by,
        null,
        null,
        null,
        ImportWork.payload(file, hash, by.name(), tally));
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
