package org.yongtong.casework.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.LifeCycle;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.identity.SignedIn;

/**
 * What all action pages have in common: the case must be in scope (else it does not exist), the
 * form is shown when the action is possible, and every result has its answer: done → back to the
 * case, something missing → the form again, overtaken → 409 with what was typed.
 */
@Component
public class ActionDesk {

  private final CaseFiles files;
  private final CaseScope scope;
  private final CaseHeads heads;

  ActionDesk(CaseFiles files, CaseScope scope, CaseHeads heads) {
    this.files = files;
    this.scope = scope;
    this.heads = heads;
  }

  /**
   * The case, when this person may see it.
   *
   * @throws ResponseStatusException 404 otherwise, whether or not it exists
   */
  public CaseFile open(UUID id, SignedIn me) {
    return files
        .find(id)
        .filter(file -> scope.sees(me, file))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** The same for somebody who must hold a capacity on the case. */
  public CaseFile open(UUID id, SignedIn me, Party as) {
    CaseFile file = open(id, me);
    if (!scope.parties(me, file).contains(as)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return file;
  }

  /** The hidden part of a form that is drawn for the first time. */
  public static ActionForm.Sent fresh(CaseFile file) {
    return new ActionForm.Sent(file.version(), UUID.randomUUID());
  }

  /** The empty form, or 409 when the state does not allow the action. */
  public ModelAndView show(CaseFile file, ActionForm form, Party as) {
    if (LifeCycle.find(file.state(), form.action(), as).isEmpty()) {
      return conflict(
          file,
          form,
          new Refusal.NotNow(
              file.state(), form.action(), LifeCycle.allowed(file.state(), Set.of(as))));
    }
    return page(file, form, 200);
  }

  /** The form again with the paper as it would look; nothing was carried out. */
  public ModelAndView preview(CaseFile file, ActionForm form) {
    return page(file, form, 422);
  }

  public ModelAndView answer(CaseFile file, ActionForm form, CaseResult result) {
    return answer(file, form, result, "/desk/cases/%s?done=%s".formatted(file.id(), form.action()));
  }

  /** The same where the doer may not see the case afterwards. */
  public ModelAndView answer(CaseFile file, ActionForm form, CaseResult result, String next) {
    return result.fold(
        done -> new ModelAndView("redirect:" + next), refusal -> refused(file, form, refusal));
  }

  private ModelAndView refused(CaseFile file, ActionForm form, Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotYours ignored -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case Refusal.NotNow ignored -> conflict(file, form, refusal);
      case Refusal.Changed ignored -> conflict(file, form, refusal);
      case Refusal.Missing(String field, String message) ->
          page(file, form.withProblem(field, message), 422);
      case Refusal.SecondOpinion second -> page(file, form.withProblem("", second.message()), 422);
      case Refusal.SamePerson same -> page(file, form.withProblem("", same.message()), 422);
      case Refusal.KeyReused reused -> page(file, form.withProblem("", reused.message()), 422);
      case Refusal.ExtraDemand extra -> page(file, form.withProblem("", extra.message()), 422);
      case Refusal.Rule(String message) -> page(file, form.withProblem("", message), 422);
    };
  }

  private ModelAndView page(CaseFile file, ActionForm form, int status) {
    return new ModelAndView(
        "casework/desk/action",
        Map.of(
            "page", new ActionPage(heads.of(file), form, ActionPath.of(file.id(), form.action()))),
        HttpStatusCode.valueOf(status));
  }

  private ModelAndView conflict(CaseFile file, ActionForm form, Refusal refusal) {
    CaseFile now = files.find(file.id()).orElse(file);
    return new ModelAndView(
        "casework/desk/conflict",
        Map.of(
            "page",
            new ConflictPage(
                heads.of(now),
                "“%s”没有办成：办件已有变化".formatted(form.title()),
                refusal.message(),
                List.copyOf(form.typed()))),
        HttpStatus.CONFLICT);
  }
}
