package org.yongtong.casework.file;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.ServiceItem.Route;
import org.yongtong.catalogue.Situation;
import org.yongtong.catalogue.Situations;
import org.yongtong.directory.Directory;

/**
 * Decides from what was filed which department takes the case, and by when it promises to decide.
 */
@Component
public class AssignCase {

  private final Situations situations;
  private final Directory directory;
  private final Filings filings;
  private final Catalogue catalogue;

  AssignCase(Situations situations, Directory directory, Filings filings, Catalogue catalogue) {
    this.situations = situations;
    this.directory = directory;
    this.filings = filings;
    this.catalogue = catalogue;
  }

  public Assignment of(ServiceItem item, Filing filing) {
    Situation situation = situations.settled(item, filing.values(), filing.applicant().facts());
    Route route = situation.route();
    return route == null
        ? new Assignment(item.department(), situation.promisedDays(), null, null)
        : new Assignment(
            route.department(),
            situation.promisedDays(),
            directory.department(route.department()),
            situations.words(item, route.when(), route.whenWords()));
  }

  /**
   * Another department to which the corrected answers would give the case; empty while it lies
   * where they say, and once it is accepted.
   */
  public Optional<Elsewhere> elsewhere(CaseFile file) {
    if (file.state() != State.SUBMITTED || file.round() < 2) {
      return Optional.empty();
    }
    Assignment now =
        of(catalogue.version(file.itemVersion()), filings.get(file.id(), file.round()));
    return now.department().equals(file.department())
        ? Optional.empty()
        : Optional.of(
            new Elsewhere(
                now.department(),
                directory.department(now.department()).name(),
                directory.department(file.department()).name(),
                now.rule()));
  }

  /**
   * @param department key of the department that the answers name
   * @param name of it
   * @param from name of the one that has the case
   * @param rule in words, or null when it is the item's own department again
   */
  public record Elsewhere(
      String department, String name, String from, @org.jspecify.annotations.Nullable String rule) {

    public String words() {
      return "申请人补正以后，按%s这个办件应当由%s办理。"
          .formatted(rule == null ? "现在的回答，" : "“%s”的分办规则，".formatted(rule), name);
    }
  }
}
