package org.yongtong.casework.desk;

import java.util.ArrayList;
import java.util.List;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.platform.code.CitizenNumber;
import org.yongtong.platform.code.PersonName;
import org.yongtong.platform.code.PhoneNumber;

/** Who applies, line by line; persons' names, numbers and phones are masked. */
final class ApplicantLines {

  private ApplicantLines() {}

  static List<Line> of(ApplicantSheet sheet) {
    var lines = new ArrayList<Line>();
    if (sheet.legal()) {
      add(lines, "单位名称", sheet.name());
      add(lines, "统一社会信用代码", sheet.code());
      add(lines, "法定代表人（负责人）", PersonName.mask(sheet.representative()));
      add(lines, "经办人", PersonName.mask(sheet.handler()));
      add(lines, "经办人电话", phone(sheet.handlerPhone()));
    } else {
      add(lines, "姓名", PersonName.mask(sheet.name()));
      add(
          lines,
          "公民身份号码",
          CitizenNumber.parse(sheet.code()).map(CitizenNumber::masked).orElse("未填写"));
    }
    add(lines, "联系电话", phone(sheet.phone()));
    add(lines, sheet.legal() ? "住所" : "联系地址", sheet.address());
    return lines;
  }

  private static void add(List<Line> lines, String label, String value) {
    if (!value.isBlank()) {
      lines.add(new Line(label, value));
    }
  }

  private static String phone(String number) {
    return PhoneNumber.parse(number).map(PhoneNumber::masked).orElse("");
  }
}
