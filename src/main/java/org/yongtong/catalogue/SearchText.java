package org.yongtong.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Brings what people type and what items say to one form. */
final class SearchText {

  /** Traditional and simplified characters in turn, those that occur in items and in questions. */
  private static final String PAIRS =
      "開开飯饭館馆廳厅證证書书業业務务營营執执許许養养貼贴補补領领辦办理理請请戶户籍籍車车輛辆學学"
          + "醫医療疗護护師师員员會会計计險险勞劳動动僱雇傭佣職职業业條条資资産产產产權权購购買买賣卖租租"
          + "貸贷款款錢钱銀银行行稅税費费網网絡络電电話话視视頻频廣广場场園园樓楼裝装飾饰築筑設设備备機机"
          + "構构團团體体協协組组織织財财處处罰罚審审檢检驗验測测規规劃划圖图紙纸圍围牆墙綠绿樹树葉叶農农"
          + "業业漁渔獸兽藥药殺杀蟲虫衛卫環环污污廢废氣气運运輸输貨货倉仓庫库歲岁齡龄殘残兒儿婦妇婚婚離离"
          + "異异遷迁繼继續续變变註注銷销補补換换遺遗優优撫抚軍军烈烈屬属寺寺廟庙教教育育師师範范課课費费"
          + "轉转診诊異异鄉乡鎮镇區区縣县國国際际語语專专門门標标準准質质量量製制造造賓宾歡欢樂乐遊游戲戏"
          + "藝艺術术圖图書书報报刊刊印印錄录製制傳传單单據据長长齒齿診诊獨独無无業业貧贫窮穷難难災灾臨临"
          + "時时濟济鰥鳏寡寡撥拨給给發发寶宝奶奶豬猪雞鸡鴨鸭魚鱼蝦虾菜菜鍋锅爐炉壓压繩绳纜缆龍龙門门"
          + "爺爷媽妈爸爸個个體体戶户攤摊販贩髮发廊廊剪剪頭头癌癌熱热冷冷鏈链鋪铺餅饼麵面點点餐餐"
          + "爲为與与從从來来這这裡里裏里麼么樣样嗎吗幾几誰谁應应該该還还沒没對对過过實实觀观現现關关係系"
          + "聯联總总統统當当選选舉举調调訴诉訟讼師师訓训練练試试題题評评價价議议論论談谈記记認认識识讓让";

  private static final Map<Character, Character> SIMPLIFIED = new HashMap<>();

  static {
    for (int i = 0; i + 1 < PAIRS.length(); i += 2) {
      SIMPLIFIED.put(PAIRS.charAt(i), PAIRS.charAt(i + 1));
    }
  }

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** What people say around the matter itself. */
  private static final Pattern PHRASES_AROUND =
      Pattern.compile(
          "请问|我想要|我想|我要|想要|怎么样|怎么办理|怎么申请|怎么办|怎么|怎样|如何|需要什么|要什么|需要哪些|哪些|什么材料|什么手续"
              + "|什么|在哪里|在哪|哪里|多少钱|多久|可以|能不能|能否|需要|手续|流程|材料|吗$|呢$");

  private SearchText() {}

  /** Half-width, lower case, simplified. */
  static String normal(String text) {
    var normal =
        new StringBuilder(
            Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    for (int i = 0; i < normal.length(); i++) {
      Character simplified = SIMPLIFIED.get(normal.charAt(i));
      if (simplified != null) {
        normal.setCharAt(i, simplified);
      }
    }
    return normal.toString();
  }

  /** Normal form without anything but letters and digits: 食品经营许可（新办） → 食品经营许可新办. */
  static String joined(String text) {
    return BETWEEN_WORDS.matcher(normal(text)).replaceAll("");
  }

  /** The words of a question, without the phrases around them when something else remains. */
  static List<String> words(String question) {
    var words = new ArrayList<String>();
    for (String word : BETWEEN_WORDS.split(normal(question))) {
      String core = PHRASES_AROUND.matcher(word).replaceAll(" ").strip();
      for (String part : core.split(" +")) {
        if (!part.isEmpty()) {
          words.add(part);
        }
      }
    }
    if (words.isEmpty()) {
      String whole = joined(question);
      return whole.isEmpty() ? List.of() : List.of(whole);
    }
    return words;
  }

  /** Neighbouring pairs of characters; a single character stands for itself. */
  static List<String> pairs(String joined) {
    if (joined.length() < 2) {
      return joined.isEmpty() ? List.of() : List.of(joined);
    }
    var pairs = new ArrayList<String>(joined.length() - 1);
    for (int i = 0; i + 1 < joined.length(); i++) {
      pairs.add(joined.substring(i, i + 2));
    }
    return pairs;
  }
}
