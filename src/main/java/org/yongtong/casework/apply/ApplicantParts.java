package org.yongtong.casework.apply;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Filing;
import org.yongtong.form.Values;

/** What the first step asks of a person and of a legal person. */
final class ApplicantParts {

  private final Filing filing;
  private final Scope scope;
  private final List<ApplicantPage.Part> parts = new ArrayList<>();

  private ApplicantParts(Filing filing, Scope scope) {
    this.filing = filing;
    this.scope = scope;
  }

  static List<ApplicantPage.Part> of(Filing filing, Scope scope) {
    var all = new ApplicantParts(filing, scope);
    all.list();
    return List.copyOf(all.parts);
  }

  private void list() {
    ApplicantSheet sheet = filing.applicant();
    boolean legal = sheet.legal();
    known("name", legal ? "单位名称" : "姓名", sheet.name());
    known("code", legal ? "统一社会信用代码" : "公民身份号码", sheet.code());
    if (legal) {
      asked("representative", "法定代表人（负责人）", sheet.representative(), true, null, "off");
      asked("address", "住所", sheet.address(), false, null, "off");
      asked("phone", "单位联系电话", sheet.phone(), true, "手机或者带区号的固定电话", "tel");
      asked("handler", "经办人姓名", sheet.handler(), false, "由谁办理这件事；法定代表人自己办理的，不用填写", "off");
      asked("handlerPhone", "经办人电话", sheet.handlerPhone(), false, "填写后，短信发给经办人", "tel");
    } else {
      asked("phone", "联系电话", sheet.phone(), true, "用来通知您办理进度，手机或者带区号的固定电话", "tel");
      asked("address", "联系地址", sheet.address(), false, "需要邮寄时用", "street-address");
    }
  }

  private void known(String part, String label, String value) {
    parts.add(
        new ApplicantPage.Part(
            "applicant." + part,
            label,
            value,
            "来自您的实名账户",
            true,
            true,
            null,
            scope.reason(true, "applicant." + part),
            null));
  }

  private void asked(
      String part,
      String label,
      String value,
      boolean needed,
      @Nullable String hint,
      String autocomplete) {
    String path = "applicant." + part;
    parts.add(
        new ApplicantPage.Part(
            path,
            label,
            value,
            source(filing.values().origins().get(path)),
            !scope.opensApplicant(part),
            needed,
            hint,
            scope.reason(true, path),
            autocomplete));
  }

  private static String source(Values.@Nullable Origin origin) {
    if (origin == null) {
      return "";
    }
    String register = origin.source().equals("register:company") ? "来自法人库" : "来自人口库";
    return origin.changed() ? register + "，您已修改" : register + "，有误可以直接修改";
  }
}
