package org.yongtong.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the registers can fill in before anybody types: path → word, in the order offered. */
public final class Prefills {

  public static final Map<String, String> WORDS = words();

  private Prefills() {}

  private static Map<String, String> words() {
    var words = new LinkedHashMap<String, String>();
    words.put("person.name", "人口库：姓名");
    words.put("person.id_number", "人口库：公民身份号码");
    words.put("person.sex", "人口库：性别");
    words.put("person.birth", "人口库：出生日期");
    words.put("person.phone", "人口库：联系电话");
    words.put("person.address", "人口库：住址");
    words.put("person.nation", "人口库：民族");
    words.put("company.name", "企业登记库：名称");
    words.put("company.credit_code", "企业登记库：统一社会信用代码");
    words.put("company.kind", "企业登记库：类型");
    words.put("company.representative", "企业登记库：法定代表人（负责人）");
    words.put("company.representative_id", "企业登记库：法定代表人公民身份号码");
    words.put("company.address", "企业登记库：住所");
    words.put("company.capital", "企业登记库：注册资本");
    words.put("company.established", "企业登记库：成立日期");
    words.put("company.scope", "企业登记库：经营范围");
    words.put("company.phone", "企业登记库：联系电话");
    return Collections.unmodifiableMap(words);
  }
}
