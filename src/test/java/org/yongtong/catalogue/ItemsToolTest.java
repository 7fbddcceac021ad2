package org.yongtong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemsToolTest {

  private static final Path PACK = Path.of("city/nanning");

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void everyItemOfThePackIsRight() {
    int exit = run("check", PACK.toString());
    assertThat(text()).endsWith("，0 处错误\n");
    assertThat(exit).isZero();
  }

  @Test
  void aFaultyItemIsNamedWithFileAndLine(@TempDir Path copy) throws IOException {
    Files.createDirectory(copy.resolve("items"));
    for (String file : new String[] {"departments.yaml", "places.yaml"}) {
      Files.copy(PACK.resolve(file), copy.resolve(file));
    }
    String name = "old-age-allowance.yaml";
    String item = Files.readString(PACK.resolve("items").resolve(name));
    Files.writeString(
        copy.resolve("items").resolve(name), item.replaceFirst("(?m)^visits: .*", "visits: 一次"));
    assertThat(run("check", copy.toString())).isEqualTo(1);
    assertThat(text())
        .contains("old-age-allowance.yaml 第 " + line(item, "visits:") + " 行：visits 应当是整数")
        .endsWith("共 1 个事项文件，1 处错误\n");
  }

  @Test
  void calledWronglyItSaysHow() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("check", "/no/such/folder")).isEqualTo(2);
    assertThat(text()).contains("用法", "没有目录");
  }

  private static long line(String text, String begin) {
    return text.substring(0, text.indexOf("\n" + begin)).lines().count() + 1;
  }

  private int run(String... arguments) {
    return ItemsTool.run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
