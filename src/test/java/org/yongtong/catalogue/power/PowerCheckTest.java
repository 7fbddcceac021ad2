package org.yongtong.catalogue.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.ItemSource;
import org.yongtong.catalogue.Organisation;

/** Every rule on a file that is right but for one place. */
class PowerCheckTest {

  private static final Path FOLDER = Path.of("src/test/resources/city/powers");
  private static final String FILE = "market_regulation.yaml";
  private static final Organisation ORGANISATION =
      Organisation.read(
          Path.of("city/nanning/departments.yaml"), Path.of("city/nanning/places.yaml"));

  @Test
  void theSampleFilesAreRight() throws IOException {
    assertThat(check(FILE, Files.readString(FOLDER.resolve(FILE)))).isEmpty();
    assertThat(check("water.yaml", Files.readString(FOLDER.resolve("water.yaml")))).isEmpty();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("department: market_regulation", "department: nobody", "没有部门 nobody"),
        Arguments.of("kind: penalty", "kind: fine", "powers[0].kind 不能是“fine”"),
        Arguments.of("\"000231001000\"", "\"110231001000\"", "前两位应当是 00（全国）或者 45（广西），现在是 11"),
        Arguments.of("\"000231001000\"", "\"000631001000\"", "第 3、4 位应当是行政处罚的 02，现在是 06"),
        Arguments.of("\"000231001000\"", "\"000219001000\"", "第 5、6 位应当是部门代码 31，现在是 19"),
        Arguments.of("next: [hearing, decide]}", "next: [hearing, decided]}", "没有环节 decided"),
        Arguments.of("next: [notice, investigate]}", "next: [review]}", "不能是它自己"),
        Arguments.of("    levels: [city, county]", "    level: [city]", "不认识的键 powers[0].level"),
        Arguments.of("phone: \"12345\", hours", "phone: \"0771-5530000\", hours", "示例号码"),
        Arguments.of("id: food-inspection", "id: false-advertising", "“false-advertising”写了两次"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsReportedAtItsLine(String here, String instead, String said) throws IOException {
    String right = Files.readString(FOLDER.resolve(FILE));
    assertThat(right).contains(here);
    int at = right.indexOf(here);
    int line = (int) right.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    assertThat(check(FILE, right.replaceFirst(java.util.regex.Pattern.quote(here), instead)))
        .anySatisfy(
            defect -> {
              assertThat(defect.message()).contains(said);
              assertThat(defect.line()).isEqualTo(line);
            });
  }

  @Test
  void aStepThatNobodyReachesIsReported() throws IOException {
    String right = Files.readString(FOLDER.resolve(FILE));
    assertThat(check(FILE, right.replace("next: [investigate, dropped]", "next: [investigate]")))
        .extracting(Defect::message)
        .containsExactly("环节“不予立案”从第一个环节走不到");
  }

  @Test
  void aProcedureThatNeverEndsIsReported() throws IOException {
    String right = Files.readString(FOLDER.resolve("water.yaml"));
    assertThat(check("water.yaml", right.replace("body: tax}", "body: tax, next: [assess]}")))
        .extracting(Defect::message)
        .containsExactly("没有结束的环节：至少一个环节不写 next");
  }

  @Test
  void whatIsPunishedIsWrittenForPenaltiesAlone() throws IOException {
    String right = Files.readString(FOLDER.resolve("water.yaml"));
    assertThat(
            check(
                "water.yaml",
                right.replace(
                    "    levy: {item",
                    "    check: {way: 查, frequency: 年, items: [账]}\n    levy: {item")))
        .extracting(Defect::message)
        .containsExactly("check 只用于行政检查");
    assertThat(check("water.yaml", right.replaceAll("(?m)^    levy: .*\n", "")))
        .extracting(Defect::message)
        .containsExactly("行政征收要写 levy");
  }

  @Test
  void aListOfChangesNamesItsFaults() {
    var source =
        ItemSource.of(
            "changes.yaml",
            """
            schema: 1
            sample: true
            changes:
              - {name: 甲, department: nobody, what: cancelled, date: 2024-02-31, reason: 乙, basis: 丙}
            """);
    assertThat(PowerChanges.check(source, ORGANISATION))
        .extracting(Defect::toString)
        .containsExactlyInAnyOrder(
            "changes.yaml 第 4 行：没有部门 nobody", "changes.yaml 第 4 行：没有这一天：2024-02-31");
  }

  private static List<Defect> check(String file, String text) {
    return PowerCheck.of(List.of(ItemSource.of(file, text)), ORGANISATION);
  }
}
