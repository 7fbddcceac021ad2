package org.yongtong.catalogue.revise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemDocument;
import org.yongtong.catalogue.ItemDocuments;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemState;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.Publishing;
import org.yongtong.catalogue.ServiceItem.Kind;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;

/** An editor opens a revision. */
@Component
public class StartRevision {

  private static final int TRIES = 5;

  private final Revisions revisions;
  private final RevisionScope scope;
  private final Items items;
  private final ItemDocuments documents;
  private final Catalogue catalogue;
  private final Publishing publishing;
  private final BaseCodes codes;
  private final Directory directory;

  StartRevision(
      Revisions revisions,
      RevisionScope scope,
      Items items,
      ItemDocuments documents,
      Catalogue catalogue,
      Publishing publishing,
      BaseCodes codes,
      Directory directory) {
    this.revisions = revisions;
    this.scope = scope;
    this.items = items;
    this.documents = documents;
    this.catalogue = catalogue;
    this.publishing = publishing;
    this.codes = codes;
    this.directory = directory;
  }

  /** What kind of new item. */
  public enum Way {
    MAIN("独立事项（主项）"),
    SUB("某个主项下的子项"),
    HANDLING("已有事项的另一个业务办理项（如变更、延续、注销）");

    private final String word;

    Way(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * @param national set by national law (region 00), not by the autonomous region's (45)
   * @param of id of the main item or of the item that it is a handling item of; "" for a main item
   */
  public record NewItem(
      String name, Kind kind, boolean national, Way way, String of, String reason) {}

  /**
   * A new item of the editor's own department; its codes are given at once.
   *
   * @param key made with the form; sent twice it makes one item
   */
  @Transactional
  public RevisionResult setUp(NewItem wanted, UUID key, SignedIn me) {
    Optional<Revision> before = revisions.performed(me.account(), key);
    if (before.isPresent()) {
      return new RevisionResult.Done(before.get(), true);
    }
    RevisionResult result = setUp(wanted, me);
    if (result instanceof RevisionResult.Done(Revision revision, boolean ignored)) {
      revisions.remember(me.account(), key, revision.id());
    }
    return result;
  }

  private RevisionResult setUp(NewItem wanted, SignedIn me) {
    Department department = ownDepartment(me).orElse(null);
    if (department == null) {
      return RevisionResult.refused(new Refusal.NotYours());
    }
    if (Level.ofDivision(department.division()) != Level.CITY) {
      return RevisionResult.refused(new Refusal.Rule("基本目录由市级部门设定，本级请从上级目录中认领。"));
    }
    if (wanted.name().strip().length() < 2) {
      return RevisionResult.refused(new Refusal.Missing("name", "请填写事项名称。"));
    }
    Optional<ItemHead> of =
        items.find(wanted.of()).filter(ItemHead::isLead).filter(head -> mine(head, me));
    if (wanted.way() != Way.MAIN && of.isEmpty()) {
      return RevisionResult.refused(new Refusal.Missing("of", "请选择本部门的一个事项。"));
    }
    for (int i = 0; i < TRIES; i++) {
      Map<String, Object> content =
          NewItemText.of(wanted, department, directory.city().name(), sample());
      code(content, wanted, of.orElse(null), department);
      if (i > 0) { // the id is held by an item whose code was changed since
        content.put("id", "%s-%d".formatted(content.get("id"), i + 1));
      }
      Optional<Revision> begun =
          revisions.begin(
              new Revisions.Beginning(
                  Purpose.SET_UP,
                  String.valueOf(content.get("id")),
                  null,
                  wanted.name().strip(),
                  department.key(),
                  department.division(),
                  content,
                  Terms.NONE.because(wanted.reason().strip()),
                  null,
                  null,
                  me.account()),
              me.actor());
      if (begun.isPresent()) {
        return new RevisionResult.Done(begun.get(), false);
      }
    }
    return RevisionResult.refused(new Refusal.Rule("编码刚刚被别人占用，请再试一次。"));
  }

  private void code(
      Map<String, Object> content,
      NewItem wanted,
      @org.jspecify.annotations.Nullable ItemHead of,
      Department department) {
    String id;
    switch (wanted.way()) {
      case MAIN -> {
        String code =
            codes.nextMain(
                (wanted.national() ? "00" : "45") + wanted.kind().code() + department.itemDigits());
        content.put("base_code", code);
        id = "item-" + code;
      }
      case SUB -> {
        String main = java.util.Objects.requireNonNull(of).baseCode().substring(0, 9) + "000";
        String code = codes.nextSub(main);
        content.put("base_code", code);
        content.put("sub_item_of", main);
        content.put("kind", key(of.kind()));
        id = "item-" + code;
      }
      default -> {
        ItemHead item = java.util.Objects.requireNonNull(of);
        String serial = codes.nextHandling(item.baseCode());
        documents
            .find(item.id())
            .ifPresent(document -> NewItemText.handlingItem(content, document.data()));
        content.put("base_code", item.baseCode());
        content.put("handling_no", serial);
        id = "item-%s-%s".formatted(item.baseCode(), serial);
      }
    }
    content.put("id", id);
  }

  private static String key(Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** New items carry the mark of samples as long as the catalogue is one. */
  private boolean sample() {
    return catalogue.leads().stream().anyMatch(ItemHead::sample);
  }

  /** Anything but a new item: the item exists and the editor looks after it. */
  @Transactional
  public RevisionResult change(Purpose purpose, String item, String reason, SignedIn me) {
    ItemHead head = items.find(item).filter(each -> mine(each, me)).orElse(null);
    if (head == null || purpose == Purpose.SET_UP || purpose.followsLead()) {
      return RevisionResult.refused(new Refusal.NotYours());
    }
    Optional<Refusal> refusal = fits(purpose, head);
    if (refusal.isPresent()) {
      return RevisionResult.refused(refusal.get());
    }
    Map<String, Object> content =
        purpose.changesText()
            ? documents.find(item).map(ItemDocument::data).orElse(Map.of())
            : Map.of();
    return begun(
        new Revisions.Beginning(
            purpose,
            item,
            head.lead(),
            head.name(),
            head.department(),
            head.division(),
            content,
            Terms.NONE.because(reason.strip()),
            null,
            head.version(),
            me.account()),
        me);
  }

  private static Optional<Refusal> fits(Purpose purpose, ItemHead head) {
    if (purpose == Purpose.RESUME && head.state() != ItemState.SUSPENDED) {
      return Optional.of(new Refusal.Rule("这个事项没有暂停，不用恢复。"));
    }
    if (purpose == Purpose.SUSPEND && head.state() == ItemState.SUSPENDED) {
      return Optional.of(new Refusal.Rule("这个事项已经暂停。"));
    }
    if (purpose.sendsDown() && !head.isLead()) {
      return Optional.of(new Refusal.Rule("只有事项的设定单位可以下放、委托。"));
    }
    return Optional.empty();
  }

  /** A lower body takes a lead item over as its own duty (认领). */
  @Transactional
  public RevisionResult claim(String lead, String reason, SignedIn me) {
    Department department = ownDepartment(me).orElse(null);
    ItemHead head = items.find(lead).filter(ItemHead::isLead).orElse(null);
    if (department == null || head == null) {
      return RevisionResult.refused(new Refusal.NotYours());
    }
    if (Level.ofDivision(department.division()) == Level.CITY) {
      return RevisionResult.refused(new Refusal.Rule("认领用于县级以下；市级部门请新设事项。"));
    }
    boolean running =
        catalogue.implementations(lead).stream()
            .anyMatch(each -> each.department().equals(department.key()));
    if (running) {
      return RevisionResult.refused(new Refusal.Rule("本单位已经在办这个事项，不用再认领。"));
    }
    return begun(
        new Revisions.Beginning(
            Purpose.CLAIM,
            ItemDocument.claimantId(lead, department.key()),
            lead,
            head.name(),
            department.key(),
            department.division(),
            publishing.withOwnOffice(new LinkedHashMap<>(), department.key()),
            Terms.NONE.because(reason.strip()),
            null,
            null,
            me.account()),
        me);
  }

  private RevisionResult begun(Revisions.Beginning beginning, SignedIn me) {
    return revisions
        .begin(beginning, me.actor())
        .<RevisionResult>map(revision -> new RevisionResult.Done(revision, false))
        .orElseGet(
            () ->
                RevisionResult.refused(
                    new Refusal.OpenAlready(
                        revisions.findOpen(beginning.item()).map(Revision::number).orElse(""))));
  }

  private boolean mine(ItemHead head, SignedIn me) {
    return scope.departments(me, Party.EDITOR).contains(head.department());
  }

  private Optional<Department> ownDepartment(SignedIn me) {
    Set<String> all = scope.departments(me, Party.EDITOR);
    String own = me.department();
    return own == null || !all.contains(own) ? Optional.empty() : directory.findDepartment(own);
  }

  /** Lead items of the editor's own department, to choose main items from. */
  public List<ItemHead> ownLeads(SignedIn me) {
    return catalogue.leads().stream().filter(head -> mine(head, me)).toList();
  }
}
