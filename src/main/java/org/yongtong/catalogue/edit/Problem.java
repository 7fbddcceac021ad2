package org.yongtong.catalogue.edit;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A defect of a document for the person who mends it.
 *
 * @param place where its control is
 * @param label the place in words
 * @param page key of the page
 * @param paper id of the paper when it lies in one, else ""
 */
public record Problem(String place, String label, String page, String paper, String message) {

  private static final Pattern MISSING = Pattern.compile("缺少 ([a-z][a-z0-9_.\\[\\]]*)(：(.*))?");
  private static final Pattern IN_ROUTING = Pattern.compile("routing\\[(\\d{1,3})\\].*");
  private static final Pattern IN_PAPER = Pattern.compile("papers\\[(\\d+)\\].*");

  /** Address below the revision's own. */
  public String path() {
    Matcher route = IN_ROUTING.matcher(place);
    if (route.matches()) {
      return "questions?rule=routing.%s#rule".formatted(route.group(1));
    }
    var part = FormParts.at(place);
    if (part.isPresent()) {
      return part.get().path();
    }
    if (page.equals(LeadPages.FORM)) {
      return "form?place="
          + java.net.URLEncoder.encode(place, java.nio.charset.StandardCharsets.UTF_8);
    }
    return (paper.isEmpty() ? page : LeadPages.PAPERS + "/" + paper) + "?check=1#f-" + place;
  }

  static Problem of(String place, String message, PlaceWords words, Map<String, Object> document) {
    String at = place;
    String said = message;
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      at = missing.group(1);
      if (!at.startsWith(place)) {
        at = place + "." + at;
      }
      said = missing.group(3) == null ? "请填写" + words.label(at) : missing.group(3);
    }
    String label = at.isEmpty() ? "" : words.label(at);
    if (at.equals(LeadPages.FORM) || at.startsWith(LeadPages.FORM + ".")) {
      Object form = document.get(LeadPages.FORM);
      said = form == null ? said : FormText.located(form, at, message);
    } else if (!at.isEmpty() && said.startsWith(at)) {
      said = label + said.substring(at.length());
    }
    return new Problem(at, label, words.page(at), paper(at, document), said);
  }

  private static String paper(String place, Map<String, Object> document) {
    Matcher in = IN_PAPER.matcher(place);
    return in.matches() ? Place.text(document, "papers[%s].id".formatted(in.group(1))) : "";
  }

  static List<Problem> on(List<Problem> all, EditorPage page) {
    return IntStream.range(0, all.size())
        .mapToObj(all::get)
        .filter(problem -> problem.page().equals(page.key()))
        .toList();
  }
}
