package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Worksheet;

/** The workbook to begin with: explanations, the code lists, and one item filled in. */
final class Template {

  private static final String GUIDE = "填写说明";
  private static final Set<String> EXPLAINING = Set.of(GUIDE, "说明");

  private static final List<String> RULES =
      List.of(
          "1. 每张工作表第一行是列名，不要改动；用不到的列可以删去，删去的列保持目录里原来的内容。",
          "2. “事项标识”把各张表的行联到同一个事项，也可以写实施编码或者基本编码。新事项自己起标识：小写英文单词，以短横相连。",
          "3. 有这一列而单元格空着，表示没有这项内容；某张表里没有某个事项的行，表示这一部分不变；要清空一张表的内容，写一行“（无）”。",
          "4. 编码、电话列请设为“文本”格式，否则前面的 0 会丢。不要用公式，不要合并单元格。",
          "5. 上传后先检查，不会改动目录；检查报告写明每一处问题在哪张表、第几行、哪一列。全部改好后送审，由目录审批人员核对后一次导入。",
          "6. 下面的例子来自本平台的示例事项，填写前请删去例子的行。");

  private Template() {}

  /** Whether a sheet of this name only explains. */
  static boolean explains(String sheet) {
    return EXPLAINING.contains(sheet.strip());
  }

  static void write(OutputStream out, Names names, List<Known.Own> examples) throws IOException {
    try (var writer = new XlsxWriter(out, names)) {
      guide(writer);
      for (Known.Own example : examples) {
        writer.write(example);
      }
    }
  }

  private static void guide(XlsxWriter writer) throws IOException {
    Worksheet sheet = writer.workbook().newWorksheet(GUIDE);
    sheet.width(0, 18);
    sheet.width(1, 24);
    sheet.width(2, 26);
    sheet.width(3, 90);
    int line = 0;
    sheet.value(line, 0, "事项批量导入模板");
    sheet.style(line, 0).bold().fontSize(16).set();
    line += 2;
    for (String rule : RULES) {
      sheet.value(line++, 0, rule);
    }
    line++;
    for (int i = 0; i < 4; i++) {
      sheet.value(line, i, List.of("工作表", "列名", "国家标准要素", "怎么填").get(i));
      sheet.style(line, i).bold().fillColor("DCE6F1").set();
    }
    line++;
    for (SheetForm form : Sheets.ALL) {
      sheet.value(line, 0, form.name());
      sheet.style(line, 0).bold().set();
      sheet.value(line++, 3, form.note());
      for (Element element : form.elements()) {
        sheet.value(line, 1, element.header());
        sheet.value(line, 2, element.key());
        sheet.value(line++, 3, element.help());
      }
    }
    sheet.finish();
  }
}
