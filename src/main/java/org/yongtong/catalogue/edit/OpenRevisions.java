package org.yongtong.catalogue.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.catalogue.ItemDocument;
import org.yongtong.catalogue.ItemDocuments;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionCheck;
import org.yongtong.catalogue.revise.RevisionScope;
import org.yongtong.catalogue.revise.Revisions;
import org.yongtong.identity.SignedIn;

/** Opens revisions for those who may see them. */
@Component
public class OpenRevisions {

  /** Where a claimant says what its lead says elsewhere. */
  private static final Map<String, String> OWN_PLACES =
      Map.of("limits.promised_days", "promised_days", "limits", "promised_days");

  private final Revisions revisions;
  private final RevisionScope scope;
  private final RevisionCheck check;
  private final ItemDocuments documents;
  private final Pages pages;

  OpenRevisions(
      Revisions revisions,
      RevisionScope scope,
      RevisionCheck check,
      ItemDocuments documents,
      Pages pages) {
    this.revisions = revisions;
    this.scope = scope;
    this.check = check;
    this.documents = documents;
    this.pages = pages;
  }

  /**
   * @throws ResponseStatusException 404 when it is not the viewer's to see, whether or not it
   *     exists
   */
  public Opened open(UUID id, SignedIn me) {
    Revision revision =
        revisions
            .find(id)
            .filter(each -> scope.sees(me, each))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Map<String, Object> lead = lead(revision);
    List<EditorPage> all = pages.of(revision, lead);
    var words = new PlaceWords(all, revision.content());
    List<Problem> problems =
        revision.state().closed() || all.isEmpty()
            ? List.of()
            : check.of(revision).stream()
                .map(
                    defect ->
                        Problem.of(
                            revision.lead() == null
                                ? defect.place()
                                : OWN_PLACES.getOrDefault(defect.place(), defect.place()),
                            defect.message(),
                            words,
                            revision.content()))
                .distinct()
                .sorted(Comparator.comparingInt(problem -> order(all, problem)))
                .toList();
    return new Opened(
        revision,
        all,
        lead,
        problems,
        scope.parties(me, revision),
        revisions.remarks(revision.id()));
  }

  private static int order(List<EditorPage> pages, Problem problem) {
    for (int i = 0; i < pages.size(); i++) {
      if (pages.get(i).key().equals(problem.page())) {
        return i;
      }
    }
    return pages.size();
  }

  @Nullable Map<String, Object> lead(Revision revision) {
    String lead = revision.lead();
    return lead == null ? null : documents.find(lead).map(ItemDocument::data).orElse(Map.of());
  }
}
