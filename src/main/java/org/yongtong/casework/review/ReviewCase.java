package org.yongtong.casework.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Demands;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Questions;
import org.yongtong.casework.file.Refusal;
import org.yongtong.casework.file.ReviewStep;
import org.yongtong.identity.SignedIn;

/**
 * What a reviewer does: asks the applicant, gives an opinion; reviewer or decider ask the head for
 * more time.
 */
@Component
public class ReviewCase {

  private final CaseActions actions;
  private final CaseFiles files;
  private final Questions questions;
  private final Messages messages;
  private final Demands demands;

  ReviewCase(
      CaseActions actions,
      CaseFiles files,
      Questions questions,
      Messages messages,
      Demands demands) {
    this.actions = actions;
    this.files = files;
    this.questions = questions;
    this.messages = messages;
    this.demands = demands;
  }

  /**
   * @param about key of a field or paper of the guide as of {@link Demands}, or "" for a question
   *     about none
   */
  public CaseResult ask(CaseActions.Request request, String about, String text, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.REVIEWER,
        (file, by) -> {
          Optional<Refusal> refusal =
              length(text, 2, 1000, "question", "询问内容")
                  .or(() -> about.isEmpty() ? Optional.empty() : demands.beyond(file, about, about))
                  .or(() -> demands.beyond(file, text, !about.isEmpty()))
                  .or(() -> file.ask(by));
          if (refusal.isPresent()) {
            return refusal;
          }
          files.save(file);
          questions.ask(file.id(), demands.of(file).get(about), text.strip(), me.account());
          messages.tell(
              file,
              "question-" + request.key(),
              "办理部门需要您说明情况",
              "“%s”（%s）的审查人员有一个问题，请登录平台答复。".formatted(file.itemName(), file.number()));
          return Optional.empty();
        });
  }

  /**
   * @param recommend true = approve; null when nothing was chosen
   */
  public CaseResult giveOpinion(
      CaseActions.Request request, @Nullable Boolean recommend, String text, SignedIn me) {
    return giveOpinion(request, "", recommend, text, me, Party.REVIEWER);
  }

  /**
   * @param level id of the level, or "" where only one is open for the department
   * @param as reviewer of the department in charge or of another that reviews a level
   */
  public CaseResult giveOpinion(
      CaseActions.Request request,
      String level,
      @Nullable Boolean recommend,
      String text,
      SignedIn me,
      Party as) {
    return actions.perform(
        request,
        me,
        as,
        (file, by) -> {
          List<ReviewStep> open = file.openLevels(me.department());
          Optional<ReviewStep> step =
              open.size() == 1 && level.isEmpty()
                  ? Optional.of(open.getFirst())
                  : open.stream().filter(one -> one.level().equals(level)).findFirst();
          if (step.isEmpty() && !open.isEmpty()) {
            return Optional.of(new Refusal.Missing("level", "请选择这是哪一级的审查意见。"));
          }
          if (recommend == null) {
            return Optional.of(new Refusal.Missing("recommend", "请选择建议准予还是建议不予。"));
          }
          Optional<Refusal> refusal =
              length(text, 2, 2000, "opinion", "审查意见")
                  .or(() -> file.giveOpinion(by, step.orElse(null), recommend, text.strip()));
          if (refusal.isEmpty()) {
            files.save(file);
          }
          return refusal;
        });
  }

  public CaseResult requestExtension(
      CaseActions.Request request, int workdays, String reason, SignedIn me, Party as) {
    return actions.perform(
        request,
        me,
        as,
        (file, by) -> {
          Optional<Refusal> refusal =
              length(reason, 5, 500, "reason", "延长理由")
                  .or(() -> file.requestExtension(by, workdays, reason.strip()));
          if (refusal.isEmpty()) {
            files.save(file);
          }
          return refusal;
        });
  }

  private static Optional<Refusal> length(
      String text, int least, int most, String field, String label) {
    int length = text.strip().length();
    if (length < least) {
      return Optional.of(new Refusal.Missing(field, "请填写%s（不少于 %d 个字）。".formatted(label, least)));
    }
    return length > most
        ? Optional.of(
            new Refusal.Missing(field, "%s请控制在 %d 字以内，现在是 %d 字。".formatted(label, most, length)))
        : Optional.empty();
  }
}
