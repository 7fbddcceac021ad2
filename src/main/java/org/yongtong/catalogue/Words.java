package org.yongtong.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Code lists of the catalogue and their Chinese words, in the order they are shown. */
public final class Words {

  private static final Map<String, String> LIFE_EVENTS =
      inOrder(
          "birth", "生育",
          "school", "入学",
          "work", "工作",
          "open-shop", "开办企业、开店",
          "housing", "住房",
          "marriage", "婚姻",
          "retirement", "退休养老",
          "medical", "就医",
          "disability", "残疾人服务",
          "travel", "出行",
          "project", "项目建设",
          "farewell", "身后事",
          "daily-life", "日常生活");

  /** National themes for natural persons (自然人主题). */
  private static final Map<String, String> PERSON_THEMES =
      inOrder(
          "005", "生育收养", "010", "户籍办理", "015", "民族宗教", "020", "教育科研", "025", "入伍服役", "030", "就业创业",
          "035", "设立变更", "040", "准营准办", "045", "抵押质押", "050", "职业资格", "055", "行政缴费", "060", "婚姻登记",
          "065", "优待抚恤", "070", "规划建设", "075", "住房保障", "085", "社会保障", "090", "证件办理", "095", "交通出行",
          "100", "旅游观光", "105", "出境入境", "110", "消费维权", "115", "公共安全", "120", "司法公证", "125", "知识产权",
          "130", "环保绿化", "135", "文化体育", "140", "公用事业", "145", "医疗卫生", "150", "离职退休", "155", "死亡殡葬",
          "999", "其他");

  /** National themes for legal persons (法人主题). */
  private static final Map<String, String> LEGAL_THEMES =
      inOrder(
          "005", "设立变更", "010", "准营准办", "015", "资质认证", "020", "年检年审", "025", "税收财务", "030", "人力资源",
          "035", "社会保障", "040", "投资审批", "045", "融资信贷", "050", "抵押质押", "055", "商务贸易", "060", "招标拍卖",
          "065", "海关口岸", "070", "涉外服务", "075", "农林牧渔", "085", "国土和规划建设", "090", "交通运输", "095",
          "环保绿化", "100", "应对气候变化", "105", "水务气象", "110", "医疗卫生", "115", "科技创新", "120", "文体教育",
          "125", "知识产权", "130", "民族宗教", "135", "质量技术", "140", "检验检疫", "145", "安全生产", "150", "公安消防",
          "155", "司法公证", "160", "公用事业", "165", "法人注销", "170", "档案文物", "999", "其他");

  /** Catch-all wording that lets an office ask for anything: forbidden in papers and conditions. */
  public static final Set<String> CATCH_ALL =
      Set.of(
          "其他材料", "其它材料", "其他资料", "其他证明", "其他文件", "有关材料", "有关证明", "有关资料", "相关材料", "相关证明", "相关资料",
          "相关文件", "等材料", "等证明", "等资料", "等文件", "等条件", "其他条件", "其它条件", "规定的其他", "需要的其他", "要求的其他");

  /** What the elements of an item are called (GB/T 39554.2, 实施清单要素). */
  private static final Map<String, String> ELEMENTS =
      inOrder(
          "name", "事项名称",
          "aliases", "通俗名称",
          "summary", "事项简述",
          "kind", "事项类型",
          "handling", "办件类型",
          "objects", "服务对象",
          "department", "实施主体",
          "base_code", "基本编码",
          "handling_no", "业务办理项序号",
          "sub_item_of", "主项",
          "level", "行使层级",
          "power_source", "权力来源",
          "exercise", "行使内容",
          "division_of_powers", "权限划分",
          "themes", "主题分类",
          "life_events", "人生与经营事件",
          "bases", "设定依据",
          "conditions", "受理条件",
          "routing", "承办部门",
          "quantity", "数量限制",
          "limits", "办理时限",
          "promised_days", "承诺时限",
          "limits_note", "时限说明",
          "visits", "到现场次数",
          "visit_reason", "必须现场原因",
          "depth", "网上办理深度",
          "range", "通办范围",
          "four_ways", "四办",
          "result", "审批结果",
          "fees", "收费",
          "steps", "办理环节",
          "special", "特别程序",
          "review", "审查层级",
          "commitment", "告知承诺",
          "joint", "联办机构",
          "intermediary", "中介服务",
          "windows", "办理地点",
          "consult", "咨询方式",
          "complain", "监督投诉方式",
          "rights", "行政复议与诉讼",
          "rights_enjoyed", "依法享有的权利",
          "duties", "依法应尽的义务",
          "responsibility", "责任事项",
          "faq", "常见问题",
          "papers", "申请材料",
          "papers_dropped", "减免的材料",
          "papers_deferrable", "可容缺的材料",
          "form", "申请表单",
          "questions", "情形问题",
          "local_codes", "地方编码",
          "open", "允许下级调整的要素",
          "claims", "认领与下放",
          "sample", "示例标记");

  private Words() {}

  /** What an element is called on screens; the key itself when it has no word. */
  public static String element(String key) {
    return ELEMENTS.getOrDefault(key, key);
  }

  public static Map<String, String> elements() {
    return ELEMENTS;
  }

  public static Map<String, String> lifeEvents() {
    return LIFE_EVENTS;
  }

  public static Map<String, String> themes(ServiceItem.Audience audience) {
    return switch (audience) {
      case PERSON -> PERSON_THEMES;
      case LEGAL -> LEGAL_THEMES;
    };
  }

  private static Map<String, String> inOrder(String... pairs) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return Collections.unmodifiableMap(map);
  }
}
