package org.yongtong.catalogue;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.yongtong.form.Forms;

/**
 * {@code yt items check [FOLDER]}: holds the items of a city pack against everything the platform
 * checks at its start, without a database. Exit code 0 when all is right, 1 with a report of every
 * defect, 2 when it was called wrongly.
 */
public final class ItemsTool {

  private static final String USAGE =
      "用法：yt items check [城市数据包目录，默认 city/nanning]。Usage: yt items check [FOLDER]";

  private ItemsTool() {}

  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, out));
  }

  static int run(String[] arguments, PrintStream out) {
    if (arguments.length == 0 || arguments.length > 2 || !arguments[0].equals("check")) {
      out.println(USAGE);
      return 2;
    }
    Path pack = Path.of(arguments.length == 2 ? arguments[1] : "city/nanning");
    Path folder = pack.resolve(ItemPack.FOLDER);
    if (!Files.isDirectory(folder)) {
      out.printf("没有目录 %s。%s%n", folder, USAGE);
      return 2;
    }
    try (var context = forms()) {
      List<Path> files = files(folder);
      ItemCheck.Report report =
          ItemCheck.of(
              files,
              Organisation.read(pack.resolve(ItemPack.DEPARTMENTS), pack.resolve(ItemPack.PLACES)),
              context.getBean(Forms.class));
      report.defects().forEach(out::println);
      out.printf("共 %d 个事项文件，%d 处错误%n", files.size(), report.defects().size());
      return report.defects().isEmpty() ? 0 : 1;
    }
  }

  /** The form engine alone. */
  static AnnotationConfigApplicationContext forms() {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(Clock.class, () -> Clock.system(ZoneId.of("Asia/Shanghai")));
    context.scan(Forms.class.getPackageName());
    context.refresh();
    return context;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
