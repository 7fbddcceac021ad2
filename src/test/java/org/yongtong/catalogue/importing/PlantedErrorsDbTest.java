package org.yongtong.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

  private record Planted(String sheet, int line, String column, String words) {}

  private final List<Planted> planted = new ArrayList<>();

  @Test
  void everyPlantedErrorIsNamedWithSheetLineAndColumn() throws Exception {
    var book = new SheetFixture();
    String[] ids = new String[18];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = "planted-item-" + (char) ('a' + i);
      book.with(PERMIT, ids[i], "0001319%02d000".formatted(i));
    }
    // 1, 2: headings
    int width = book.width(Sheets.ITEMS.name());
    book.head("事项基本信息", width, "承办科室");
    plant("事项基本信息", 1, "承办科室", "不认识第 %d 列的列名“承办科室”".formatted(width + 1));
    book.head("常见问题", 3, "解答");
    plant("常见问题", 1, "解答", "出现了两次");
    // 3 to 11: cells of the first sheet
    cell(book, "事项基本信息", ids[0], 0, "基本编码", 131901000L, "前面的 0");
    cell(book, "事项基本信息", ids[1], 0, "事项类型", "行政审批", "不能是“行政审批”，可以写：行政许可");
    cell(book, "事项基本信息", ids[2], 0, "法定办结时限", "二十天", "应当是整数");
    cell(book, "事项基本信息", ids[3], 0, "承诺办结时限", new SheetFixture.Formula("5+3"), "单元格是公式（=5+3）");
    cell(book, "事项基本信息", ids[4], 0, "事项简述", "<b>开店</b>前办理", "网页代码“<b>”");
    cell(book, "事项基本信息", ids[5], 0, "实施主体", "南宁市火星局", "没有部门“南宁市火星局”");
    cell(book, "事项基本信息", ids[6], 0, "到现场次数", LocalDate.of(2026, 1, 1), "日期格式");
    Map<String, Object> permit = PackFixture.item(PERMIT).data();
    book.set("事项基本信息", book.line("事项基本信息", ids[7], 0), "业务办理项序号", permit.get("handling_no"));
    cell(book, "事项基本信息", ids[7], 0, "基本编码", permit.get("base_code"), "已经用在目录里的事项 " + PERMIT);
    cell(book, "事项基本信息", ids[8], 0, "承诺办结时限", 30, "超过法定时限");
    // 12: an item twice
    int twice = book.add("事项基本信息", ids[9], "又来一次");
    plant("事项基本信息", twice, "事项标识", "重复");
    // 13 to 16: papers
    cell(book, "申请材料", ids[10], 0, "原件份数", "两份", "应当是整数");
    cell(book, "申请材料", ids[11], 1, "必要性", "看情况", "不能是“看情况”");
    cell(book, "申请材料", ids[12], 1, "材料名称", null, "缺少“材料名称”");
    int lost = book.add("申请材料", "no-such-item", "x", "某材料");
    plant("申请材料", lost, "事项标识", "没有事项“no-such-item”");
    // 17, 18: steps and fees
    cell(book, "办理流程", ids[13], 1, "办理天数", 99, "超过承诺时限", "");
    int fee = book.line("收费", ids[14], 0);
    book.set("收费", fee, "收费项目", "工本费").set("收费", fee, "收费标准", "八十元");
    plant("收费", fee, "收费标准", "应当是金额");
    // 19: a main item that is nowhere
    cell(book, "事项基本信息", ids[15], 0, "基本编码", "000131990001", "");
    planted.removeLast();
    cell(book, "事项基本信息", ids[15], 0, "主项基本编码", "000131990000", "主项 000131990000 在目录里和文件里都没有");
    // 20: the form
    cell(book, "情形与表单", ids[16], 0, "情形与表单（YAML）", "form:\n  sections:\n\t- id: x", "YAML");
    // 21: a claim of nothing
    int claim =
        book.add("认领", null, "no-such-lead", directory.department("approval-450103").name(), "认领");
    plant("认领", claim, "认领的事项", "没有事项“no-such-lead”");
    // 22: HTML entity in a condition, 23: a rule that does not fit
    cell(book, "受理条件", ids[17], 0, "受理条件", "年满 18 周岁&nbsp;的公民", "网页代码");

    Tally tally = check(book);
    for (Planted each : planted) {
      assertThat(tally.findings())
          .as(each.toString())
          .anyMatch(
              found ->
                  found.spot().sheet().equals(each.sheet)
                      && found.spot().line() == each.line
                      && found.spot().column().equals(each.column)
                      && found.message().contains(each.words));
    }
    assertThat(planted).hasSizeGreaterThanOrEqualTo(20);
    assertThat(tally.findings()).hasSize(planted.size());
  }

  @Test
  void mergedCellsAreNamedWithTheirRows() throws Exception {
    var book = new SheetFixture().with(PERMIT, "merged-item", "000131900000");
    int line = book.line("常见问题", "merged-item", 0);
    book.merge("常见问题", line, line + 2, 0);
    assertThat(check(book).findings())
        .singleElement()
        .matches(
            found ->
                found.spot().equals(new Spot("常见问题", line, ""))
                    && found.message().contains("第 %d 行到第 %d 行有合并的单元格".formatted(line, line + 2)));
  }

  @Test
  void aGoodWorkbookIsAllNew() throws Exception {
    Tally tally = check(new SheetFixture().with(PERMIT, "brand-new-item", "000131900000"));
    assertThat(tally.findings()).isEmpty();
    assertThat(tally.items()).isEqualTo(Map.of(Outcome.NEW, 1));
  }

  private void cell(
      SheetFixture book,
      String sheet,
      String item,
      int nth,
      String column,
      @org.jspecify.annotations.Nullable Object value,
      String words) {
    cell(book, sheet, item, nth, column, value, words, column);
  }

  private void cell(
      SheetFixture book,
      String sheet,
      String item,
      int nth,
      String column,
      @org.jspecify.annotations.Nullable Object value,
      String words,
      String named) {
    int line = book.line(sheet, item, nth);
    book.set(sheet, line, column, value);
    plant(sheet, named.isEmpty() ? book.line(sheet, item, 0) : line, named, words);
  }

  private void plant(String sheet, int line, String column, String words) {
    planted.add(new Planted(sheet, line, column, words));
  }

  private Tally check(SheetFixture book) throws Exception {
    Path file = folder.resolve("items.xlsx");
    Files.write(file, book.bytes());
    Names names = Names.of(directory);
    try (ItemFile read = ItemFile.read(file, "items.xlsx", names)) {
      return Pass.over(read, many, names, new Pass.Options(null, Progress.NONE, line -> {}, null));
    }
  }
}
