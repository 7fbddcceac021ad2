package org.yongtong.catalogue.find;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.platform.code.TaskCode;

/**
 * A lead item as the search sees it.
 *
 * @param number its number in the index
 * @param body names of its department
 * @param phrases everyday names that editors added
 * @param titles its name, the name without what stands in brackets, everyday names; in normal form,
 *     and the same without what is said around the matter
 * @param together all titles in one text, with a line between two
 * @param variants itself and those below who run it
 */
record Lead(
    int number,
    ItemHead head,
    String body,
    List<String> phrases,
    String[] titles,
    String together,
    List<ItemHead> variants) {

  /** 办营业执照 is 营业执照, 开饭店办证 is 开饭店. */
  private static final Pattern SAID_BEFORE =
      Pattern.compile("^(办理|申办|申请|申领|领取|办(?![学公事案])|领(?![养域]))(?=..)");

  private static final Pattern SAID_AFTER =
      Pattern.compile("(?<=..)(要办证吗|要证吗|要办什么证|办什么证|要什么证|怎么办证|办证|办执照|怎么办|怎么办理|怎么申请|怎么登记|办手续|手续)$");

  static Lead of(
      int number, ItemHead head, String body, List<String> phrases, List<ItemHead> variants) {
    var titles = new ArrayList<String>();
    titles.add(SearchText.joined(head.name()));
    int bracket = head.name().indexOf('（');
    if (bracket > 0) {
      titles.add(SearchText.joined(head.name().substring(0, bracket)));
    }
    head.aliases().forEach(alias -> titles.add(SearchText.joined(alias)));
    phrases.forEach(phrase -> titles.add(SearchText.joined(phrase)));
    titles.removeIf(String::isEmpty);
    for (String title : List.copyOf(titles)) {
      String core =
          SAID_AFTER.matcher(SAID_BEFORE.matcher(title).replaceFirst("")).replaceFirst("");
      if (core.length() < title.length()) {
        titles.add(core);
      }
    }
    String[] different = titles.stream().distinct().toArray(String[]::new);
    return new Lead(number, head, body, phrases, different, String.join("\n", different), variants);
  }

  /** Whether one of the titles holds this. */
  boolean names(String part) {
    return together.contains(part);
  }

  /** Changing, extending, replacing: not the first handling item of its code (业务办理项). */
  boolean isLaterHandling() {
    String code = head.taskCode();
    return code.length() > TaskCode.LENGTH && !code.endsWith("01");
  }

  /** The same with other variants; what is searched is the same. */
  Lead with(List<ItemHead> others) {
    return new Lead(number, head, body, phrases, titles, together, others);
  }

  /** Whether the index knows all of this already. */
  boolean saysTheSame(ItemHead other, String otherBody, List<String> otherPhrases) {
    return head == other && body.equals(otherBody) && phrases.equals(otherPhrases);
  }
}
