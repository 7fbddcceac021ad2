package org.yongtong.catalogue.importing;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ManyItems;

/** The catalogue as an import sees it: what is published now. */
interface Known {

  /**
   * The item that a row means.
   *
   * @param reference id, implementation code, or base code of a lead (with its two-digit handling
   *     number behind it where there are several)
   */
  Optional<String> find(String reference);

  /** An item's own document, as an item file keeps it; null when there is no such item. */
  @Nullable Own own(String id);

  /** Reads these documents at once, so that {@link #own} need not ask for each. */
  void prepare(Collection<String> ids);

  /**
   * @param lead the item that was claimed; null for a lead itself
   * @param department key of the body whose item it is
   * @param mode how a claimant came to it, in small letters; null for a lead
   * @param since day on which a claimant took it over, as 2026-12-04
   * @param version in force, as text; null when it is not published any more
   */
  record Own(
      String id,
      @Nullable String lead,
      String department,
      @Nullable String mode,
      @Nullable String since,
      @Nullable String version,
      Map<String, Object> data) {

    static Own of(ManyItems.Own kept) {
      return new Own(
          kept.id(),
          kept.lead(),
          kept.department(),
          kept.lead() == null ? null : kept.mode().name().toLowerCase(Locale.ROOT),
          kept.since() == null ? null : kept.since().toString(),
          kept.version() == null ? null : kept.version().toString(),
          kept.data());
    }
  }
}
