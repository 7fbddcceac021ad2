package org.yongtong.journeys.pages;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What every page owes to everyone: no serious fault that axe finds, one heading that says where
 * one is, nothing that the security policy would stop, nothing to scroll sideways on a phone.
 */
public final class PageCheck {

  private static final int[] PHONES = {390, 360};

  private static final String RUN_AXE =
      """
      () => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations
        .filter(fault => fault.impact === 'serious' || fault.impact === 'critical')
        .map(fault => fault.id + ' (' + fault.impact + ') ' + fault.nodes.slice(0, 3)
          .map(node => node.html.slice(0, 200)
            + ' :: ' + node.any.concat(node.all).map(why => why.message).join('; ')).join(' || ')))
      """;

  /** What is wider than the window: boxes, the innermost first, then words that leave their box. */
  private static final String TOO_WIDE =
      """
      () => {
        const wideText = () => {
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const wide = [];
          const range = document.createRange();
          while (words.nextNode()) {
            range.selectNodeContents(words.currentNode);
            if (range.getBoundingClientRect().right > window.innerWidth) wide.push(words.currentNode.data.trim());
          }
          return wide.filter(word => word).slice(-3);
        };
        return document.documentElement.scrollWidth <= window.innerWidth ? null
        : document.documentElement.scrollWidth + ' px: ' + [...document.querySelectorAll('main *, header *, footer *, nav *')]
          .filter(one => one.getBoundingClientRect().right > window.innerWidth)
          .filter(one => { // what scrolls or is cut off within its own frame does no harm
            for (let frame = one.parentElement; frame && frame !== document.body; frame = frame.parentElement) {
              if (getComputedStyle(frame).overflowX !== 'visible') return false;
            }
            return true;
          })
          .reverse().slice(0, 3).map(one => one.outerHTML.slice(0, 160))
          .concat(wideText()).join(' || ');
      }
      """;

  private PageCheck() {}

  /** Everything that is wrong with the page that is open; {@code html} is what the server sent. */
  public static List<String> problems(Page page, String html) {
    List<String> wrong = new ArrayList<>(markup(Jsoup.parse(html)));
    wrong.addAll(axe(page));
    wrong.addAll(onPhones(page));
    return wrong;
  }

  /** Serious and critical findings of axe. */
  @SuppressWarnings("unchecked")
  public static List<String> axe(Page page) {
    page.evaluate(AxeBuilder.getAxeScript());
    return (List<String>) page.evaluate(RUN_AXE);
  }

  /** Nothing scrolls sideways at 390 px and at 360 px; the window is wide again afterwards. */
  public static List<String> onPhones(Page page) {
    List<String> wrong = new ArrayList<>();
    for (int width : PHONES) {
      page.setViewportSize(width, 800);
      Object tooWide = page.evaluate(TOO_WIDE);
      if (tooWide != null) {
        wrong.add("at " + width + " px the page is " + tooWide);
      }
    }
    page.setViewportSize(1280, 900);
    return wrong;
  }

  private static List<String> markup(Document page) {
    List<String> wrong = new ArrayList<>();
    int headings = page.select("h1").size();
    if (headings != 1) {
      wrong.add(headings + " main headings");
    }
    if (!page.title().matches("\\S.* · 邕通")) {
      wrong.add("title “" + page.title() + "”");
    }
    if (!page.select("html").attr("lang").equals("zh-CN")) {
      wrong.add("no language");
    }
    page.select("[style], style, script:not([src])").stream()
        .map(Element::outerHtml)
        .map(inline -> "inline: " + inline.substring(0, Math.min(120, inline.length())))
        .forEach(wrong::add);
    page.getAllElements().stream()
        .flatMap(one -> one.attributes().asList().stream())
        .filter(attribute -> attribute.getKey().matches("on[a-z]+"))
        .map(attribute -> "inline handler: " + attribute)
        .forEach(wrong::add);
    return wrong;
  }
}
