package org.yongtong.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Code lists of the catalogue and their Chinese words, in the order they are shown. */
final class Words {

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
  static final Set<String> CATCH_ALL =
      Set.of(
          "其他材料", "其它材料", "其他资料", "其他证明", "其他文件", "有关材料", "有关证明", "有关资料", "相关材料", "相关证明", "相关资料",
          "相关文件", "等材料", "等证明", "等资料", "等文件", "等条件", "其他条件", "其它条件", "规定的其他", "需要的其他", "要求的其他");

  private Words() {}

  static Map<String, String> lifeEvents() {
    return LIFE_EVENTS;
  }

  static Map<String, String> themes(ServiceItem.Audience audience) {
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
