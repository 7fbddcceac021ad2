package org.yongtong.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.ServiceItem.Depth;
import org.yongtong.catalogue.ServiceItem.Handling;
import org.yongtong.catalogue.ServiceItem.Kind;

/**
 * An implementation (实施清单) as lists need it: light, so that a whole region's stay in memory.
 *
 * @param lead id of the lead item that it was claimed from; null for a lead
 * @param taskCode its address: implementation code (31), with a handling item's serial 33
 * @param aliases everyday names; a claimant shares its lead's
 * @param texts names of result, laws and papers, for the search; a claimant shares its lead's
 */
public record ItemHead(
    UUID version,
    int versionNumber,
    String id,
    @Nullable String lead,
    Mode mode,
    Level level,
    ItemState state,
    String taskCode,
    String baseCode,
    String name,
    List<String> aliases,
    String summary,
    Kind kind,
    Handling handling,
    Set<Audience> audience,
    String department,
    String division,
    Set<String> personThemes,
    Set<String> legalThemes,
    Set<String> lifeEvents,
    int legalDays,
    int promisedDays,
    int visits,
    Depth depth,
    boolean sample,
    Instant publishedAt,
    List<String> texts) {

  /** The id of the lead: its own, or that of the item it was claimed from. */
  public String leadId() {
    return lead == null ? id : lead;
  }

  public boolean isLead() {
    return lead == null;
  }
}
