package org.yongtong.casework.assign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.LifeCycle;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.directory.Directory;
import org.yongtong.directory.StaffMember;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Role;

/** Takes a case from the pool, assigns it, hands it over, puts it back. */
@Component
public class AssignHolder {

  private static final int LONGEST = 500;

  private final CaseActions actions;
  private final CaseFiles files;
  private final Directory directory;

  AssignHolder(CaseActions actions, CaseFiles files, Directory directory) {
    this.actions = actions;
    this.files = files;
    this.directory = directory;
  }

  public CaseResult take(CaseActions.Request request, SignedIn me, Party as) {
    return actions.perform(
        request,
        me,
        as,
        (file, by) ->
            saved(
                file,
                file.hold(by, Action.TAKE, me.login(), me.name(), Map.of("holder", me.name()))));
  }

  /** By the head, to anyone whose turn it can be. */
  public CaseResult assign(CaseActions.Request request, String login, String reason, SignedIn me) {
    return give(request, Action.ASSIGN, login, reason, 0, me, Party.HEAD);
  }

  /** By who does the case, to a colleague, with a reason. */
  public CaseResult handOver(
      CaseActions.Request request, String login, String reason, SignedIn me, Party as) {
    return give(request, Action.HAND_OVER, login, reason, 2, me, as);
  }

  public CaseResult putBack(CaseActions.Request request, String reason, SignedIn me, Party as) {
    return actions.perform(
        request,
        me,
        as,
        (file, by) -> {
          Optional<Refusal> refusal = reason(reason, 2).or(() -> file.putBack(by, reason.strip()));
          return saved(file, refusal);
        });
  }

  /** Colleagues of the department whose turn the present step can be. */
  List<StaffMember> candidates(CaseFile file) {
    return LifeCycle.turn(file.state())
        .map(party -> Role.valueOf(party.name()))
        .map(
            role ->
                directory.staffOf(file.department()).stream()
                    .filter(member -> member.roles().contains(role))
                    .filter(member -> !member.login().equals(file.holder()))
                    .toList())
        .orElse(List.of());
  }

  private CaseResult give(
      CaseActions.Request request,
      Action how,
      String login,
      String reason,
      int least,
      SignedIn me,
      Party as) {
    return actions.perform(
        request,
        me,
        as,
        (file, by) -> {
          Optional<StaffMember> to =
              candidates(file).stream().filter(one -> one.login().equals(login)).findFirst();
          if (to.isEmpty()) {
            return Optional.of(new Refusal.Missing("to", "请选择由谁承办。"));
          }
          Map<String, Object> payload = new LinkedHashMap<>();
          payload.put("holder", to.get().name());
          if (!reason.isBlank()) {
            payload.put("reason", reason.strip());
          }
          Optional<Refusal> refusal =
              reason(reason, least)
                  .or(() -> file.hold(by, how, to.get().login(), to.get().name(), payload));
          return saved(file, refusal);
        });
  }

  private Optional<Refusal> saved(CaseFile file, Optional<Refusal> refusal) {
    if (refusal.isEmpty()) {
      files.save(file);
    }
    return refusal;
  }

  private static Optional<Refusal> reason(String reason, int least) {
    int length = reason.strip().length();
    return length < least || length > LONGEST
        ? Optional.of(new Refusal.Missing("reason", "请写明理由（%d 到 %d 个字）。".formatted(least, LONGEST)))
        : Optional.empty();
  }
}
