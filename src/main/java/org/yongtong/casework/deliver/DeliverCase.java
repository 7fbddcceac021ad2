package org.yongtong.casework.deliver;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.identity.SignedIn;

/**
 * Hands the result over: the applicant confirms online, or the window notes to whom it gave the
 * paper (行政许可法 §44).
 */
@Component
public class DeliverCase {

  private final CaseActions actions;
  private final CaseFiles files;
  private final Messages messages;

  DeliverCase(CaseActions actions, CaseFiles files, Messages messages) {
    this.actions = actions;
    this.files = files;
    this.messages = messages;
  }

  /** The applicant has opened the result online. */
  public CaseResult online(CaseActions.Request request, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.APPLICANT,
        (file, by) -> {
          Optional<Refusal> refusal = file.deliver(by, "ONLINE", "");
          if (refusal.isEmpty()) {
            files.save(file);
          }
          return refusal;
        });
  }

  /**
   * @param receiver who took it and how he proved who he is, e.g. 本人，核对身份证原件
   */
  public CaseResult atWindow(CaseActions.Request request, String receiver, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.WINDOW,
        (file, by) -> {
          if (receiver.strip().length() < 2) {
            return Optional.of(new Refusal.Missing("receiver", "请写明领取人和核对身份的方式，例如：本人，已核对身份证原件。"));
          }
          Optional<Refusal> refusal = file.deliver(by, "WINDOW", receiver.strip());
          if (refusal.isEmpty()) {
            files.save(file);
            messages.tell(
                file,
                "delivered",
                "办理结果已送达",
                "“%s”（%s）的办理结果已在窗口领取。如非本人或受托人领取，请立即联系办理部门。"
                    .formatted(file.itemName(), file.number()));
          }
          return refusal;
        });
  }
}
