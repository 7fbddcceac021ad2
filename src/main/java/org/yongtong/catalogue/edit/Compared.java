package org.yongtong.catalogue.edit;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Differences;
import org.yongtong.catalogue.ItemDocument;
import org.yongtong.catalogue.ItemDocuments;
import org.yongtong.catalogue.edit.PageView.Change;
import org.yongtong.catalogue.revise.Purpose;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionCheck;

/** What a revision changes: against the published text, of a claimant against its lead. */
@Component
class Compared {

  private final ItemDocuments documents;

  Compared(ItemDocuments documents) {
    this.documents = documents;
  }

  List<Change> of(Opened opened) {
    Revision revision = opened.revision();
    if (!revision.purpose().changesText() || revision.purpose() == Purpose.SET_UP) {
      return List.of();
    }
    return changes(before(revision), revision.content());
  }

  private Map<String, Object> before(Revision revision) {
    return documents.find(revision.item()).map(ItemDocument::data).orElse(Map.of());
  }

  /** Of a claimant: where its complete text differs from its lead's. */
  List<Change> fromLead(Opened opened) {
    Map<String, Object> lead = opened.lead();
    if (lead == null || lead.isEmpty()) {
      return List.of();
    }
    try {
      return changes(lead, documents.effective(RevisionCheck.document(opened.revision())));
    } catch (NoSuchElementException | ClassCastException unfit) {
      return List.of(); // the lead is gone, or what was typed is no number yet
    }
  }

  static List<Change> changes(Map<String, Object> before, Map<String, Object> after) {
    return Differences.between(before, after).stream()
        .map(
            difference -> {
              var both =
                  TextDiff.of(
                      Objects.requireNonNullElse(difference.before(), ""),
                      Objects.requireNonNullElse(difference.after(), ""));
              return new Change(difference.place(), both.before(), both.after());
            })
        .toList();
  }
}
