package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.edit.PageView.Change;
import org.yongtong.catalogue.edit.PageView.Line;

/** Complete contents of items in words, for reading and comparing. */
@Component
public class ItemText {

  private final Pages pages;

  ItemText(Pages pages) {
    this.pages = pages;
  }

  /** What stands on one page of the editor. */
  public record Section(String title, List<Line> lines) {}

  /**
   * @param content complete, of a lead or laid over one
   */
  public List<Section> describe(Map<String, Object> content, String department, String division) {
    var sections = new ArrayList<Section>();
    for (EditorPage page : pages.lead(false, department, division)) {
      List<Line> lines =
          page.key().equals(LeadPages.PAPERS) ? papers(content) : Described.page(page, content);
      if (!lines.isEmpty() && !page.key().equals(LeadPages.FORM)) {
        sections.add(new Section(page.title(), lines));
      }
    }
    return sections;
  }

  private static List<Line> papers(Map<String, Object> content) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < Place.list(content, LeadPages.PAPERS).size(); i++) {
      EditorPage page = LeadPages.paper("papers[%d]".formatted(i), "", Map.of());
      List<Line> all = Described.page(page, content);
      lines.add(
          new Line(
              all.isEmpty() ? "" : all.getFirst().text(),
              all.stream()
                  .skip(1)
                  .map(line -> line.label() + "：" + line.text())
                  .collect(Collectors.joining("；"))));
    }
    return lines;
  }

  /** Places that differ, with both texts. */
  public List<Change> changes(Map<String, Object> before, Map<String, Object> after) {
    return Compared.changes(before, after);
  }
}
