package org.yongtong.casework.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.casework.apply.Drafts;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
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
  private final Marks marks;

  OpenIntake(Drafts drafts, Catalogue catalogue, CaseFiles files, Marks marks) {
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.files = files;
    this.marks = marks;
  }

  /**
   * @param marks of the correction notice; empty for a first application
   */
  record Opened(Drafts.Draft draft, ServiceItem item, List<Marks.Mark> marks) {

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
        return FormView.Options.ALL;
      }
      Map<String, String> reasons = new HashMap<>();
      marks.stream()
          .filter(Marks.Mark::field)
          .forEach(mark -> reasons.put(mark.path(), mark.reason()));
      return new FormView.Options(fields(), reasons, false);
    }

    IntakeHead head(int step) {
      return new IntakeHead(
          draft.id(),
          item.name(),
          draft.filing().applicant().applying(null).masked(),
          step,
          correction(),
          When.shortMoment(draft.savedAt()));
    }
  }

  /**
   * @throws ResponseStatusException 404 when it is not this clerk's, 409 when it has been submitted
   */
  Opened open(UUID id, SignedIn me) {
    Drafts.Draft draft =
        drafts.findOwn(id, me).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (draft.submitted()) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    UUID corrected = draft.caseId();
    List<Marks.Mark> named = List.of();
    if (corrected != null) {
      CaseFile file = files.find(corrected).orElseThrow();
      named = marks.of(corrected, file.round());
    }
    return new Opened(draft, catalogue.version(draft.itemVersion()), named);
  }
}
