package org.yongtong.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parts of composite kinds, in the order in which they are asked. */
final class Parts {

  /**
   * @param needed must be filled once the field is
   * @param kind rule that its text follows
   */
  record Part(String id, String label, FieldKind kind, boolean needed, int max) {}

  private static final List<Part> PERSON =
      List.of(
          new Part("name", "姓名", FieldKind.TEXT, true, 50),
          new Part("id_number", "公民身份号码", FieldKind.CITIZEN_NUMBER, true, 18),
          new Part("phone", "联系电话", FieldKind.PHONE, false, 20));

  private static final List<Part> COMPANY =
      List.of(
          new Part("name", "单位名称", FieldKind.TEXT, true, 100),
          new Part("credit_code", "统一社会信用代码", FieldKind.CREDIT_CODE, true, 18),
          new Part("representative", "法定代表人（负责人）", FieldKind.TEXT, false, 50));

  private static final List<Part> ADDRESS =
      List.of(
          new Part("division", "所在地区", FieldKind.TEXT, true, 12),
          new Part("detail", "详细地址", FieldKind.TEXT, true, 100),
          new Part("full", "完整地址", FieldKind.TEXT, false, 300));

  private static final List<Part> BANK_ACCOUNT =
      List.of(
          new Part("holder", "户名", FieldKind.TEXT, true, 100),
          new Part("bank", "开户银行", FieldKind.TEXT, true, 60),
          new Part("number", "账号", FieldKind.TEXT, true, 32));

  private Parts() {}

  static List<Part> list(FieldKind kind) {
    return switch (kind) {
      case PERSON -> PERSON;
      case COMPANY -> COMPANY;
      case ADDRESS -> ADDRESS;
      case BANK_ACCOUNT -> BANK_ACCOUNT;
      default -> List.of();
    };
  }

  static Map<String, Part> of(FieldKind kind) {
    return list(kind).stream().collect(Collectors.toMap(Part::id, part -> part));
  }

  static boolean composite(FieldKind kind) {
    return !list(kind).isEmpty();
  }
}
