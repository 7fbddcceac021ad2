package org.yongtong.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An administrative division (GB/T 2260, GB/T 10114 and the statistics bureau's village codes),
 * padded to 12 digits.
 *
 * @param replacedBy code of the successor when this code was abolished; it stays valid in old
 *     records and ID numbers
 */
public record Division(
    String code,
    String name,
    Level level,
    @Nullable String parent,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String replacedBy) {

  public enum Level {
    REGION,
    CITY,
    COUNTY,
    TOWN,
    VILLAGE
  }
}
