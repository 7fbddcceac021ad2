package org.yongtong.catalogue.power;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yongtong.catalogue.Content;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.ItemSource;
import org.yongtong.catalogue.Organisation;

/**
 * {@code yt powers check [FOLDER]}: holds the power lists of a city pack against everything the
 * platform checks at its start, without a database. Exit code 0 when all is right, 1 with a report
 * of every defect, 2 when it was called wrongly.
 */
public final class PowersTool {

  private static final String USAGE =
      "用法：yt powers check [城市数据包目录，默认 city/nanning]。Usage: yt powers check [FOLDER]";

  private PowersTool() {}

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
    Path folder = pack.resolve(PowerPack.FOLDER);
    if (!Files.isDirectory(folder)) {
      out.printf("没有目录 %s。%s%n", folder, USAGE);
      return 2;
    }
    Organisation organisation =
        Organisation.read(pack.resolve("departments.yaml"), pack.resolve("places.yaml"));
    List<ItemSource> sources =
        PowerPack.powerFiles(files(folder)).stream().map(ItemSource::read).toList();
    var defects = new ArrayList<Defect>(PowerCheck.of(sources, organisation));
    Path changes = folder.resolve(PowerPack.CHANGES);
    if (Files.isRegularFile(changes)) {
      defects.addAll(PowerChanges.check(ItemSource.read(changes), organisation));
    }
    defects.forEach(out::println);
    int powers =
        sources.stream()
            .mapToInt(source -> new Content(source.data()).each("powers", each -> each).size())
            .sum();
    out.printf("共 %d 个部门，%d 项权力，%d 处错误%n", sources.size(), powers, defects.size());
    return defects.isEmpty() ? 0 : 1;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
