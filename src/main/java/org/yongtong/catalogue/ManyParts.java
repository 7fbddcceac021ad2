package org.yongtong.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yongtong.catalogue.ItemTables.Kept;
import org.yongtong.catalogue.ItemTables.Publication;
import org.yongtong.catalogue.Publishing.Change;
import org.yongtong.catalogue.Publishing.Part;
import org.yongtong.directory.Directory;
import org.yongtong.journal.Act;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Journal;

/** One publication of many documents: read in three queries, written in batches. */
final class ManyParts {

  /** Complete contents that are in memory at a time. */
  private static final int BATCH = 200;

  private final ItemTables items;
  private final Organisation organisation;
  private final ClaimDefaults defaults;
  private final List<Implementation> waiting = new ArrayList<>();
  private final Map<String, UUID> leadVersions = new HashMap<>();
  private final Map<String, Kept> known = new HashMap<>();
  private final Set<String> newClaims = new HashSet<>();
  private int made;

  ManyParts(ItemTables items, Directory directory) {
    this.items = items;
    this.organisation = Organisation.of(directory);
    this.defaults = new ClaimDefaults(directory);
  }

  int publish(List<Part> parts, Change change, Actor by, Journal journal) {
    Map<String, Part> claims = new LinkedHashMap<>();
    Map<String, Map<String, Object>> leads = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part.document().lead() == null) {
        leads.put(part.document().item(), part.document().data());
      } else {
        claims.put(part.document().item(), part);
      }
    }
    items.list(claims.keySet()).forEach(kept -> known.put(kept.id(), kept));
    Map<String, List<Kept>> followers =
        items.claimants(leads.keySet()).stream()
            .collect(Collectors.groupingBy(kept -> Objects.requireNonNull(kept.lead())));
    Map<String, List<Part>> claimsOf =
        claims.values().stream()
            .collect(
                Collectors.groupingBy(
                    part -> Objects.requireNonNull(part.document().lead()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Writer writer = new Writer(change, by, journal);
    leads.forEach(
        (lead, content) -> {
          writer.add(Implementation.lead(content, organisation));
          for (Kept follower : followers.getOrDefault(lead, List.of())) {
            if (!claims.containsKey(follower.id())) {
              writer.add(follower(follower, lead, content));
            }
          }
          for (Part claim : claimsOf.getOrDefault(lead, List.of())) {
            writer.add(claimant(claim, lead, content));
          }
        });
    Set<String> others = new HashSet<>(claimsOf.keySet());
    others.removeAll(leads.keySet());
    items
        .inForce(others)
        .forEach(
            (lead, inForce) -> {
              leadVersions.put(lead, inForce.version());
              Map<String, Object> content = CanonicalItem.read(inForce.content());
              for (Part claim : claimsOf.getOrDefault(lead, List.of())) {
                writer.add(claimant(claim, lead, content));
              }
              others.remove(lead);
            });
    if (!others.isEmpty()) {
      throw new NoSuchElementException("no published items " + others);
    }
    writer.flush();
    return made;
  }

  private Implementation follower(Kept kept, String lead, Map<String, Object> content) {
    return Implementation.claimant(
        kept.id(),
        kept.department(),
        kept.own(),
        new Implementation.Claim(lead, content, kept.mode(), kept.since()),
        organisation);
  }

  private Implementation claimant(Part part, String lead, Map<String, Object> content) {
    String id = part.document().item();
    Kept kept = known.get(id);
    String department =
        kept == null ? Objects.requireNonNull(part.department()) : kept.department();
    Mode mode = part.mode() != null ? part.mode() : Objects.requireNonNull(kept, id).mode();
    if (kept == null) {
      newClaims.add(id);
    }
    Map<String, Object> own =
        kept == null
            ? defaults.complete(part.document().data(), department)
            : part.document().data();
    return Implementation.claimant(
        id,
        department,
        own,
        new Implementation.Claim(
            lead,
            content,
            mode,
            part.since() != null || kept == null ? part.since() : kept.since()),
        organisation);
  }

  private final class Writer {
    private final Change change;
    private final Actor by;
    private final Journal journal;

    Writer(Change change, Actor by, Journal journal) {
      this.change = change;
      this.by = by;
      this.journal = journal;
    }

    void add(Implementation item) {
      waiting.add(item);
      if (waiting.size() >= BATCH) {
        flush();
      }
    }

    void flush() {
      if (waiting.isEmpty()) {
        return;
      }
      List<Publication> publications =
          items.publish(waiting, leadVersions, change.reason(), change.revision(), true);
      var acts = new ArrayList<Act>();
      for (Publication publication : publications) {
        Implementation item = publication.item();
        if (item.lead() == null) {
          leadVersions.put(item.id(), publication.version());
        }
        if (publication.isNew()) {
          made++;
          String kind = newClaims.contains(item.id()) ? "item.claimed" : "item.published";
          acts.add(Publishing.act(publication, change, by, kind));
        }
      }
      journal.appendAll(acts);
      waiting.clear();
    }
  }
}
