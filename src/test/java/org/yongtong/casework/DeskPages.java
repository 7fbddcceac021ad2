package org.yongtong.casework;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;
import org.yongtong.casework.file.CaseFile;

/** Staff's pages in tests: opened, filled in and sent like a browser without scripts would. */
public final class DeskPages {

  private final MockMvc web;

  public DeskPages(MockMvc web) {
    this.web = web;
  }

  public MockHttpServletResponse get(String path, String login) throws Exception {
    return web.perform(
            org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path)
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

  /** The page of an action, as it was opened. */
  public Opened open(CaseFile file, String action, String login) throws Exception {
    String path = "/desk/cases/%s/%s".formatted(file.id(), action);
    return new Opened(path, page(path, login), login);
  }

  /** An action page that somebody has in front of him. */
  public final class Opened {

    private final String path;
    private final Document page;
    private final String login;

    private Opened(String path, Document page, String login) {
      this.path = path;
      this.page = page;
      this.login = login;
    }

    public Document page() {
      return page;
    }

    /**
     * Sends the form with its hidden fields.
     *
     * @param typed name, value, name, value …
     */
    public MockHttpServletResponse send(String... typed) throws Exception {
      var request = post(path).with(As.staff(login)).with(As.csrf());
      for (Element hidden : page.select("main form input[type=hidden]")) {
        if (!hidden.attr("name").equals("_csrf")) {
          request.param(hidden.attr("name"), hidden.val());
        }
      }
      for (int i = 0; i < typed.length; i += 2) {
        request.param(typed[i], typed[i + 1]);
      }
      return web.perform(request).andReturn().getResponse();
    }
  }
}
