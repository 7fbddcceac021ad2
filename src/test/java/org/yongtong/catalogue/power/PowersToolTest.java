package org.yongtong.catalogue.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowersToolTest {

  private static final Path PACK = Path.of("city/nanning");
  private static final Path FILE = Path.of("src/test/resources/city/powers/water.yaml");

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void everyPowerOfThePackIsRight() {
    if (Files.isDirectory(PACK.resolve("powers"))) {
      assertThat(run("check", PACK.toString())).isZero();
      assertThat(text()).endsWith("，0 处错误\n");
    } else {
      assertThat(run("check", PACK.toString())).isEqualTo(2);
    }
  }

  @Test
  void aFaultyPowerIsNamedWithFileAndLine(@TempDir Path copy) throws IOException {
    Files.createDirectory(copy.resolve("powers"));
    for (String file : new String[] {"departments.yaml", "places.yaml"}) {
      Files.copy(PACK.resolve(file), copy.resolve(file));
    }
    Files.writeString(
        copy.resolve("powers").resolve("water.yaml"),
        Files.readString(FILE).replace("kind: levy", "kind: fee"));
    assertThat(run("check", copy.toString())).isEqualTo(1);
    assertThat(text())
        .contains("water.yaml 第 8 行：powers[0].kind 不能是“fee”")
        .endsWith("共 1 个部门，1 项权力，1 处错误\n");
  }

  @Test
  void calledWronglyItSaysHow() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("check", "/no/such/folder")).isEqualTo(2);
    assertThat(text()).contains("用法", "没有目录");
  }

  private int run(String... arguments) {
    return PowersTool.run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
