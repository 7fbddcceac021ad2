package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yongtong.directory.Directory;

/** A workbook of eighteen new items with more than twenty errors, each of them known. */
public final class PlantedWorkbook {

  private static final String PERMIT = "food-business-licence";
  private static final List<String> IDS =
      IntStream.range(0, 18).mapToObj(i -> "planted-item-" + (char) ('a' + i)).toList();

  private final SheetFixture book = new SheetFixture();
  private final List<Planted> planted = new ArrayList<>();

  /**
   * An error: where a report must name it, and words of the reason.
   *
   * @param line as the spreadsheet counts
   */
  public record Planted(String sheet, int line, String column, String words) {}

  private PlantedWorkbook() throws IOException {
    for (int i = 0; i < IDS.size(); i++) {
      book.with(PERMIT, IDS.get(i), "0001319%02d000".formatted(i));
    }
  }

  /** The same items without an error. */
  public static byte[] mended() throws IOException {
    return new PlantedWorkbook().book.bytes();
  }

  public static List<String> items() {
    return IDS;
  }

  public static PlantedWorkbook of(Directory directory) throws IOException {
    var workbook = new PlantedWorkbook();
    workbook.plant(directory);
    return workbook;
  }

  public List<Planted> planted() {
    return List.copyOf(planted);
  }

  public byte[] bytes() throws IOException {
    return book.bytes();
  }

  private void plant(Directory directory) throws IOException {
    // 1, 2: headings
    int width = book.width(Sheets.ITEMS.name());
    book.head("事项基本信息", width, "承办科室");
    plant("事项基本信息", 1, "承办科室", "不认识第 %d 列的列名“承办科室”".formatted(width + 1));
    book.head("常见问题", 3, "解答");
    plant("常见问题", 1, "解答", "出现了两次");
    // 3 to 11: cells of the first sheet
    cell("事项基本信息", IDS.get(0), 0, "基本编码", 131901000L, "前面的 0");
    cell("事项基本信息", IDS.get(1), 0, "事项类型", "行政审批", "不能是“行政审批”，可以写：行政许可");
    cell("事项基本信息", IDS.get(2), 0, "法定办结时限", "二十天", "应当是整数");
    cell("事项基本信息", IDS.get(3), 0, "承诺办结时限", new SheetFixture.Formula("5+3"), "单元格是公式（=5+3）");
    cell("事项基本信息", IDS.get(4), 0, "事项简述", "<b>开店</b>前办理", "网页代码“<b>”");
    cell("事项基本信息", IDS.get(5), 0, "实施主体", "南宁市火星局", "没有部门“南宁市火星局”");
    cell("事项基本信息", IDS.get(6), 0, "到现场次数", LocalDate.of(2026, 1, 1), "日期格式");
    Map<String, Object> permit = PackFixture.item(PERMIT).data();
    book.set("事项基本信息", book.line("事项基本信息", IDS.get(7), 0), "业务办理项序号", permit.get("handling_no"));
    cell("事项基本信息", IDS.get(7), 0, "基本编码", permit.get("base_code"), "已经用在目录里的事项 " + PERMIT);
    cell("事项基本信息", IDS.get(8), 0, "承诺办结时限", 30, "超过法定时限");
    // 12: an item twice
    int twice = book.add("事项基本信息", IDS.get(9), "又来一次");
    plant("事项基本信息", twice, "事项标识", "重复");
    // 13 to 16: papers
    cell("申请材料", IDS.get(10), 0, "原件份数", "两份", "应当是整数");
    cell("申请材料", IDS.get(11), 1, "必要性", "看情况", "不能是“看情况”");
    cell("申请材料", IDS.get(12), 1, "材料名称", null, "缺少“材料名称”");
    int lost = book.add("申请材料", "no-such-item", "x", "某材料");
    plant("申请材料", lost, "事项标识", "没有事项“no-such-item”");
    // 17, 18: steps and fees
    book.set("办理流程", book.line("办理流程", IDS.get(13), 1), "办理天数", 99);
    plant("办理流程", book.line("办理流程", IDS.get(13), 0), "", "超过承诺时限");
    int fee = book.line("收费", IDS.get(14), 0);
    book.set("收费", fee, "收费项目", "工本费").set("收费", fee, "收费标准", "八十元");
    plant("收费", fee, "收费标准", "应当是金额");
    // 19: a main item that is nowhere
    book.set("事项基本信息", book.line("事项基本信息", IDS.get(15), 0), "基本编码", "000131990001");
    cell("事项基本信息", IDS.get(15), 0, "主项基本编码", "000131990000", "主项 000131990000 在目录里和文件里都没有");
    // 20: the form
    cell("情形与表单", IDS.get(16), 0, "情形与表单（YAML）", "form:\n  sections:\n\t- id: x", "YAML");
    // 21: a claim of nothing
    int claim =
        book.add("认领", null, "no-such-lead", directory.department("approval-450103").name(), "认领");
    plant("认领", claim, "认领的事项", "没有事项“no-such-lead”");
    // 22: an HTML entity in a condition
    cell("受理条件", IDS.get(17), 0, "受理条件", "年满 18 周岁&nbsp;的公民", "网页代码");
  }

  private void cell(
      String sheet, String item, int nth, String column, @Nullable Object value, String words) {
    int line = book.line(sheet, item, nth);
    book.set(sheet, line, column, value);
    plant(sheet, line, column, words);
  }

  private void plant(String sheet, int line, String column, String words) {
    planted.add(new Planted(sheet, line, column, words));
  }
}
