package org.yongtong.catalogue.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.revise.Party;
import org.yongtong.catalogue.revise.Remark;
import org.yongtong.catalogue.revise.Revision;

/**
 * A revision that somebody has in front of him.
 *
 * @param pages of the editor; empty when the revision changes no text
 * @param lead content of the lead that the item follows, or null
 * @param parties in which capacities the viewer may act
 * @param remarks why it was sent back, last round first
 */
public record Opened(
    Revision revision,
    List<EditorPage> pages,
    @Nullable Map<String, Object> lead,
    List<Problem> problems,
    Set<Party> parties,
    List<Remark> remarks) {

  /** The viewer may write in it now. */
  public boolean writable() {
    return revision.state().withAuthor() && parties.contains(Party.EDITOR);
  }

  /** Whether its text has a form of its own; a claimant follows that of its lead. */
  public boolean hasForm() {
    return page(LeadPages.FORM).isPresent();
  }

  Optional<EditorPage> page(String key) {
    return pages.stream().filter(page -> page.key().equals(key)).findFirst();
  }

  /** A place of its text in words. */
  public String label(String place) {
    return words().label(place);
  }

  PlaceWords words() {
    return new PlaceWords(pages, revision.content());
  }

  public String path() {
    return "/desk/catalogue/revisions/" + revision.id();
  }

  /** Place → message, of one page; with the paper's id, of that paper. */
  Map<String, String> problemsOf(EditorPage page, String paper) {
    var found = new LinkedHashMap<String, String>();
    for (Problem problem : problems) {
      if (problem.page().equals(page.key()) && (paper.isEmpty() || problem.paper().equals(paper))) {
        found.merge(problem.place(), problem.message(), (one, other) -> one + "；" + other);
      }
    }
    return found;
  }

  /** What the last check wanted changed: place → reason; only while the author is at it. */
  public Map<String, String> remarksAt() {
    var found = new LinkedHashMap<String, String>();
    if (revision.state().withAuthor()) {
      for (Remark remark : remarks) {
        if (remark.round() == revision.round() - 1) {
          found.put(remark.place(), remark.reason() + "（" + remark.by() + "）");
        }
      }
    }
    return found;
  }
}
