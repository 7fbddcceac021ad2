package org.yongtong.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.directory.Division;

/** Finds who runs an item on which level; from memory. */
@Component
public class ItemBodies {

  private final Catalogue catalogue;
  private final Directory directory;

  ItemBodies(Catalogue catalogue, Directory directory) {
    this.catalogue = catalogue;
    this.directory = directory;
  }

  /**
   * @param lead id of the lead item
   * @param here task code of the guide being read, or empty
   */
  public WhoRuns of(String lead, String here) {
    Map<Level, Map<String, List<WhoRuns.Body>>> byLevel = new TreeMap<>();
    for (ItemHead head : catalogue.implementations(lead)) {
      byLevel
          .computeIfAbsent(head.level(), ignored -> new TreeMap<>())
          .computeIfAbsent(county(head.division()), ignored -> new ArrayList<>())
          .add(
              new WhoRuns.Body(
                  head.taskCode(),
                  directory
                      .findDepartment(head.department())
                      .map(Department::name)
                      .orElse(head.department()),
                  head.isLead() ? "" : head.mode().word(),
                  head.state() == ItemState.SUSPENDED));
    }
    return new WhoRuns(
        lead,
        here,
        byLevel.entrySet().stream()
            .map(
                level ->
                    new WhoRuns.OnLevel(
                        level.getKey(),
                        level.getValue().values().stream().mapToInt(List::size).sum(),
                        level.getValue().entrySet().stream()
                            .map(
                                place ->
                                    new WhoRuns.Place(
                                        place.getKey(),
                                        name(place.getKey()),
                                        List.copyOf(place.getValue())))
                            .toList()))
            .toList());
  }

  private static String county(String division) {
    return division.substring(0, 6) + "000000";
  }

  private String name(String county) {
    return directory.findDivision(county).map(Division::name).orElse("");
  }
}
