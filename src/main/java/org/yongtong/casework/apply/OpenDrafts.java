package org.yongtong.casework.apply;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.Correcting;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Filings;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.State;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SignedIn;

/** Opens a draft of one's own with its item and, in a correction, the case and what was marked. */
@Component
class OpenDrafts {

  private final Drafts drafts;
  private final Catalogue catalogue;
  private final CaseFiles files;
  private final Filings filings;
  private final Correcting correcting;
  private final Attachments attachments;
  private final ApplicationCheck check;
  private final RebaseDraft rebase;
  private final ItemsInForce inForce;
  private final DeferPapers later;

  OpenDrafts(
      Drafts drafts,
      Catalogue catalogue,
      CaseFiles files,
      Filings filings,
      Correcting correcting,
      Attachments attachments,
      ApplicationCheck check,
      RebaseDraft rebase,
      ItemsInForce inForce,
      DeferPapers later) {
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.files = files;
    this.filings = filings;
    this.correcting = correcting;
    this.attachments = attachments;
    this.check = check;
    this.rebase = rebase;
    this.inForce = inForce;
    this.later = later;
  }

  /**
   * @param filing as it would be filed now
   * @param papers uploaded so far
   * @param promise papers that are left out for later
   * @param problems that still stand in the way of submitting
   * @param closed address to go to instead, when it can no longer be changed
   * @param stop why the item cannot be applied for now, or null
   */
  record Opened(
      Drafts.Draft draft,
      ServiceItem item,
      Filing filing,
      Scope scope,
      List<Attachments.Attachment> papers,
      DeferPapers.Promise promise,
      List<ApplicationCheck.Problem> problems,
      @Nullable String closed,
      ItemsInForce.@Nullable Stop stop) {

    String path(String step) {
      return "/apply/drafts/" + draft.id() + "/" + step;
    }

    List<ApplicationCheck.Problem> problems(ApplicationCheck.Step step) {
      return problems.stream().filter(problem -> problem.step() == step).toList();
    }
  }

  /** The draft, or 404 as if it did not exist. */
  Opened own(UUID id, SignedIn me) {
    return open(
        drafts
            .findOwn(id, me)
            .map(draft -> rebase.rebase(draft, me))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }

  private Opened open(Drafts.Draft draft) {
    ServiceItem item = catalogue.version(draft.itemVersion());
    UUID caseId = draft.caseId();
    if (caseId == null) {
      if (draft.submitted()) {
        CaseFile file = files.findByDraft(draft.id()).orElseThrow();
        return closed(draft, item, file.id());
      }
      List<Attachments.Attachment> papers = attachments.ofDraft(draft.id());
      var promise = later.promise(draft, item, draft.filing(), papers);
      return new Opened(
          draft,
          item,
          draft.filing(),
          Scope.first(draft.revision()),
          papers,
          promise,
          check.check(item, draft.filing(), papers, promise),
          null,
          inForce.stop(item).orElse(null));
    }
    CaseFile file = files.find(caseId).orElseThrow();
    if (draft.submitted() || file.state() != State.CORRECTING) {
      return closed(draft, item, caseId);
    }
    List<Marks.Mark> wrong = correcting.wanted(file, item, draft.filing());
    Filing filing = Correcting.merge(filings.get(caseId, file.round()), draft.filing(), wrong);
    List<Attachments.Attachment> papers = attachments.ofDraft(draft.id());
    return new Opened(
        draft,
        item,
        filing,
        new Scope(wrong, null),
        papers,
        DeferPapers.Promise.NONE,
        check.checkCorrection(item, filing, wrong, papers),
        null,
        null);
  }

  private static Opened closed(Drafts.Draft draft, ServiceItem item, UUID caseId) {
    return new Opened(
        draft,
        item,
        draft.filing(),
        Scope.ALL,
        List.of(),
        DeferPapers.Promise.NONE,
        List.of(),
        "/my/cases/" + caseId,
        null);
  }

  /** What may be changed in this draft; for saving a field, where every statement counts. */
  Scope scope(Drafts.Draft draft) {
    return scope(draft, draft.filing());
  }

  /** The same when it holds what has just been typed. */
  Scope scope(Drafts.Draft draft, Filing typed) {
    UUID caseId = draft.caseId();
    if (caseId == null) {
      return Scope.first(draft.revision());
    }
    CaseFile file = files.find(caseId).orElseThrow();
    return new Scope(
        file.state() == State.CORRECTING
            ? correcting.wanted(file, catalogue.version(draft.itemVersion()), typed)
            : List.of(),
        null);
  }
}
