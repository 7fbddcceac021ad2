package org.yongtong.casework.apply;

import org.springframework.stereotype.Component;
import org.yongtong.casework.file.Assignment;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.ServiceItem.Route;
import org.yongtong.catalogue.Situation;
import org.yongtong.catalogue.Situations;
import org.yongtong.directory.Directory;

/**
 * Decides from what was filed which department takes the case, and by when it promises to decide.
 */
@Component
class AssignCase {

  private final Situations situations;
  private final Directory directory;

  AssignCase(Situations situations, Directory directory) {
    this.situations = situations;
    this.directory = directory;
  }

  Assignment of(ServiceItem item, Filing filing) {
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
}
