package org.yongtong.catalogue.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemState;
import org.yongtong.catalogue.edit.ItemText;
import org.yongtong.catalogue.revise.Days;
import org.yongtong.catalogue.revise.Items;
import org.yongtong.catalogue.revise.Party;
import org.yongtong.catalogue.revise.Purpose;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionScope;
import org.yongtong.catalogue.revise.Revisions;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/**
 * An item for those who maintain it: what is in force, every version, who runs it below, what is
 * under way. What is published is public; what can be started is cut to the viewer's scope.
 */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
class ItemController {

  private static final int MOST_CLAIMANTS = 200;

  private final Items items;
  private final Catalogue catalogue;
  private final Versions versions;
  private final WorkList work;
  private final Revisions revisions;
  private final RevisionScope scope;
  private final ItemText text;
  private final Directory directory;

  ItemController(
      Items items,
      Catalogue catalogue,
      Versions versions,
      WorkList work,
      Revisions revisions,
      RevisionScope scope,
      ItemText text,
      Directory directory) {
    this.items = items;
    this.catalogue = catalogue;
    this.versions = versions;
    this.work = work;
    this.revisions = revisions;
    this.scope = scope;
    this.text = text;
    this.directory = directory;
  }

  @GetMapping("/desk/catalogue/items/{item}")
  String item(@PathVariable String item, @AuthenticationPrincipal SignedIn me, Model model) {
    ItemHead head = head(item);
    boolean mine = scope.watched(me).test(head.department(), head.division());
    Map<String, Object> content = content(head.id(), head.versionNumber());
    String lead = head.lead();
    List<ItemHead> all = catalogue.implementations(head.id());
    model.addAttribute(
        "page",
        new ItemPage(
            head.id(),
            head.name(),
            head.taskCode(),
            head.kind().word(),
            head.level().word(),
            head.mode().word(),
            department(head.department()),
            head.state().word(),
            head.state() == ItemState.IN_USE ? "done" : "near",
            "/items/" + head.taskCode(),
            lead == null ? null : "/desk/catalogue/items/" + lead,
            lead == null
                ? ""
                : items.find(lead).map(each -> department(each.department())).orElse(""),
            open(head, me),
            buttons(head, me),
            versions.list(item).stream().map(version -> line(version, mine)).toList(),
            claimants(head, all),
            head.isLead() ? Math.max(0, all.size() - 1) : 0,
            mine ? work.ofItem(item).stream().map(ItemController::line).toList() : List.of(),
            text.describe(content, head.department(), head.division())));
    return "catalogue/desk/item";
  }

  private ItemPage.@Nullable Open open(ItemHead head, SignedIn me) {
    return revisions
        .findOpen(head.id())
        .filter(revision -> scope.sees(me, revision))
        .map(
            revision ->
                new ItemPage.Open(
                    "/desk/catalogue/revisions/" + revision.id(),
                    revision.number(),
                    revision.purpose().word(),
                    revision.state().word()))
        .orElse(null);
  }

  private List<ItemPage.Button> buttons(ItemHead head, SignedIn me) {
    var buttons = new ArrayList<ItemPage.Button>();
    if (!scope.departments(me, Party.EDITOR).contains(head.department())
        || revisions.findOpen(head.id()).isPresent()) {
      return buttons;
    }
    buttons.add(button(Purpose.ADJUST, false));
    if (head.isLead()) {
      buttons.add(button(Purpose.DELEGATE, false));
      buttons.add(button(Purpose.ENTRUST, false));
    }
    buttons.add(
        head.state() == ItemState.SUSPENDED
            ? button(Purpose.RESUME, false)
            : button(Purpose.SUSPEND, false));
    buttons.add(button(Purpose.CANCEL, true));
    return buttons;
  }

  private static ItemPage.Button button(Purpose purpose, boolean danger) {
    return new ItemPage.Button(purpose.word(), purpose.name(), danger);
  }

  private static ItemPage.VersionLine line(Versions.Version version, boolean mine) {
    UUID revision = version.revision();
    String reason = version.reason();
    return new ItemPage.VersionLine(
        version.number(),
        Days.moment(version.publishedAt()),
        reason == null ? "" : reason,
        revision == null || !mine ? null : "/desk/catalogue/revisions/" + revision,
        version.inForce());
  }

  private List<ItemPage.Claimant> claimants(ItemHead head, List<ItemHead> all) {
    if (!head.isLead()) {
      return List.of();
    }
    return all.stream()
        .filter(each -> !each.isLead())
        .limit(MOST_CLAIMANTS)
        .map(
            each ->
                new ItemPage.Claimant(
                    "/desk/catalogue/items/" + each.id(),
                    department(each.department()),
                    each.level().word(),
                    each.mode().word(),
                    each.promisedDays() == 0 ? "当场办结" : each.promisedDays() + " 个工作日"))
        .toList();
  }

  private static ItemPage.RevisionLine line(WorkList.Row row) {
    return new ItemPage.RevisionLine(
        "/desk/catalogue/revisions/" + row.id(),
        Revision.number(row.serial(), row.createdAt()),
        row.purpose().word(),
        row.state().word(),
        Days.moment(row.changedAt()));
  }

  /** A version beside the one before it. */
  @GetMapping("/desk/catalogue/items/{item}/versions/{number}")
  String version(@PathVariable String item, @PathVariable int number, Model model) {
    ItemHead head = head(item);
    Map<String, Object> after = content(item, number);
    Map<String, Object> before = versions.content(item, number - 1).orElse(Map.of());
    model.addAttribute(
        "page",
        new ChangesPage(
            "/desk/catalogue/items/" + item,
            head.name(),
            "第 %d 版的改动".formatted(number),
            number == 1 ? "（没有以前的版本）" : "第 %d 版".formatted(number - 1),
            "第 %d 版".formatted(number),
            number == 1 ? List.of() : text.changes(before, after)));
    return "catalogue/desk/changes";
  }

  /** A claimant beside its lead, word by word. */
  @GetMapping("/desk/catalogue/items/{item}/lead")
  String fromLead(@PathVariable String item, Model model) {
    ItemHead head = head(item);
    String lead = head.lead();
    if (lead == null) {
      throw unknown();
    }
    ItemHead above = head(lead);
    model.addAttribute(
        "page",
        new ChangesPage(
            "/desk/catalogue/items/" + item,
            head.name(),
            "与上级事项的不同",
            department(above.department()),
            department(head.department()),
            text.changes(
                content(lead, above.versionNumber()), content(item, head.versionNumber()))));
    return "catalogue/desk/changes";
  }

  private Map<String, Object> content(String item, int number) {
    return versions.content(item, number).orElseThrow(ItemController::unknown);
  }

  private ItemHead head(String item) {
    return items.find(item).orElseThrow(ItemController::unknown);
  }

  private String department(String key) {
    return directory.findDepartment(key).map(Department::shortName).orElse(key);
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
