package org.yongtong.catalogue.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemState;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.ServiceItem.Kind;
import org.yongtong.catalogue.edit.Head;
import org.yongtong.catalogue.revise.Days;
import org.yongtong.catalogue.revise.Party;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionScope;
import org.yongtong.catalogue.revise.Revisions;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** What lies on the desk of those who maintain the catalogue. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
class ListController {

  private static final int LONGEST_SEARCH = 60;

  private final WorkList work;
  private final ListedItems items;
  private final Revisions revisions;
  private final RevisionScope scope;
  private final Directory directory;

  ListController(
      WorkList work,
      ListedItems items,
      Revisions revisions,
      RevisionScope scope,
      Directory directory) {
    this.revisions = revisions;
    this.work = work;
    this.items = items;
    this.scope = scope;
    this.directory = directory;
  }

  @GetMapping("/desk/catalogue")
  String list(
      @RequestParam(required = false) @Nullable String tab,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(required = false) @Nullable String after,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    Tab current = Tab.of(tab, me.roles());
    String words = q.strip();
    var wanted =
        new ListedItems.Wanted(
            words.length() > LONGEST_SEARCH ? words.substring(0, LONGEST_SEARCH) : words,
            kind,
            level,
            state);
    boolean ofItems = current == Tab.ITEMS || current == Tab.CLAIMABLE;
    model.addAttribute(
        "page", ofItems ? items(me, current, wanted, after) : revisions(me, current, after));
    return "catalogue/desk/list";
  }

  private ListPage revisions(SignedIn me, Tab current, @Nullable String after) {
    WorkList.Cursor cursor = WorkList.Cursor.parse(after);
    List<WorkList.Row> rows = work.list(me, current, cursor);
    boolean more = current != Tab.SOON && rows.size() > WorkList.PAGE;
    List<WorkList.Row> shown = more ? WorkList.page(rows) : rows;
    String next =
        more
            ? "/desk/catalogue?tab=%s&after=%s"
                .formatted(
                    current.key(),
                    new WorkList.Cursor(shown.getLast().changedAt(), shown.getLast().id()))
            : null;
    return page(
        me,
        current,
        shown.stream().map(this::line).toList(),
        List.of(),
        new ListedItems.Wanted("", "", "", ""),
        next);
  }

  private ListPage items(
      SignedIn me, Tab current, ListedItems.Wanted wanted, @Nullable String after) {
    List<ItemHead> found =
        current == Tab.ITEMS ? items.own(me, wanted, after) : items.claimable(me, wanted, after);
    boolean more = found.size() > ListedItems.PAGE;
    List<ItemHead> shown = more ? found.subList(0, ListedItems.PAGE) : found;
    Map<String, Revision> open = revisions.openOf(shown.stream().map(ItemHead::id).toList());
    String next =
        more
            ? UriComponentsBuilder.fromPath("/desk/catalogue")
                .queryParam("tab", current.key())
                .queryParam("q", "{q}")
                .queryParam("kind", wanted.kind())
                .queryParam("level", wanted.level())
                .queryParam("state", wanted.state())
                .queryParam("after", shown.getLast().id())
                .build(wanted.q())
                .toString()
            : null;
    return page(
        me,
        current,
        List.of(),
        shown.stream().map(head -> line(head, open.get(head.id()), current)).toList(),
        wanted,
        next);
  }

  private ListPage page(
      SignedIn me,
      Tab current,
      List<ListPage.RevisionLine> revisions,
      List<ListPage.ItemLine> lines,
      ListedItems.Wanted wanted,
      @Nullable String next) {
    return new ListPage(
        tabs(me),
        current.key(),
        revisions,
        lines,
        current == Tab.ITEMS || current == Tab.CLAIMABLE,
        new ListPage.Filter(
            wanted.q(),
            wanted.kind(),
            wanted.level(),
            wanted.state(),
            words(Kind.values(), Kind::word),
            words(Level.values(), Level::word),
            words(new ItemState[] {ItemState.IN_USE, ItemState.SUSPENDED}, ItemState::word)),
        next,
        empty(current, wanted),
        setsUp(me),
        scope.departments(me).size() != 1);
  }

  private boolean setsUp(SignedIn me) {
    String own = me.department();
    return own != null && scope.departments(me, Party.EDITOR).contains(own) && !items.claims(me);
  }

  private List<ListPage.TabView> tabs(SignedIn me) {
    Map<Tab, Integer> tallies = work.tallies(me);
    return Arrays.stream(Tab.values())
        .filter(tab -> tab != Tab.CLAIMABLE || items.claims(me))
        .map(
            tab -> {
              Integer count = tallies.get(tab);
              return new ListPage.TabView(
                  tab.key(),
                  tab.word(),
                  count == null ? "" : count >= WorkList.CAP ? "99+" : count.toString(),
                  tab == Tab.WAITING && count != null && count > 0);
            })
        .toList();
  }

  private ListPage.RevisionLine line(WorkList.Row row) {
    return new ListPage.RevisionLine(
        "/desk/catalogue/revisions/" + row.id(),
        Revision.number(row.serial(), row.createdAt()),
        row.name(),
        row.purpose().word(),
        department(row.department()),
        row.state().word(),
        Head.tone(row.state()),
        Days.dayOrNone(row.effectiveOn()),
        row.changedBy() + "，" + Days.moment(row.changedAt()));
  }

  private ListPage.ItemLine line(ItemHead head, @Nullable Revision open, Tab tab) {
    return new ListPage.ItemLine(
        "/desk/catalogue/items/" + head.id(),
        head.name(),
        head.taskCode(),
        head.kind().word(),
        head.level().word(),
        head.mode().word(),
        department(head.department()),
        head.state().word(),
        head.state() == ItemState.IN_USE ? "done" : "near",
        "第 %d 版，%s".formatted(head.versionNumber(), Days.day(head.publishedAt())),
        open == null ? null : "/desk/catalogue/revisions/" + open.id(),
        tab == Tab.CLAIMABLE);
  }

  private String department(String key) {
    return directory.findDepartment(key).map(Department::shortName).orElse(key);
  }

  private static String empty(Tab tab, ListedItems.Wanted wanted) {
    return switch (tab) {
      case WAITING -> "现在没有等您办的修订单。";
      case MINE -> "您没有正在编写的修订单。要改事项，请在“事项”里打开它，点“调整”。";
      case OPEN -> "您的范围内没有办理中的修订单。";
      case SOON -> "没有待生效的修订。";
      case CLAIMABLE -> "没有可以认领的事项了。";
      case ITEMS ->
          wanted.equals(new ListedItems.Wanted("", "", "", ""))
              ? "您的范围内还没有事项。"
              : "没有符合这些条件的事项，请换个说法或者放宽条件。";
    };
  }

  private static <E extends Enum<E>> Map<String, String> words(
      E[] values, Function<E, String> word) {
    var words = new LinkedHashMap<String, String>();
    for (E value : values) {
      words.put(ListedItems.key(value), word.apply(value));
    }
    return words;
  }
}
