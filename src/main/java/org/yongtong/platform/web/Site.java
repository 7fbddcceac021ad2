package org.yongtong.platform.web;

import java.nio.file.Files;
import java.util.Map;
import org.yongtong.platform.CityPack;

/**
 * What the foot of every page must say about a government site; from {@code site.yaml} of the city
 * pack. The yearly inspection of government sites looks for each of these (政府网站发展指引, annex on page
 * footers).
 *
 * @param organiser 主办单位
 * @param operator 承办单位
 * @param siteCode 网站标识码
 * @param filing ICP 备案号
 * @param policeFiling 公安备案号
 * @param phone to ring with questions
 * @param hours when somebody answers
 * @param sample the facts are invented and marked as such
 */
public record Site(
    String organiser,
    String operator,
    String siteCode,
    String filing,
    String policeFiling,
    String phone,
    String hours,
    boolean sample) {

  static Site of(CityPack pack) {
    if (!Files.isRegularFile(pack.file("site.yaml"))) {
      throw new IllegalStateException(
          "城市数据包缺少 site.yaml（页脚信息）。The city pack has no site.yaml, which the foot of every page"
              + " needs.");
    }
    Map<String, Object> facts = pack.yaml("site.yaml");
    return new Site(
        text(facts, "organiser"),
        text(facts, "operator"),
        text(facts, "site_code"),
        text(facts, "filing"),
        text(facts, "police_filing"),
        text(facts, "phone"),
        text(facts, "hours"),
        Boolean.TRUE.equals(facts.get("sample")));
  }

  private static String text(Map<String, Object> facts, String key) {
    Object value = facts.get(key);
    if (value == null) {
      throw new IllegalStateException("site.yaml: %s 未填写。%s is missing.".formatted(key, key));
    }
    return value.toString();
  }
}
