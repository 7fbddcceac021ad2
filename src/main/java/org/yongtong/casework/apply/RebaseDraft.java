package org.yongtong.casework.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.casework.apply.Revision.Change;
import org.yongtong.casework.apply.Revision.Part;
import org.yongtong.casework.apply.Revision.What;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.PaperKey;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Field;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Act;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

/**
 * Brings a draft onto the version of its item that is in force: what still fits is kept, what is
 * new, different or gone is noted for the applicant. Corrections stay with the version of their
 * case.
 */
@Component
public class RebaseDraft {

  static final String SUBJECT = "draft";

  private final Drafts drafts;
  private final ItemsInForce inForce;
  private final StartApplication start;
  private final Catalogue catalogue;
  private final Attachments attachments;
  private final Forms forms;
  private final Journal journal;

  RebaseDraft(
      Drafts drafts,
      ItemsInForce inForce,
      StartApplication start,
      Catalogue catalogue,
      Attachments attachments,
      Forms forms,
      Journal journal) {
    this.drafts = drafts;
    this.inForce = inForce;
    this.start = start;
    this.catalogue = catalogue;
    this.attachments = attachments;
    this.forms = forms;
    this.journal = journal;
  }

  /** The draft as it is now; the same when there is nothing to follow. */
  @Transactional
  public Drafts.Draft rebase(Drafts.Draft seen, SignedIn me) {
    if (seen.submitted() || seen.caseId() != null || later(seen).isEmpty()) {
      return seen;
    }
    Drafts.Draft draft = drafts.lockOwn(seen.id(), me).orElse(seen);
    Optional<ItemHead> later = draft.submitted() ? Optional.empty() : later(draft);
    return later.isEmpty() ? draft : onto(draft, catalogue.version(later.get().version()), me);
  }

  private Optional<ItemHead> later(Drafts.Draft draft) {
    return inForce.later(catalogue.version(draft.itemVersion()));
  }

  private Drafts.Draft onto(Drafts.Draft draft, ServiceItem now, SignedIn me) {
    ServiceItem before = catalogue.version(draft.itemVersion());
    ItemDifference difference = ItemDifference.of(before, now);
    Filing filing = draft.filing();
    Values kept = KeptValues.fit(before.form(), now.form(), filing.values());
    List<Change> changes = new ArrayList<>(fields(before, now, difference, filing, kept));
    changes.addAll(papers(draft.id(), before, now, difference));
    Set<String> added =
        difference.fields().entrySet().stream()
            .filter(field -> field.getValue() == What.NEW)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Filing filled = start.takeOver(now, filing.with(kept), added, me);
    Revision revision =
        changes.isEmpty()
            ? draft.revision()
            : new Revision(before.versionNumber(), now.versionNumber(), changes)
                .after(draft.revision());
    Drafts.Draft rebased = drafts.rebase(draft, now, filled, revision);
    record(draft.id(), before, now, changes, me);
    return rebased;
  }

  private List<Change> fields(
      ServiceItem before, ServiceItem now, ItemDifference difference, Filing filing, Values kept) {
    Map<String, String> said = said(before, filing);
    List<Change> changes = new ArrayList<>();
    difference
        .fields()
        .forEach(
            (id, what) -> {
              Object old = filing.values().get(id);
              boolean lost = old != null && !old.equals(kept.get(id));
              String label =
                  now.form().find(id).or(() -> before.form().find(id)).map(Field::label).orElse(id);
              String words = lost ? said.getOrDefault(id, "") : "";
              if (what != What.REMOVED || !words.isEmpty()) {
                changes.add(new Change(Part.FIELD, id, label, what, words));
              }
            });
    return changes;
  }

  /** What had been filled in, as its owner reads it. */
  private Map<String, String> said(ServiceItem item, Filing filing) {
    Map<String, String> said = new LinkedHashMap<>();
    forms.answers(item.form(), filing.values(), filing.applicant().facts(), false).stream()
        .flatMap(section -> section.answers().stream())
        .forEach(
            answer -> {
              int dot = answer.path().indexOf('.');
              String top = dot < 0 ? answer.path() : answer.path().substring(0, dot);
              String words = dot < 0 ? answer.text() : answer.label() + "：" + answer.text();
              said.merge(top, words, (first, more) -> first + "；" + more);
            });
    return said;
  }

  /** Uploads for what is no longer asked are named and taken away. */
  private List<Change> papers(
      UUID draft, ServiceItem before, ServiceItem now, ItemDifference difference) {
    List<Attachments.Attachment> uploaded = attachments.ofDraft(draft);
    List<Change> changes = new ArrayList<>();
    difference
        .papers()
        .forEach(
            (id, what) -> {
              String files = what == What.REMOVED ? take(draft, id, uploaded) : "";
              if (what != What.REMOVED || !files.isEmpty()) {
                changes.add(
                    new Change(
                        Part.PAPER,
                        id,
                        PaperKey.name(now.findPaper(id).isPresent() ? now : before, id),
                        what,
                        files));
              }
            });
    before
        .form()
        .fields()
        .filter(field -> FieldFiles.asks(before, field.id()) && !FieldFiles.asks(now, field.id()))
        .forEach(field -> take(draft, PaperKey.ofField(field.id()), uploaded));
    return changes;
  }

  private String take(UUID draft, String key, List<Attachments.Attachment> uploaded) {
    List<Attachments.Attachment> gone =
        uploaded.stream().filter(file -> file.paper().equals(key)).toList();
    gone.forEach(file -> attachments.remove(draft, file.id()));
    return gone.stream().map(Attachments.Attachment::name).collect(Collectors.joining("、"));
  }

  private void record(
      UUID draft, ServiceItem before, ServiceItem now, List<Change> changes, SignedIn me) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("task_code", now.taskCode());
    payload.put("from", before.versionNumber());
    payload.put("to", now.versionNumber());
    payload.put("item_version", now.version().toString());
    for (What what : What.values()) {
      payload.put(
          what.name().toLowerCase(java.util.Locale.ROOT),
          changes.stream()
              .filter(change -> change.what() == what)
              .map(change -> change.part().name().charAt(0) + ":" + change.id())
              .toList());
    }
    journal.append(
        new Act(
            new Subject(SUBJECT, draft.toString()),
            "draft.rebased",
            me.actor(),
            now.division(),
            now.department(),
            null,
            payload));
  }
}
