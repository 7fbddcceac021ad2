package org.yongtong.casework.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.casework.apply.DeferPapers;
import org.yongtong.casework.apply.Drafts;
import org.yongtong.casework.apply.ItemsInForce;
import org.yongtong.casework.apply.RebaseDraft;
import org.yongtong.casework.apply.Revision;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.Correcting;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.When;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.FormView;
import org.yongtong.identity.SignedIn;

/** An open draft of a clerk with its item and, for a correction, what may be changed. */
@Component
class OpenIntake {

  private final Drafts drafts;
  private final Catalogue catalogue;
  private final CaseFiles files;
  private final Correcting correcting;
  private final RebaseDraft rebase;
  private final ItemsInForce inForce;
  private final Attachments attachments;
  private final DeferPapers later;

  OpenIntake(
      Drafts drafts,
      Catalogue catalogue,
      CaseFiles files,
      Correcting correcting,
      RebaseDraft rebase,
      ItemsInForce inForce,
      Attachments attachments,
      DeferPapers later) {
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.files = files;
    this.correcting = correcting;
    this.rebase = rebase;
    this.inForce = inForce;
    this.attachments = attachments;
    this.later = later;
  }

  /**
   * @param marks of the correction notice; empty for a first application
   * @param stop why the item cannot be applied for now, or null
   */
  record Opened(
      Drafts.Draft draft,
      ServiceItem item,
      List<Marks.Mark> marks,
      ItemsInForce.@Nullable Stop stop) {

    boolean correction() {
      return draft.caseId() != null;
    }

    /** Whether the applicant's sheet may be changed. */
    boolean opensApplicant() {
      return !correction() || fields().contains("applicant");
    }

    boolean opensPaper(String paper) {
      return !correction()
          || marks.stream().anyMatch(mark -> !mark.field() && mark.path().equals(paper));
    }

    Set<String> fields() {
      return marks.stream()
          .filter(Marks.Mark::field)
          .map(Marks.Mark::topField)
          .collect(Collectors.toSet());
    }

    FormView.Options options() {
      if (!correction()) {
        return new FormView.Options(null, Map.of(), false, news(Revision.Part.FIELD));
      }
      Map<String, String> reasons = new HashMap<>();
      marks.stream()
          .filter(Marks.Mark::field)
          .forEach(mark -> reasons.put(mark.path(), mark.reason()));
      return new FormView.Options(fields(), reasons, false);
    }

    /** Id of a field or paper → what a revision of the item has brought there. */
    Map<String, String> news(Revision.Part part) {
      Revision revision = draft.revision();
      return revision == null ? Map.of() : revision.words(part);
    }

    IntakeHead head(int step) {
      return new IntakeHead(
          draft.id(),
          item.name(),
          draft.filing().applicant().applying(null).masked(),
          step,
          correction(),
          When.shortMoment(draft.savedAt()),
          draft.revision(),
          stop);
    }
  }

  /**
   * @throws ResponseStatusException 404 when it is not this clerk's, 409 when it has been submitted
   */
  Opened open(UUID id, SignedIn me) {
    Drafts.Draft draft =
        drafts
            .findOwn(id, me)
            .map(found -> rebase.rebase(found, me))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (draft.submitted()) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    UUID corrected = draft.caseId();
    ServiceItem item = catalogue.version(draft.itemVersion());
    return new Opened(
        draft,
        item,
        wanted(draft, item),
        corrected == null ? inForce.stop(item).orElse(null) : null);
  }

  /** Of a correction: what it must mend, with what the answers typed so far bring along. */
  List<Marks.Mark> wanted(Drafts.Draft draft, ServiceItem item) {
    UUID corrected = draft.caseId();
    return corrected == null
        ? List.of()
        : correcting.wanted(files.find(corrected).orElseThrow(), item, draft.filing());
  }

  /** What is left out for later. */
  DeferPapers.Promise promise(Opened opened) {
    return opened.correction() || !DeferPapers.offers(opened.item())
        ? DeferPapers.Promise.NONE
        : later.promise(
            opened.draft(),
            opened.item(),
            opened.draft().filing(),
            attachments.ofDraft(opened.draft().id()));
  }
}
