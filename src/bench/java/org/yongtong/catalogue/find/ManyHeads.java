package org.yongtong.catalogue.find;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemState;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.Mode;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.ServiceItem.Depth;
import org.yongtong.catalogue.ServiceItem.Handling;
import org.yongtong.catalogue.ServiceItem.Kind;

/**
 * Item heads made up of the words that real ones are made of, always the same for the same seed.
 * Each lead has a name, eight everyday names, a summary and ten names of laws and papers.
 */
final class ManyHeads {

  private static final String[] MATTERS = {
    "食品", "药品", "餐饮", "医疗器械", "道路货物", "危险化学品", "烟花爆竹", "建筑工程", "城市绿地", "户外广告", "公共场所", "特种设备",
    "住房公积金", "不动产", "残疾人", "失业保险", "工伤", "生育", "养老服务", "低保", "义务教育", "教师资格", "民办学校", "幼儿园", "演出",
    "网吧", "印刷", "出版物", "旅行社", "旅馆", "保安服务", "居住证", "护照", "身份证", "户口", "婚姻", "收养", "律师", "公证", "排污",
    "取水", "河道", "林木", "种子", "农药", "兽药", "动物防疫", "渔业", "拖拉机", "计量", "房屋预售", "消防", "环境影响", "水土保持",
    "文物", "体育场馆", "校车", "出租车", "公路", "港口", "码头", "电梯", "锅炉", "燃气", "供水", "污水"
  };
  private static final String[] OBJECTS = {
    "经营", "生产", "零售", "批发", "运输", "维修", "检测", "安装", "设计", "施工", "验收", "登记", "转让", "变更", "延续", "注销",
    "补贴", "津贴", "救助", "认定", "备案", "核准", "审批", "评定", "鉴定", "缴费", "退费", "减免", "报名", "转移", "抵押", "提取"
  };
  private static final String[] ENDS = {
    "许可", "许可证核发", "审批", "备案", "登记", "认定", "审查", "核准", "确认", "给付", "证明开具", "资格认定"
  };
  private static final String[] BEFORE = {
    "开", "办", "申请", "怎么办", "个人", "公司", "农村", "城市", "小区", "学校"
  };
  private static final String[] AFTER = {
    "办证", "手续", "要什么证", "怎么申请", "补办", "换证", "证", "店", "厂", "公司", "材料"
  };
  private static final String[] LAWS = {
    "管理条例", "实施细则", "管理办法", "监督管理规定", "安全法", "促进法", "保护条例", "登记办法"
  };
  private static final String[] PAPERS = {
    "申请书", "营业执照", "身份证明", "场所平面图", "人员名单", "设备清单", "委托书", "检验报告", "租赁合同", "资质证书"
  };

  private final Random random;

  ManyHeads(long seed) {
    this.random = new Random(seed);
  }

  /**
   * @param leads how many leads
   * @param each how many bodies run each of them, the lead's own included
   */
  Map<String, List<ItemHead>> make(int leads, int each) {
    var made = new HashMap<String, List<ItemHead>>(leads * 2);
    for (int i = 0; i < leads; i++) {
      ItemHead lead = lead("item-" + i);
      var variants = new ArrayList<ItemHead>();
      variants.add(lead);
      for (int v = 1; v < each; v++) {
        variants.add(variant(lead, v));
      }
      made.put(lead.id(), variants);
    }
    return made;
  }

  private ItemHead lead(String id) {
    String matter = any(MATTERS);
    String object = any(OBJECTS);
    var aliases = new ArrayList<String>();
    for (int i = 0; i < 8; i++) {
      aliases.add(
          (random.nextBoolean() ? any(BEFORE) : "")
              + (random.nextInt(3) == 0 ? any(MATTERS) : matter)
              + (random.nextBoolean() ? object : any(OBJECTS))
              + any(AFTER));
    }
    var texts = new ArrayList<String>();
    texts.add(matter + object + "证");
    for (int i = 0; i < 4; i++) {
      texts.add("中华人民共和国" + any(MATTERS) + any(LAWS));
    }
    for (int i = 0; i < 5; i++) {
      texts.add(any(MATTERS) + any(PAPERS));
    }
    String summary =
        "在本市从事%s%s的单位和个人，应当依法取得%s；%s%s的按照%s%s办理。"
            .formatted(
                matter, object, any(ENDS), any(MATTERS), any(OBJECTS), any(MATTERS), any(LAWS));
    return head(
        id,
        null,
        Level.CITY,
        "450100000000",
        matter + any(MATTERS) + object + any(ENDS),
        aliases,
        summary,
        texts);
  }

  private ItemHead variant(ItemHead lead, int number) {
    Level level = number < 13 ? Level.COUNTY : Level.TOWN;
    String division =
        level == Level.COUNTY
            ? "4501%02d000000".formatted(number)
            : "4501%02d%03d000".formatted(number % 12 + 1, number);
    return head(
        lead.id() + "@" + number,
        lead.id(),
        level,
        division,
        lead.name(),
        lead.aliases(),
        lead.summary(),
        lead.texts());
  }

  private ItemHead head(
      String id,
      @org.jspecify.annotations.Nullable String lead,
      Level level,
      String division,
      String name,
      List<String> aliases,
      String summary,
      List<String> texts) {
    return new ItemHead(
        new UUID(random.nextLong(), random.nextLong()),
        1,
        id,
        lead,
        lead == null ? Mode.OWN : Mode.CLAIMED,
        level,
        ItemState.IN_USE,
        "1".repeat(31),
        "000131001000",
        name,
        aliases,
        summary,
        Kind.values()[random.nextInt(Kind.values().length)],
        Handling.COMMITTED,
        random.nextBoolean() ? EnumSet.of(Audience.PERSON) : EnumSet.of(Audience.LEGAL),
        "department-" + random.nextInt(40),
        division,
        Set.of("0" + (10 + random.nextInt(80))),
        Set.of("0" + (10 + random.nextInt(80))),
        Set.of(),
        20,
        5,
        random.nextInt(3),
        Depth.values()[random.nextInt(Depth.values().length)],
        true,
        Instant.EPOCH,
        texts);
  }

  /** What somebody might type: a name, a part of one, a sentence, pinyin, first letters. */
  String question(List<ItemHead> leads) {
    ItemHead item = leads.get(random.nextInt(leads.size()));
    String alias = item.aliases().get(random.nextInt(item.aliases().size()));
    int half = 2 + random.nextInt(Math.max(1, alias.length() - 2));
    return switch (random.nextInt(10)) {
      case 0 -> item.name();
      case 1 -> "我想" + alias + "需要什么材料";
      case 2 ->
          LeadTerms.pinyin(SearchText.joined(alias.substring(0, Math.min(4, alias.length()))));
      case 3 -> any(MATTERS) + " " + any(ENDS);
      case 4 -> any(MATTERS) + any(OBJECTS);
      default -> alias.substring(0, Math.min(half, alias.length())); // while typing
    };
  }

  private String any(String[] words) {
    return words[random.nextInt(words.length)];
  }
}
