package org.yongtong.form;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.yongtong.platform.web.Assets;
import org.yongtong.platform.web.Shell;

/**
 * Draws forms with the real templates and reads back what a browser without a script would send.
 */
final class FormPages {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "generated.pages");
  static final Shell SHELL = shell();

  private FormPages() {}

  /** Forms need nothing of the shell but its assets; the other parts may change. */
  private static Shell shell() {
    try {
      Assets assets = BeanUtils.instantiateClass(Assets.class.getDeclaredConstructor());
      var constructor = Shell.class.getDeclaredConstructors()[0];
      Object[] arguments =
          Stream.of(constructor.getParameterTypes())
              .map(type -> type == Assets.class ? assets : type == boolean.class ? false : null)
              .toArray();
      return (Shell) constructor.newInstance(arguments);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException(changed);
    }
  }

  static Document draw(FormView view, @Nullable String autosave) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("view", view);
    parameters.put("shell", SHELL);
    parameters.put("autosave", autosave);
    return Jsoup.parse("<form>" + render("form/_sections.jte", parameters) + "</form>");
  }

  static Document draw(FormDefinition form, Values values) {
    Forms forms = FormFixture.forms();
    FormCheck check = forms.check(form, values, FormFixture.APPLICANT);
    return draw(forms.view(form, values, check, FormView.Options.ALL), null);
  }

  static String render(String template, Map<String, Object> parameters) {
    var output = new StringOutput();
    TEMPLATES.render(template, parameters, output);
    return output.toString();
  }

  /** Every pair that a browser would post, without pressing a button inside the form. */
  static Map<String, String[]> sent(Document page) {
    FormElement form = page.forms().getFirst();
    var pairs = new ArrayList<String>();
    for (Connection.KeyVal pair : form.formData()) {
      pairs.add(pair.key());
      // jsoup says "on" for an empty value, a browser says nothing
      pairs.add(pair.value().equals("on") ? "" : pair.value());
    }
    return FormFixture.posted(pairs.toArray(String[]::new));
  }
}
