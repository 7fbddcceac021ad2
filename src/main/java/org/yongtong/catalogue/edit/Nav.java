package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.List;
import org.yongtong.catalogue.revise.Revision;

/** The side navigation of a revision with marks of completeness. */
public record Nav(List<Item> items) {

  /**
   * @param mark done, todo, empty or none
   * @param count problems on the page
   * @param below a page under the one before
   */
  public record Item(
      String title, String path, String mark, int count, boolean current, boolean below) {}

  static Nav of(Opened opened, String current) {
    Revision revision = opened.revision();
    var items = new ArrayList<Item>();
    items.add(plain(opened, "", "总览", current));
    items.add(plain(opened, "terms", "修订说明", current));
    for (EditorPage page : opened.pages()) {
      page(opened, page, current, items);
    }
    if (revision.purpose().changesText()) {
      items.add(plain(opened, "differences", "改了什么", current));
      items.add(plain(opened, "preview", "按申请人看到的样子预览", current));
    }
    return new Nav(List.copyOf(items));
  }

  private static Item plain(Opened opened, String key, String title, String current) {
    return new Item(
        title,
        opened.path() + (key.isEmpty() ? "" : "/" + key),
        "none",
        0,
        key.equals(current),
        false);
  }

  private static Item below(Opened opened, String key, String title, String current) {
    return new Item(title, opened.path() + "/" + key, "none", 0, key.equals(current), true);
  }

  private static void page(Opened opened, EditorPage page, String current, List<Item> items) {
    int count = Problem.on(opened.problems(), page).size();
    boolean untouched =
        page.key().equals(LeadPages.PAPERS)
            ? Place.list(opened.revision().content(), LeadPages.PAPERS).isEmpty()
            : page.untouched(opened.revision().content());
    items.add(
        new Item(
            page.title(),
            opened.path() + "/" + page.key() + (untouched ? "" : "?check=1"),
            count > 0 ? "todo" : untouched ? "empty" : "done",
            count,
            page.key().equals(current),
            false));
    if (page.key().equals(LeadPages.PAPERS)) {
      papers(opened, current, items);
    }
    if (page.key().equals(LeadPages.FORM)) {
      items.add(below(opened, "questions", "情形问题", current));
      items.add(below(opened, "leaves", "全部情形", current));
      items.add(below(opened, "try", "试填", current));
      items.add(below(opened, EditorController.FORM_TEXT, "表单文本", current));
    }
  }

  private static void papers(Opened opened, String current, List<Item> items) {
    var content = opened.revision().content();
    for (int i = 0; i < Place.list(content, LeadPages.PAPERS).size(); i++) {
      String id = Place.text(content, "papers[%d].id".formatted(i));
      String name = Place.text(content, "papers[%d].name".formatted(i));
      long count = opened.problems().stream().filter(problem -> problem.paper().equals(id)).count();
      items.add(
          new Item(
              name.isEmpty() ? "（未命名的材料）" : name,
              opened.path() + "/papers/" + id + "?check=1",
              count > 0 ? "todo" : "done",
              (int) count,
              current.equals("papers/" + id),
              true));
    }
  }
}
