package org.yongtong.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.ItemDocuments;

/** The operator's commands on the database of the running platform. */
@YongtongTest
class ImportToolDbTest {

  @Autowired ItemDocuments documents;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  @Value("${yongtong.database.data}")
  String data;

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void aDryRunWritesNothingAndAnImportAsksFirst() throws Exception {
    Path file = folder.resolve("items.xlsx");
    Files.write(
        file, new SheetFixture().with("old-age-allowance", "tool-item", "000511921000").bytes());
    assertThat(run("", "import", file.toString(), "--dry-run", "--data", data)).isZero();
    assertThat(text()).contains("共 1 项：新增 1，调整 0，不变 0", "只做了检查");
    assertThat(run("no\n", "import", file.toString(), "--data", data)).isZero();
    assertThat(text()).contains("没有导入");
    assertThat(documents.find("tool-item")).isEmpty();
    assertThat(run("yes\n", "import", file.toString(), "--data", data)).isZero();
    assertThat(text()).contains("已导入，产生 1 个新版本");
    assertThat(documents.find("tool-item")).isPresent();
    assertThat(
            database
                .sql(
                    "SELECT actor FROM journal.entry WHERE kind = 'catalogue.import_applied' AND"
                        + " payload->>'file' = 'items.xlsx' AND actor = 'system:yt'")
                .query(String.class)
                .list())
        .hasSize(1);
    assertThat(run("", "import", file.toString(), "--yes", "--data", data)).isZero();
    assertThat(text()).contains("文件与目录相同");
  }

  @Test
  void aFaultyFileIsReportedAndNothingIsWritten() throws Exception {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, "事项标识,承诺办结时限\nold-age-allowance,很快\n");
    assertThat(run("", "import", file.toString(), "--yes", "--data", data)).isEqualTo(1);
    assertThat(text()).contains("“事项基本信息” 第 2 行“承诺办结时限”列（old-age-allowance）：应当是整数");
  }

  @Test
  void whatIsExportedOfADepartmentIsReadAgain() throws Exception {
    for (String name : List.of("x.xlsx", "x.csv.zip", "x.yaml")) {
      Path file = folder.resolve(name);
      assertThat(
              run("", "export", file.toString(), "--department", "civil_affairs", "--data", data))
          .isZero();
      assertThat(run("", "import", file.toString(), "--dry-run", "--data", data))
          .as(() -> text())
          .isZero();
      assertThat(text()).contains("新增 0，调整 0，不变");
    }
  }

  @Test
  void calledWronglyItSaysHow() {
    assertThat(run("")).isEqualTo(2);
    assertThat(run("", "import", "/no/such/file")).isEqualTo(2);
    assertThat(run("", "import", "x", "--frobnicate")).isEqualTo(2);
    assertThat(run("", "export", folder.resolve("x.doc").toString(), "--data", data)).isEqualTo(2);
    assertThat(run("", "export", folder.resolve("x.yaml").toString(), "--data", folder.toString()))
        .isEqualTo(2);
    assertThat(text()).contains("用法 Usage", "没有文件", "文件名应当以", "没有数据库");
  }

  private int run(String typed, String... arguments) {
    return new ImportTool(
            new PrintStream(said, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            clock)
        .run(List.of(arguments));
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
