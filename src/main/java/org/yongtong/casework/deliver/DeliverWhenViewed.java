package org.yongtong.casework.deliver;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.State;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Subscription;

/**
 * The holder has opened his certificate: the result of the case that brought it is delivered (行政许可法
 * §44), whichever page he found it on.
 */
@Component
class DeliverWhenViewed implements Subscription {

  private final CaseFiles files;

  DeliverWhenViewed(CaseFiles files) {
    this.files = files;
  }

  @Override
  public String name() {
    return "casework-deliver-when-viewed";
  }

  @Override
  public Set<String> kinds() {
    return Set.of("certificate.viewed");
  }

  @Override
  public void handle(Entry entry) {
    find(String.valueOf(entry.payload().get("matter")))
        .filter(file -> file.state() == State.APPROVED)
        .ifPresent(file -> deliver(file, entry));
  }

  private void deliver(CaseFile file, Entry entry) {
    var by =
        new CaseFile.By(
            Party.APPLICANT, file.applicant().account(), entry.act().actor(), entry.at());
    if (file.deliver(by, "ONLINE", "").isEmpty()) {
      files.save(file);
    }
  }

  /** Certificates that came with no case have another matter. */
  private Optional<CaseFile> find(String matter) {
    return matter.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? files.lock(UUID.fromString(matter))
        : Optional.empty();
  }
}
