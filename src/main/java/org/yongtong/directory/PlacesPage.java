package org.yongtong.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where to go, for the place a visitor has chosen.
 *
 * @param chosen the city or one of its units
 * @param choices the city first, then its units
 * @param centres service centres: the chosen unit's own first, then the city's
 * @param counters windows in the departments' own houses
 * @param problem why the last choice was refused, or null
 */
public record PlacesPage(
    Division chosen,
    List<Division> choices,
    List<Card> centres,
    List<Card> counters,
    @Nullable String problem) {

  public record Card(
      String key,
      String name,
      String division,
      String address,
      String hours,
      String phone,
      String traffic,
      List<Row> windows) {

    /** Number for the phone's dialler: digits only. */
    public String dial() {
      return phone.replaceAll("[^0-9+]", "");
    }

    /** One window, or several of the same kind, e.g. {@code A01、A02}. */
    public record Row(String numbers, String name, String departments) {}
  }
}
