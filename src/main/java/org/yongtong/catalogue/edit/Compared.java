package org.yongtong.catalogue.edit;

import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** What tells items apart and says nothing to a reader. */
  private static final Set<String> NO_TEXT =
      Set.of("id", "department", "level", "claims", "open", "local_codes", "schema", "sample");

  private final ItemDocuments documents;

  Compared(ItemDocuments documents) {
    this.documents = documents;
  }

  List<Change> of(Opened opened) {
    Revision revision = opened.revision();
    if (!revision.purpose().changesText() || revision.purpose() == Purpose.SET_UP) {
      return List.of();
    }
    return changes(opened.words(), before(revision), revision.content());
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
    Map<String, Object> effective = documents.effective(RevisionCheck.document(opened.revision()));
    return changes(opened.words(), lead, effective);
  }

  static List<Change> changes(
      PlaceWords words, Map<String, Object> before, Map<String, Object> after) {
    return Differences.between(before, after).stream()
        .filter(difference -> !difference.before().equals(difference.after()))
        .filter(difference -> !NO_TEXT.contains(difference.place()))
        .map(
            difference -> {
              var both = TextDiff.of(difference.before(), difference.after());
              return new Change(words.label(difference.place()), both.before(), both.after());
            })
        .toList();
  }
}
