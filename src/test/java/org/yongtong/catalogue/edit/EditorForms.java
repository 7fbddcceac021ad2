package org.yongtong.catalogue.edit;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;

/** Editors' pages in tests: opened, filled in and sent as a browser without scripts would. */
public final class EditorForms {

  private final MockMvc web;

  public EditorForms(MockMvc web) {
    this.web = web;
  }

  public MockHttpServletResponse get(String path, String login) throws Exception {
    return web.perform(
            org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                    java.net.URI.create(path))
                .with(As.staff(login)))
        .andReturn()
        .getResponse();
  }

  public Document page(String path, String login) throws Exception {
    MockHttpServletResponse response = get(path, login);
    if (response.getStatus() != 200) {
      throw new AssertionError(path + " answers " + response.getStatus());
    }
    return Jsoup.parse(response.getContentAsString());
  }

  public Opened open(String path, String login) throws Exception {
    return new Opened(page(path, login), login);
  }

  /** A page with a form that somebody has in front of him. */
  public final class Opened {

    private final Document page;
    private final String login;

    private Opened(Document page, String login) {
      this.page = page;
      this.login = login;
    }

    public Document page() {
      return page;
    }

    /**
     * Sends the last POST form of the page with all that stands in it.
     *
     * @param typed name, value, name, value …; takes the place of what stood there; the name of a
     *     button presses it
     */
    public MockHttpServletResponse send(String... typed) throws Exception {
      Element form = page.select("main form[method=post]").last();
      if (form == null) {
        throw new AssertionError("the page has no form");
      }
      var names = new ArrayList<String>();
      for (int i = 0; i < typed.length; i += 2) {
        names.add(typed[i]);
      }
      var request = post(form.attr("action")).with(As.staff(login)).with(As.csrf());
      for (Element control : form.select("input[name], textarea[name], select[name]")) {
        String name = control.attr("name");
        boolean sent =
            !name.equals("_csrf")
                && !names.contains(name)
                && !control.hasAttr("disabled")
                && (!List.of("checkbox", "radio").contains(control.attr("type"))
                    || control.hasAttr("checked"));
        if (sent) {
          request.param(name, value(control));
        }
      }
      for (int i = 0; i < typed.length; i += 2) {
        request.param(typed[i], typed[i + 1]);
      }
      return web.perform(request).andReturn().getResponse();
    }

    private static String value(Element control) {
      if (control.tagName().equals("select")) {
        Element chosen = control.selectFirst("option[selected]");
        return chosen == null ? "" : chosen.attr("value");
      }
      return control.tagName().equals("textarea")
          ? control.wholeText().replaceFirst("^\\n", "")
          : control.val();
    }
  }
}
