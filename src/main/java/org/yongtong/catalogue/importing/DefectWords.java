package org.yongtong.catalogue.importing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.Words;

/** Says a defect in the headings and words of the sheets instead of the keys of item files. */
final class DefectWords {

  private static final Pattern KEY =
      Pattern.compile(
          "(?<![A-Za-z0-9_@-])([a-z][a-z_]*(?:\\[\\d+\\])?(?:\\.[a-z][a-z_]*(?:\\[\\d+\\])?)*)(?::"
              + " ([a-z_]+))?(?![A-Za-z0-9@-])");
  private static final Pattern ROLE = Pattern.compile("角色 (window|reviewer|decider)");
  private static final Pattern MISSING = Pattern.compile("缺少 ([a-z_.\\[\\]0-9]+).*");

  private DefectWords() {}

  static String plain(SheetForm main, Defect defect) {
    String message =
        ROLE.matcher(defect.message())
            .replaceAll(role -> "角色“" + Sheets.roleWord(role.group(1)) + "”");
    String list = list(defect.place());
    String plain =
        KEY.matcher(message.replace(".yaml", ""))
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        replacement(main, list, found.group(1), found.group(2), found.group())));
    return plain.replace(" “", "“").replace("” ", "”");
  }

  private static String replacement(
      SheetForm main, String list, String path, @Nullable String value, String all) {
    Element element = element(main, list, path).orElse(null);
    if (element != null) {
      return "“%s”%s"
          .formatted(element.header(), value == null ? "" : "为“" + word(element, value) + "”");
    }
    Optional<SheetForm> sheet =
        Sheets.ALL.stream()
            .filter(
                form -> !form.list().isEmpty() && form.list().equals(path) && form != Sheets.BLANKS)
            .findFirst();
    if (sheet.isPresent() && value == null) {
      return "“%s”".formatted(sheet.get().name());
    }
    if (path.equals("form") || path.equals("questions")) {
      return "“情形与表单”";
    }
    String word = Words.elements().get(path);
    return word == null || value != null ? all : "“%s”".formatted(word);
  }

  private static String word(Element element, String value) {
    return element.kind() instanceof Kind.Word(var choices) ? choices.word(value) : value;
  }

  /** The place to point at: a missing element's own column where it has one. */
  static String place(Defect defect) {
    Matcher missing = MISSING.matcher(defect.message());
    return missing.matches() ? missing.group(1) : defect.place();
  }

  private static String list(String place) {
    int at = place.indexOf('[');
    return at < 0 ? "" : place.substring(0, at);
  }

  private static Optional<Element> element(SheetForm main, String list, String path) {
    if (!list.isEmpty() && path.indexOf('[') < 0) {
      Optional<Element> inside =
          Sheets.ALL.stream()
              .filter(form -> form.list().equals(list) && form != Sheets.BLANKS)
              .findFirst()
              .flatMap(form -> form.find(path));
      if (inside.isPresent()) {
        return inside;
      }
    }
    int at = path.indexOf('[');
    if (at >= 0) {
      String rest = path.substring(path.indexOf(']') + 1);
      String of = path.substring(0, at);
      return Sheets.ALL.stream()
          .filter(form -> form.list().equals(of) && form != Sheets.BLANKS)
          .findFirst()
          .flatMap(form -> form.find(rest.startsWith(".") ? rest.substring(1) : rest))
          .or(() -> main.find(of));
    }
    return main.find(path);
  }
}
