package org.yongtong.catalogue.design;

import java.util.List;
import java.util.Map;
import org.yongtong.catalogue.edit.FormParts;
import org.yongtong.catalogue.edit.Opened;

/**
 * What the last check wants changed, at one place of what a designer shows.
 *
 * @param path where it is mended
 */
public record RemarkNote(String label, String reason, String path) {

  /** Remarks on the form and its parts. */
  static List<RemarkNote> ofForm(Opened opened) {
    return opened.remarksAt().entrySet().stream()
        .filter(each -> each.getKey().equals("form") || each.getKey().startsWith("form."))
        .map(each -> of(opened, each))
        .toList();
  }

  private static RemarkNote of(Opened opened, Map.Entry<String, String> remark) {
    return new RemarkNote(
        opened.label(remark.getKey()),
        remark.getValue(),
        opened.path()
            + "/"
            + FormParts.at(remark.getKey()).map(FormParts.Part::path).orElse("form"));
  }
}
