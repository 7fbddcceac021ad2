package org.yongtong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yongtong.catalogue.ItemTables.Kept;
import org.yongtong.catalogue.ItemTables.Publication;
import org.yongtong.directory.Directory;
import org.yongtong.journal.Act;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

/**
 * Brings what was decided into force: versions, states and their journal rows, in the caller's
 * transaction. What is published was checked before ({@link ItemDocuments#check}); a code taken
 * meanwhile by another item breaks a constraint of the database.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Publishing {

  private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

  private final ItemTables items;
  private final CityCatalogue catalogue;
  private final Directory directory;
  private final Journal journal;

  Publishing(ItemTables items, CityCatalogue catalogue, Directory directory, Journal journal) {
    this.items = items;
    this.catalogue = catalogue;
    this.directory = directory;
    this.journal = journal;
  }

  /**
   * Why something is changed.
   *
   * @param revision the proposal that was decided, null for the city pack and imports
   * @param since when a body below took the item over
   */
  public record Change(String reason, @Nullable UUID revision, @Nullable LocalDate since) {}

  /**
   * @param number of the version in force now
   * @param claimants how many claimants got a new version with it
   */
  public record Published(String item, UUID version, int number, int claimants) {}

  /**
   * Publishes a lead with all its claimants, or a claimant; an unknown lead is a new item.
   *
   * @throws NoSuchElementException when a claimant's item or its lead is not published
   */
  public Published publish(ItemDocument document, Change change, Actor by) {
    String lead = document.lead();
    Organisation organisation = Organisation.of(directory);
    if (lead == null) {
      items.lock(document.item());
      return publishLead(document, change, by, organisation);
    }
    items.lock(lead);
    Kept kept = items.find(document.item()).orElseThrow(() -> unknown(document.item()));
    Implementation item =
        Implementation.claimant(
            kept.id(),
            kept.department(),
            document.data(),
            new Implementation.Claim(lead, content(lead), kept.mode(), kept.since()),
            organisation);
    return write(List.of(item), change, by, false);
  }

  /**
   * One document of many.
   *
   * @param department of a claimant, null for a lead
   * @param mode how a claimant came to it, null for a lead
   * @param since when a claimant took it over, null when that is not said or known already
   */
  public record Part(
      ItemDocument document,
      @Nullable String department,
      @Nullable Mode mode,
      @Nullable LocalDate since) {}

  /**
   * Publishes many documents, leads before their claimants; claimants of a lead among them that are
   * not named themselves get their version too. Nobody else may publish meanwhile: {@link
   * ManyItems#lock}.
   *
   * @return how many versions were made
   */
  public int publishAll(List<Part> parts, Change change, Actor by) {
    int made = new ManyParts(items, directory).publish(parts, change, by, journal);
    refreshAfterCommit();
    return made;
  }

  private Published publishLead(
      ItemDocument document, Change change, Actor by, Organisation organisation) {
    var all = new ArrayList<Implementation>();
    all.add(Implementation.lead(document.data(), organisation));
    for (Kept claimant : items.claimants(document.item())) {
      all.add(
          Implementation.claimant(
              claimant.id(),
              claimant.department(),
              claimant.own(),
              new Implementation.Claim(
                  document.item(), document.data(), claimant.mode(), claimant.since()),
              organisation));
    }
    return write(all, change, by, false);
  }

  /**
   * A body below takes an item over (认领、承接下放、受委托).
   *
   * @param own what is its own; where it says nothing of places and contacts, its own office
   */
  public Published claim(
      String lead, String department, Mode mode, Map<String, Object> own, Change change, Actor by) {
    items.lock(lead);
    Implementation item =
        Implementation.claimant(
            ItemDocument.claimantId(lead, department),
            department,
            withOwnOffice(own, department),
            new Implementation.Claim(lead, content(lead), mode, change.since()),
            Organisation.of(directory));
    return write(List.of(item), change, by, true);
  }

  /** Where and by whom it is done, when a claimant says nothing else. */
  public Map<String, Object> withOwnOffice(Map<String, Object> own, String department) {
    return new ClaimDefaults(directory).complete(own, department);
  }

  /** Applications stop; running cases go on. Of a lead, all its claimants stop too. */
  public void suspend(String item, Change change, Actor by) {
    setState(item, ItemState.SUSPENDED, null, change, by, "item.suspended");
  }

  public void resume(String item, Change change, Actor by) {
    setState(item, ItemState.IN_USE, null, change, by, "item.resumed");
  }

  /**
   * Ends an item; its versions stay readable, running cases go on.
   *
   * @param successor id of the item that takes its place, or null
   */
  public void cancel(String item, @Nullable String successor, Change change, Actor by) {
    setState(item, ItemState.CANCELLED, successor, change, by, "item.cancelled");
  }

  private void setState(
      String id,
      ItemState state,
      @Nullable String successor,
      Change change,
      Actor by,
      String kind) {
    Kept kept = items.find(id).orElseThrow(() -> unknown(id));
    items.lock(kept.lead() == null ? id : kept.lead());
    var concerned = new ArrayList<Kept>();
    concerned.add(kept);
    if (kept.lead() == null) {
      concerned.addAll(items.claimants(id));
    }
    String successorCode =
        successor == null
            ? null
            : items.find(successor).map(Kept::taskCode).orElseThrow(() -> unknown(successor));
    items.setState(
        concerned.stream().map(Kept::id).toList(),
        state,
        state == ItemState.IN_USE ? null : change.reason(),
        successor);
    for (Kept each : concerned) {
      var payload = new LinkedHashMap<String, Object>();
      payload.put("task_code", each.taskCode());
      payload.put("reason", change.reason());
      if (successorCode != null) {
        payload.put("successor", successorCode);
      }
      if (change.revision() != null) {
        payload.put("revision", change.revision().toString());
      }
      journal.append(
          new Act(
              new Subject("item", each.id()),
              kind,
              by,
              each.division(),
              each.department(),
              null,
              payload));
    }
    refreshAfterCommit();
  }

  private Published write(List<Implementation> all, Change change, Actor by, boolean claim) {
    Map<String, UUID> leadVersions = new LinkedHashMap<>();
    String lead = all.getFirst().lead();
    if (lead != null) {
      catalogueVersion(lead, leadVersions);
    }
    List<Publication> publications =
        items.publish(all, leadVersions, change.reason(), change.revision(), true);
    publications.stream()
        .filter(Publication::isNew)
        .forEach(
            publication ->
                journal.append(
                    act(publication, change, by, claim ? "item.claimed" : "item.published")));
    refreshAfterCommit();
    Publication first = publications.getFirst();
    return new Published(
        first.item().id(),
        first.version(),
        first.number(),
        (int) publications.stream().skip(1).filter(Publication::isNew).count());
  }

  private void catalogueVersion(String lead, Map<String, UUID> versions) {
    versions.put(lead, items.versionInForce(lead).orElseThrow(() -> unknown(lead)));
  }

  static Act act(Publication publication, Change change, Actor by, String kind) {
    Implementation item = publication.item();
    var payload = new LinkedHashMap<String, Object>();
    payload.put("version", publication.version().toString());
    payload.put("number", publication.number());
    payload.put("task_code", item.taskCode());
    payload.put("name", item.name());
    payload.put("mode", item.mode().name());
    payload.put("content_hash", item.content().hash());
    payload.put("reason", change.reason());
    if (item.lead() != null) {
      payload.put("lead", item.lead());
    }
    if (change.revision() != null) {
      payload.put("revision", change.revision().toString());
    }
    return new Act(
        new Subject("item", item.id()),
        kind,
        by,
        item.division(),
        item.department(),
        null,
        payload);
  }

  private Map<String, Object> content(String lead) {
    return CanonicalItem.read(items.contentInForce(lead).orElseThrow(() -> unknown(lead)));
  }

  private void refreshAfterCommit() {
    if (TransactionSynchronizationManager.getSynchronizations().stream()
        .anyMatch(Refresh.class::isInstance)) {
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(new Refresh(catalogue));
  }

  private record Refresh(CityCatalogue catalogue) implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      try {
        catalogue.refreshChanged();
      } catch (RuntimeException later) {
        // it is published; CatalogueWatch takes it in within a second
        LOG.warn("a publication is taken in at the next look", later);
      }
    }
  }

  private static NoSuchElementException unknown(String item) {
    return new NoSuchElementException("no published item " + item);
  }
}
