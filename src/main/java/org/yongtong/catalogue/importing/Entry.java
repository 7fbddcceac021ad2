package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.Defect;

/**
 * One item as the file gives it. Its content is read when it is asked for; until then an entry is
 * small.
 */
interface Entry {

  /** Id of the item. */
  String id();

  /** Id of the item that this one claims; null for a lead. */
  @Nullable String lead();

  /** Key of the claiming body; null for a lead, whose content names its department. */
  @Nullable String department();

  /** How the claimant came to the item, in small letters; null when the file does not say. */
  @Nullable String mode();

  /** Day on which the claimant took it over, as 2026-12-04; null when the file does not say. */
  @Nullable String since();

  /** Where the item begins in the file. */
  Spot spot();

  /** Where an element stands in the file, or the nearest place that has a line. */
  Spot spot(String place) throws IOException;

  /** Whether the file says so much that the item may be a new one. */
  boolean canBeNew();

  /** What a defect is called in the words of this kind of file. */
  String words(Defect defect);

  /**
   * The item's whole own document after the import.
   *
   * @param known the present one, or null for a new item
   */
  Map<String, Object> content(@Nullable Map<String, Object> known) throws IOException;
}
