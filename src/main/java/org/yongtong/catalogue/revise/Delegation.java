package org.yongtong.catalogue.revise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemDocument;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.Mode;
import org.yongtong.catalogue.Publishing;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.journal.Actor;

/**
 * Sends an item down (下放、委托): every body named gets a take-over to fill in as soon as it is
 * approved, so that it can be ready on the day.
 */
@Component
class Delegation {

  private final Revisions revisions;
  private final Catalogue catalogue;
  private final Publishing publishing;
  private final Directory directory;

  Delegation(Revisions revisions, Catalogue catalogue, Publishing publishing, Directory directory) {
    this.revisions = revisions;
    this.catalogue = catalogue;
    this.publishing = publishing;
    this.directory = directory;
  }

  /** Opens a take-over for each body that does not run the item yet. */
  int open(Revision delegation, Actor by) {
    Set<String> running = new LinkedHashSet<>();
    catalogue.implementations(delegation.item()).stream()
        .map(ItemHead::department)
        .forEach(running::add);
    int opened = 0;
    for (String key : delegation.terms().bodies()) {
      Department body = directory.findDepartment(key).orElse(null);
      if (body == null || running.contains(key)) {
        continue;
      }
      var beginning =
          new Revisions.Beginning(
              Purpose.TAKE_OVER,
              ItemDocument.claimantId(delegation.item(), key),
              delegation.item(),
              delegation.name(),
              key,
              body.division(),
              publishing.withOwnOffice(Map.of("power_source", source(delegation)), key),
              Terms.NONE.because(
                  "%s由%s%s"
                      .formatted(
                          delegation.name(), giver(delegation), delegation.purpose().word())),
              delegation.id(),
              null,
              null);
      if (revisions.begin(beginning, by).isPresent()) {
        opened++;
      }
    }
    return opened;
  }

  private String giver(Revision delegation) {
    return directory
        .findDepartment(delegation.department())
        .map(Department::shortName)
        .orElse("上级");
  }

  /** First day on which a take-over may begin; null for everything else. */
  @Nullable LocalDate earliest(Revision answer) {
    UUID parent = answer.parent();
    return parent == null ? null : revisions.find(parent).map(Revision::effectiveOn).orElse(null);
  }

  /** How the body came to the item. */
  static Mode mode(Purpose purpose) {
    return purpose == Purpose.ENTRUST ? Mode.ENTRUSTED : Mode.DELEGATED;
  }

  private static String source(Revision delegation) {
    return delegation.purpose() == Purpose.ENTRUST ? "entrusted_up" : "delegated";
  }

  /** The delegation was stopped before its day: nobody need answer any more. */
  void close(UUID delegation, Instant at) {
    for (Revision each : revisions.answersTo(delegation)) {
      Revision answer = revisions.lock(each.id()).orElseThrow();
      if (answer.stop(By.system("delegation-stopped", at)).isEmpty()) {
        revisions.save(answer);
      }
    }
  }
}
