package org.yongtong.catalogue.changes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.Difference;

/**
 * One change of the catalogue.
 *
 * @param place where it stands in the journal
 * @param item a service item, else a power
 * @param lead id of the item that a claimant follows, or null
 * @param number of the version that it made, or null
 * @param successor code of the item that takes its place, or null
 * @param bodies how many bodies this line stands for
 */
public record CatalogueChange(
    Place place,
    Instant at,
    What what,
    boolean item,
    String id,
    @Nullable String lead,
    String code,
    String name,
    @Nullable String department,
    @Nullable Integer number,
    @Nullable String reason,
    @Nullable String successor,
    List<Difference> differences,
    int bodies) {

  /** A place in the journal's order; written {@code 4711-23}. */
  public record Place(long tx, long position) {

    static @Nullable Place parse(@Nullable String text) {
      if (text == null || !text.matches("[0-9]{1,18}-[0-9]{1,18}")) {
        return null;
      }
      int dash = text.indexOf('-');
      return new Place(
          Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }

    @Override
    public String toString() {
      return tx + "-" + position;
    }
  }

  /** Where it can be read; a power stands in the list of its body. */
  public String path() {
    return item ? "/items/" + code : "/powers/" + department + "/" + code;
  }
}
