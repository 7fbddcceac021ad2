package org.yongtong.casework.file;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a text to an applicant what it demands to be handed in. A demand is a verb of handing in
 * and, before the sentence ends, words for papers. It is covered when its own words stand in what
 * the guide calls one of its papers or fields, or the other way round; bare words such as 原件 or 照片
 * are covered when the text stands beside a thing of the guide. What is spoken of as handed in
 * already (您提交的材料) is no demand.
 */
final class DemandWords {

  private static final Pattern DEMAND =
      Pattern.compile(
          "(?<![已曾所未])(?:补充提交|补充提供|补交|补齐|补充|补办|补(?![正贴助偿])|提交|提供|上传|递交|报送|出具|附上|附具|交来|携带|出示|开具|办理)(?![的了过])([^。；;！!？?\\n"
              + "]{1,120})");
  private static final Pattern PAPER =
      Pattern.compile(
          "证明|材料|原件|复印件|扫描件|证件|证书|证照|执照|许可证|批文|批复|报告|文件|照片|合同|协议|公证|鉴定|户口|身份证|承诺书"
              + "|委托书|申请书|说明书|同意书|确认书|保证书|情况说明|清单|资料|票据|发票|凭证|存折|流水|保函|担保");
  private static final Pattern FILLER =
      Pattern.compile(
          "请|您|的|并|再|另外?|重新|清晰|清楚|完整|有效|真实|最新|近期|相应|相关|有关|上述|本人|本单位|加盖公章|盖章|签字|这份|该份?"
              + "|[一二两三四五]?[份张页套个]|[\\s“”\"《》（）()]");
  private static final Pattern BARE = Pattern.compile("原件|复印件|扫描件|照片|材料|文件|资料|证件|文本|电子版|纸质版");
  private static final int SHORTEST = 2;

  private DemandWords() {}

  /** The first thing demanded that the words do not cover. */
  static Optional<String> beyond(String text, boolean pointed, Collection<String> words) {
    Matcher demand = DEMAND.matcher(text);
    while (demand.find()) {
      for (String piece : demand.group(1).split("[、，,]|以及|或者|和|及|与")) {
        if (PAPER.matcher(piece).find() && !covered(piece, pointed, words)) {
          return Optional.of(piece.strip());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean covered(String piece, boolean pointed, Collection<String> words) {
    String demanded = bare(plain(piece));
    if (demanded.length() < SHORTEST) {
      return pointed;
    }
    return words.stream()
        .map(DemandWords::plain)
        .anyMatch(
            known ->
                known.contains(demanded)
                    || (bare(known).length() > SHORTEST && demanded.contains(bare(known))));
  }

  private static String plain(String text) {
    return FILLER.matcher(text).replaceAll("");
  }

  private static String bare(String text) {
    return BARE.matcher(text).replaceAll("");
  }
}
