package org.yongtong.casework.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.When;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.RoutedItems;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** What lies on the desk of a member of staff. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.WINDOW, Role.REVIEWER, Role.DECIDER, Role.HEAD, Role.SUPERVISOR})
class QueueController {

  private static final int LONGEST_SEARCH = 100;

  private final Queue queue;
  private final CaseScope scope;
  private final Catalogue catalogue;
  private final RoutedItems routes;
  private final Directory directory;
  private final ClockWords clocks;

  QueueController(
      Queue queue,
      CaseScope scope,
      Catalogue catalogue,
      RoutedItems routes,
      Directory directory,
      ClockWords clocks) {
    this.routes = routes;
    this.queue = queue;
    this.scope = scope;
    this.catalogue = catalogue;
    this.directory = directory;
    this.clocks = clocks;
  }

  @GetMapping("/desk/cases")
  String list(
      @RequestParam(required = false) @Nullable String tab,
      @RequestParam(required = false) @Nullable String item,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String handed,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    Tab current = Tab.of(tab, me.roles());
    String words = q == null ? "" : q.strip();
    if (words.length() > LONGEST_SEARCH) {
      words = words.substring(0, LONGEST_SEARCH);
    }
    String task = item == null || item.isBlank() ? null : item;
    Queue.Cursor cursor = Queue.Cursor.parse(after);
    List<Queue.Row> rows =
        words.isEmpty() ? queue.list(me, current, task, cursor) : queue.search(me, words);
    boolean more = words.isEmpty() && rows.size() > Queue.PAGE;
    List<Queue.Row> shown = more ? rows.subList(0, Queue.PAGE) : rows;
    Set<String> departments = scope.departments(me);
    boolean all = me.roles().contains(Role.SUPERVISOR);
    model.addAttribute(
        "page",
        new QueuePage(
            tabs(me),
            words.isEmpty() ? current.key() : "",
            shown.stream().map(this::line).toList(),
            items(departments, all),
            task == null ? "" : task,
            words,
            more ? next(current, task, shown.getLast()) : null,
            empty(current, words, task, cursor),
            cursor == null,
            all || departments.size() > 1,
            handed == null
                ? null
                : directory
                    .findDepartment(handed)
                    .map(to -> "已转交%s，并告诉了申请人。".formatted(to.name()))
                    .orElse(null)));
    return "casework/desk/queue";
  }

  private List<QueuePage.TabView> tabs(SignedIn me) {
    Map<Tab, Queue.Tally> counts = queue.tallies(me, clocks.nearUntil());
    return Arrays.stream(Tab.values())
        .map(
            tab -> {
              Queue.Tally tally = counts.getOrDefault(tab, new Queue.Tally(0, 0));
              return new QueuePage.TabView(
                  tab.key(),
                  tab.word(),
                  tally.count() >= Queue.CAP ? "99+" : String.valueOf(tally.count()),
                  tab.mine(me.roles()),
                  tab.mine(me.roles()) && tally.urgent() > 0);
            })
        .toList();
  }

  private List<QueuePage.ItemChoice> items(Set<String> departments, boolean all) {
    // of other departments' items those that a rule of theirs sends here
    Set<String> routed = all ? Set.of() : routes.to(departments);
    return catalogue.listPublished().stream()
        .filter(
            item ->
                all || departments.contains(item.department()) || routed.contains(item.taskCode()))
        .map((ItemHead item) -> new QueuePage.ItemChoice(item.taskCode(), item.name()))
        .toList();
  }

  private QueuePage.Line line(Queue.Row row) {
    var notes = new ArrayList<String>();
    if (row.extensionAsked()) {
      notes.add("待批延期");
    }
    if (!row.holder().isEmpty()) {
      notes.add("承办：" + row.holder());
    }
    if (row.questionOpen()) {
      notes.add("等申请人答复询问");
    }
    return new QueuePage.Line(
        row.id(),
        CaseHead.head(row.number()),
        CaseHead.tail(row.number()),
        row.item(),
        directory.findDepartment(row.department()).map(Department::shortName).orElse(""),
        row.applicant(),
        row.state().word(),
        CaseHeads.tone(row.state()),
        clocks.of(row.state(), row.dueKind(), row.due()),
        clocks.special(row.dueKind(), row.specialDue()),
        clocks.later(row.deferred()),
        clocks.consult(row.consultDue()),
        When.shortMoment(row.since()),
        row.channel().word(),
        String.join("，", notes));
  }

  private static String next(Tab tab, @Nullable String task, Queue.Row last) {
    var cursor = new Queue.Cursor(tab == Tab.CLOSED ? last.closed() : last.due(), last.id());
    var address =
        UriComponentsBuilder.fromPath("/desk/cases")
            .queryParam("tab", tab.key())
            .queryParam("after", cursor);
    if (task != null) {
      address.queryParam("item", task);
    }
    return address.encode().build().toUriString();
  }

  private static String empty(
      Tab tab, String words, @Nullable String task, Queue.@Nullable Cursor cursor) {
    if (!words.isEmpty()) {
      return "您的办理范围内没有找到。请核对：完整的办件编号、编号末 12 位、申请人全名，或者完整的证件号码。";
    }
    if (cursor != null) {
      return "后面没有了。";
    }
    return task == null
        ? "“%s”里现在没有办件。".formatted(tab.word())
        : "这个事项在“%s”里没有办件。".formatted(tab.word());
  }
}
