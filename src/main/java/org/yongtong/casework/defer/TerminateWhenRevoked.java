package org.yongtong.casework.defer;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.Deferred;
import org.yongtong.casework.file.State;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Subscription;

/** The certificate given on a broken promise has been taken back: the case is over. */
@Component
class TerminateWhenRevoked implements Subscription {

  private static final Set<String> GONE = Set.of("WITHDRAWN", "REVOKED", "CANCELLED");

  private final CaseFiles files;
  private final CaseActions actions;
  private final EndDeferred end;

  TerminateWhenRevoked(CaseFiles files, CaseActions actions, EndDeferred end) {
    this.files = files;
    this.actions = actions;
    this.end = end;
  }

  @Override
  public String name() {
    return "casework-terminate-when-revoked";
  }

  @Override
  public Set<String> kinds() {
    return Set.of("certificate.status_changed");
  }

  @Override
  public void handle(Entry entry) {
    String matter = String.valueOf(entry.payload().get("matter"));
    if (!GONE.contains(String.valueOf(entry.payload().get("to")))
        || !matter.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return;
    }
    files
        .lock(UUID.fromString(matter))
        .filter(TerminateWhenRevoked::broken)
        .ifPresent(
            file ->
                end.end(
                    file,
                    actions.system("deferred-papers"),
                    "已经颁发的证照已撤回（" + entry.payload().get("reason") + "）"));
  }

  private static boolean broken(CaseFile file) {
    return file.state() == State.APPROVED && file.deferred().stage() == Deferred.Stage.MISSED;
  }
}
