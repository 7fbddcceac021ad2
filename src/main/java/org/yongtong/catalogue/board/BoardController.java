package org.yongtong.catalogue.board;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.revise.Days;
import org.yongtong.catalogue.revise.Items;
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

/** The quality board: numbers, each with its list; each finding with the way to mend it. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
class BoardController {

  private static final String BOARD = "/desk/catalogue/quality";
  private static final int PAGE = 50;
  private static final int MOST_DEPARTMENTS = 40;

  private final Quality quality;
  private final Reviews reviews;
  private final Revisions revisions;
  private final RevisionScope scope;
  private final Items items;
  private final Directory directory;

  BoardController(
      Quality quality,
      Reviews reviews,
      Revisions revisions,
      RevisionScope scope,
      Items items,
      Directory directory) {
    this.quality = quality;
    this.reviews = reviews;
    this.revisions = revisions;
    this.scope = scope;
    this.items = items;
    this.directory = directory;
  }

  @GetMapping(BOARD)
  String board(
      @RequestParam(defaultValue = "") String department,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    Quality.Snapshot snapshot = quality.now();
    List<Finding> found = seen(snapshot, department, me);
    Map<Rule, Integer> counts = counts(found);
    int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
    model.addAttribute(
        "page",
        new BoardPage(
            department,
            name(department),
            Arrays.stream(Rule.values())
                .map(
                    rule ->
                        new BoardPage.RuleLine(
                            rule.word(),
                            rule.sentence(),
                            counts.getOrDefault(rule, 0),
                            share(counts.getOrDefault(rule, 0), most),
                            list(rule, department)))
                .toList(),
            department.isEmpty() ? departments(found) : List.of(),
            snapshot.items(),
            found.size(),
            Days.moment(snapshot.at()),
            address(BOARD + ".csv", department)));
    return "catalogue/board/board";
  }

  private List<Finding> seen(Quality.Snapshot snapshot, String department, SignedIn me) {
    BiPredicate<String, String> watched = scope.watched(me);
    return snapshot.findings().stream()
        .filter(finding -> department.isEmpty() || finding.department().equals(department))
        .filter(finding -> watched.test(finding.department(), finding.division()))
        .toList();
  }

  private static Map<Rule, Integer> counts(List<Finding> found) {
    var counts = new EnumMap<Rule, Integer>(Rule.class);
    found.forEach(finding -> counts.merge(finding.rule(), 1, Integer::sum));
    return counts;
  }

  private List<BoardPage.DepartmentLine> departments(List<Finding> found) {
    Map<String, List<Finding>> by =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    Finding::department, LinkedHashMap::new, Collectors.toList()));
    int most = by.values().stream().mapToInt(List::size).max().orElse(0);
    return by.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                (Map.Entry<String, List<Finding>> each) -> -each.getValue().size()))
        .limit(MOST_DEPARTMENTS)
        .map(
            each -> {
              Map<Rule, Integer> counts = counts(each.getValue());
              return new BoardPage.DepartmentLine(
                  name(each.getKey()),
                  address(BOARD, each.getKey()),
                  each.getValue().size(),
                  share(each.getValue().size(), most),
                  Arrays.stream(Rule.values()).map(rule -> counts.getOrDefault(rule, 0)).toList());
            })
        .toList();
  }

  private static int share(int count, int most) {
    return most == 0 ? 0 : Math.max(count == 0 ? 0 : 1, count * 100 / most);
  }

  @GetMapping(BOARD + "/{rule}")
  String findings(
      @PathVariable String rule,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(required = false) @Nullable String reviewed,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    Rule one = rule(rule);
    List<Finding> found =
        seen(quality.now(), department, me).stream()
            .filter(finding -> finding.rule() == one)
            .toList();
    int start = Math.max(0, Math.min(from, found.size()));
    List<Finding> shown = found.stream().skip(start).limit(PAGE).toList();
    Map<String, Revision> open =
        revisions.openOf(shown.stream().map(Finding::item).distinct().toList());
    var desk = new Desk(me, scope.departments(me, Party.EDITOR), scope.departments(me));
    model.addAttribute(
        "page",
        new BoardPage.FindingsPage(
            one.key(),
            one.word(),
            one.sentence(),
            department,
            name(department),
            shown.stream().map(finding -> line(finding, open.get(finding.item()), desk)).toList(),
            found.size(),
            start + PAGE < found.size()
                ? list(one, department)
                    + (department.isEmpty() ? "?" : "&")
                    + "from="
                    + (start + PAGE)
                : null,
            reviewed == null ? null : "已记下核对结果。",
            address(BOARD, department)));
    return "catalogue/board/findings";
  }

  /** Departments for which the viewer writes, and all that he has to do with. */
  private record Desk(SignedIn me, Set<String> writes, Set<String> own) {}

  private BoardPage.FindingLine line(Finding finding, @Nullable Revision open, Desk desk) {
    boolean edits = desk.writes().contains(finding.department());
    String mend = null;
    String word = "去改";
    if (open != null && scope.sees(desk.me(), open)) {
      mend =
          open.purpose().changesText()
              ? "/desk/catalogue/revisions/%s/%s?check=1".formatted(open.id(), finding.page())
              : "/desk/catalogue/revisions/" + open.id();
      word = "打开修订单";
    } else if (edits) {
      mend =
          UriComponentsBuilder.fromPath("/desk/catalogue/items/{item}/revise")
              .queryParam("purpose", "ADJUST")
              .queryParam("page", finding.page())
              .build(finding.item())
              .toString();
    }
    return new BoardPage.FindingLine(
        finding.item(),
        "/desk/catalogue/items/" + finding.item(),
        finding.name(),
        name(finding.department()),
        finding.message(),
        mend,
        word,
        desk.own().contains(finding.department()) ? finding.subject() : "");
  }

  /** 已核对: looked at and still right. */
  @PostMapping(BOARD + "/{rule}/reviews")
  @Allow(
      value = Who.STAFF,
      roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL})
  String review(
      @PathVariable String rule,
      @RequestParam(defaultValue = "") String item,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String department,
      @AuthenticationPrincipal SignedIn me) {
    Rule one = rule(rule);
    ItemHead head =
        items
            .find(item)
            .filter(each -> scope.departments(me).contains(each.department()))
            .orElseThrow(BoardController::unknown);
    boolean open =
        quality.now().findings().stream()
            .anyMatch(
                finding ->
                    finding.rule() == one
                        && finding.item().equals(item)
                        && finding.subject().equals(subject)
                        && !subject.isEmpty());
    if (open) { // pressed twice it is written once
      reviews.add(head, subject, note.length() > 200 ? note.substring(0, 200) : note, me);
    }
    String back = list(one, department);
    return "redirect:" + back + (back.contains("?") ? "&" : "?") + "reviewed=1";
  }

  @GetMapping(value = BOARD + ".csv", produces = "text/csv")
  ResponseEntity<byte[]> csv(
      @RequestParam(defaultValue = "") String department, @AuthenticationPrincipal SignedIn me) {
    byte[] text =
        Csv.of(seen(quality.now(), department, me), this::name).getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"catalogue-quality.csv\"")
        .body(text);
  }

  private static String list(Rule rule, String department) {
    return address(BOARD + "/" + rule.key(), department);
  }

  private static String address(String path, String department) {
    return department.isEmpty()
        ? path
        : UriComponentsBuilder.fromPath(path)
            .queryParam("department", "{department}")
            .build(department)
            .toString();
  }

  private String name(String key) {
    return key.isEmpty()
        ? "全部"
        : directory.findDepartment(key).map(Department::shortName).orElse(key);
  }

  private static Rule rule(String key) {
    return Rule.of(key).orElseThrow(BoardController::unknown);
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
