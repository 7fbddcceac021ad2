package org.yongtong.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.ManyItems;
import org.yongtong.directory.Directory;

/** Every error of a workbook is named with its sheet, its line and its column. */
@YongtongTest
class PlantedErrorsDbTest {

  private static final String PERMIT = "food-business-licence";

  @Autowired ManyItems many;
  @Autowired Directory directory;

  @TempDir Path folder;

  @Test
  void everyPlantedErrorIsNamedWithSheetLineAndColumn() throws Exception {
    PlantedWorkbook workbook = PlantedWorkbook.of(directory);
    Tally tally = check(workbook.bytes());
    for (PlantedWorkbook.Planted each : workbook.planted()) {
      assertThat(tally.findings())
          .as(each.toString())
          .anyMatch(
              found ->
                  found.spot().sheet().equals(each.sheet())
                      && found.spot().line() == each.line()
                      && found.spot().column().equals(each.column())
                      && found.message().contains(each.words()));
    }
    assertThat(workbook.planted()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(tally.findings()).hasSize(workbook.planted().size());
  }

  @Test
  void mergedCellsAreNamedWithTheirRows() throws Exception {
    var book = new SheetFixture().with(PERMIT, "merged-item", "000131900000");
    int line = book.line("常见问题", "merged-item", 0);
    book.merge("常见问题", line, line + 2, 0);
    assertThat(check(book.bytes()).findings())
        .singleElement()
        .matches(
            found ->
                found.spot().equals(new Spot("常见问题", line, ""))
                    && found.message().contains("第 %d 行到第 %d 行有合并的单元格".formatted(line, line + 2)));
  }

  @Test
  void aGoodWorkbookIsAllNew() throws Exception {
    Tally tally = check(new SheetFixture().with(PERMIT, "brand-new-item", "000131900000").bytes());
    assertThat(tally.findings()).isEmpty();
    assertThat(tally.items()).isEqualTo(Map.of(Outcome.NEW, 1));
  }

  private Tally check(byte[] book) throws Exception {
    Path file = folder.resolve("items.xlsx");
    Files.write(file, book);
    Names names = Names.of(directory);
    try (ItemFile read = ItemFile.read(file, "items.xlsx", names)) {
      return Pass.over(read, many, names, new Pass.Options(null, Progress.NONE, line -> {}, null));
    }
  }
}
