package org.yongtong.catalogue.edit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Words of the item's code lists, in the order they are offered (GB/T 39046 A.1 to A.7). */
final class Choices {

  static final Map<String, String> KINDS =
      of(
          "permit", "行政许可",
          "confirmation", "行政确认",
          "benefit", "行政给付",
          "reward", "行政奖励",
          "adjudication", "行政裁决",
          "other", "其他行政权力",
          "service", "公共服务");
  static final Map<String, String> HANDLINGS =
      of("committed", "承诺件", "instant", "即办件（当场或者一个工作日内办结）");
  static final Map<String, String> OBJECTS = of("person", "个人", "legal", "法人和其他组织");
  static final Map<String, String> POWER_SOURCES =
      of(
          "statutory", "法定本级行使",
          "delegated", "上级下放",
          "authorised_up", "上级授权",
          "authorised_peer", "同级授权",
          "entrusted_up", "上级委托",
          "entrusted_peer", "同级委托");
  static final Map<String, String> DEPTHS =
      of("full", "全程网办", "accept", "网上受理", "precheck", "网上预审");
  static final Map<String, String> RANGES =
      of(
          "nationwide", "全国通办",
          "cross_province", "跨省通办",
          "cross_city", "跨市通办",
          "cross_county", "跨县（区）通办");
  static final Map<String, String> FOUR_WAYS =
      of("at_once", "马上办", "online", "网上办", "nearby", "就近办", "one_visit", "一次办");
  static final Map<String, String> STEP_ROLES =
      of("window", "窗口", "reviewer", "审查人", "decider", "决定人");
  static final Map<String, String> SPECIALS =
      of(
          "hearing", "听证",
          "inspection", "现场勘验",
          "testing", "检验、检测",
          "quarantine", "检疫",
          "appraisal", "鉴定",
          "expert_review", "专家评审",
          "public_notice", "公示",
          "tender", "招标",
          "auction", "拍卖");
  static final Map<String, String> RESULTS =
      of("certificate", "电子证照", "approval", "批文、决定书", "none", "不产生结果文书");
  static final Map<String, String> NEEDS =
      of("must", "必要", "when", "按情形（满足条件才交）", "optional", "非必要", "deferrable", "可容缺（先受理、后补交）");
  static final Map<String, String> DEFER_BEFORE =
      of("decision", "作出准予决定以前", "delivery", "领取结果以前（先准予，补齐了再送达）");
  static final Map<String, String> DEFER_MISSED =
      of("stop", "不能准予，由承办部门终止办理", "withdraw", "视为撤回申请，办理自动终止");
  static final Map<String, String> PAPER_KINDS =
      of("original", "原件", "copy", "复印件", "both", "原件和复印件");
  static final Map<String, String> PAPER_FORMS =
      of("either", "电子、纸质均可", "electronic", "电子", "paper", "纸质");
  static final Map<String, String> SOURCES =
      of("applicant", "申请人自备", "government", "政府部门核发", "other", "其他机构出具");
  static final Map<String, String> OPENABLE =
      of("conditions", "受理条件", "fees", "收费", "quantity", "数量限制", "summary", "事项简述");

  private Choices() {}

  static Map<String, String> of(String... pairs) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return Collections.unmodifiableMap(map);
  }
}
