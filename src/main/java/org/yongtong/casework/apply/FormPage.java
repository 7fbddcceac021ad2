package org.yongtong.casework.apply;

import java.util.Map;
import org.yongtong.form.FormView;

/**
 * Second step: the form.
 *
 * @param problems for the summary on top; empty when nobody asked to go on yet
 */
public record FormPage(DraftHead head, FormView view, Map<String, String> problems) {

  public String autosave() {
    return head.path("save");
  }

  public String files() {
    return head.path("files");
  }
}
