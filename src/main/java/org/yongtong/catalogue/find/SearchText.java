package org.yongtong.catalogue.find;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings what people type and what items say to one form. */
final class SearchText {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** What people say around the matter itself. */
  private static final Pattern PHRASES_AROUND =
      Pattern.compile(
          "请问|我想要|我想|我要|想要|怎么样|怎么办理|怎么申请|怎么办|怎么|怎样|如何|需要什么|要什么|需要哪些|哪些|什么材料|什么手续"
              + "|什么|在哪里|在哪|去哪里|去哪|哪里|多少钱|多久|可以|能不能|能否|要不要|有没有|是不是|需要|手续|流程|材料|吗$|呢$|了$");

  /** Words that only count or point. */
  private static final Pattern FILLERS = Pattern.compile("一家|一间|一个|那个|这个|一下|(?<=[开办])个");

  /** Characters that say nothing of the matter when they stand alone. */
  private static final String STOP = "的了吗呢吧啊呀要想我你他她它们在有是不去和与把给被个这那就都也还很到来从对为能会着过啦嘛些么怎哪谁几里上下";

  private SearchText() {}

  /** Half-width, lower case, simplified. */
  static String normal(String text) {
    var normal =
        new StringBuilder(
            Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    for (int i = 0; i < normal.length(); i++) {
      normal.setCharAt(i, Han.simplified(normal.charAt(i)));
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
      String core =
          PHRASES_AROUND.matcher(FILLERS.matcher(word).replaceAll("")).replaceAll(" ").strip();
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

  static boolean saysNothing(String character) {
    return STOP.contains(character);
  }
}
