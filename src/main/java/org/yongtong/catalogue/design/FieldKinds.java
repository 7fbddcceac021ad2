package org.yongtong.catalogue.design;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yongtong.form.FieldKind;

/** The kinds of field in words, and which properties each of them has. */
public final class FieldKinds {

  /** Kind as written in a form → word, in the order offered. */
  public static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("text", "单行文字");
    WORDS.put("textarea", "多行文字");
    WORDS.put("choice", "单选");
    WORDS.put("choices", "多选");
    WORDS.put("yes_no", "是或否");
    WORDS.put("integer", "整数");
    WORDS.put("decimal", "小数");
    WORDS.put("money", "金额");
    WORDS.put("date", "日期");
    WORDS.put("phone", "电话号码");
    WORDS.put("email", "电子邮箱");
    WORDS.put("citizen_number", "公民身份号码");
    WORDS.put("credit_code", "统一社会信用代码");
    WORDS.put("person", "人（姓名、证件、电话）");
    WORDS.put("company", "单位（名称、代码、负责人）");
    WORDS.put("address", "地址（选到村、社区）");
    WORDS.put("bank_account", "银行账户");
    WORDS.put("repeat", "重复填写的一组");
    WORDS.put("paper", "上传文件");
    WORDS.put("note", "说明文字");
    WORDS.put("declaration", "声明（勾选）");
  }

  private FieldKinds() {}

  public static String word(String kind) {
    return WORDS.getOrDefault(kind, kind);
  }

  private static boolean in(String kind, FieldKind... kinds) {
    for (FieldKind each : kinds) {
      if (each.key().equals(kind)) {
        return true;
      }
    }
    return false;
  }

  static boolean hasOptions(String kind) {
    return in(kind, FieldKind.CHOICE, FieldKind.CHOICES);
  }

  static boolean number(String kind) {
    return in(kind, FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY);
  }

  /** Whether a property can be written for a field of this kind. */
  static boolean has(String kind, String property, boolean inRow) {
    return switch (property) {
      case "required", "valid", "message" -> !kind.equals("note");
      case "hint" -> !kind.equals("note");
      case "options" -> hasOptions(kind);
      case "unit" -> number(kind);
      case "min_value", "max_value" -> number(kind);
      case "min", "max" -> in(kind, FieldKind.TEXT, FieldKind.TEXTAREA, FieldKind.REPEAT);
      case "placeholder" ->
          number(kind)
              || in(
                  kind,
                  FieldKind.TEXT,
                  FieldKind.TEXTAREA,
                  FieldKind.PHONE,
                  FieldKind.EMAIL,
                  FieldKind.CITIZEN_NUMBER,
                  FieldKind.CREDIT_CODE);
      case "guide" ->
          !inRow
              && (number(kind)
                  || in(
                      kind,
                      FieldKind.CHOICE,
                      FieldKind.CHOICES,
                      FieldKind.YES_NO,
                      FieldKind.DATE,
                      FieldKind.TEXT));
      case "prefill" ->
          !inRow
              && (number(kind)
                  || in(
                      kind,
                      FieldKind.TEXT,
                      FieldKind.TEXTAREA,
                      FieldKind.DATE,
                      FieldKind.PHONE,
                      FieldKind.CITIZEN_NUMBER,
                      FieldKind.CREDIT_CODE,
                      FieldKind.ADDRESS,
                      FieldKind.CHOICE));
      case "fields" -> kind.equals("repeat");
      default -> true;
    };
  }

  static final Set<String> PROPERTIES =
      Set.of(
          "required",
          "valid",
          "message",
          "hint",
          "options",
          "unit",
          "min_value",
          "max_value",
          "min",
          "max",
          "placeholder",
          "guide",
          "prefill",
          "fields");
}
