package org.yongtong.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yongtong.catalogue.GuidePage.PlaceView;
import org.yongtong.directory.Directory;
import org.yongtong.directory.ServicePlace;

/** Where an item is handed in, with the windows of the department that takes the case. */
record GuidePlaces(Directory directory) {

  private static final String OFFICE = "dept-";

  List<PlaceView> of(ServiceItem item, String department) {
    return item.places().stream()
        .map(key -> key.equals(OFFICE + item.department()) ? OFFICE + department : key)
        .map(key -> directory.findPlace(key).orElse(null))
        .filter(Objects::nonNull)
        .map(
            place ->
                new PlaceView(
                    place.key(),
                    place.name(),
                    place.address(),
                    place.hours(),
                    place.phone(),
                    place.traffic(),
                    windows(place, department)))
        .toList();
  }

  private static List<String> windows(ServicePlace place, String department) {
    Map<String, List<String>> numbers =
        place.windows().stream()
            .filter(window -> window.departments().contains(department))
            .collect(
                Collectors.groupingBy(
                    ServicePlace.Window::name,
                    LinkedHashMap::new,
                    Collectors.mapping(ServicePlace.Window::number, Collectors.toList())));
    return numbers.entrySet().stream()
        .map(
            entry ->
                (entry.getValue().size() > 2
                        ? entry.getValue().getFirst() + "—" + entry.getValue().getLast()
                        : String.join("、", entry.getValue()))
                    + " 号 "
                    + entry.getKey())
        .toList();
  }
}
