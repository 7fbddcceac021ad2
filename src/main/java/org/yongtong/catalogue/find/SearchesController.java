package org.yongtong.catalogue.find;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.catalogue.ItemQuery;
import org.yongtong.catalogue.find.SearchTables.Kind;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.MenuEntry;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** What was asked of the search, and the phrases that editors add to items after looking at it. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.EDITOR, Role.CHECKER, Role.APPROVER})
class SearchesController implements MenuEntry.Source {

  private static final String PATH = "/desk/catalogue/searches";
  private static final String ADD = PATH + "/add";
  private static final List<Integer> SPANS = List.of(7, 30, 90);
  private static final int MOST = 100;
  private static final int ITEMS = 10;

  private final SearchTables tables;
  private final ManagePhrases phrases;
  private final FindItems items;
  private final Directory directory;
  private final Clock clock;
  private final DateTimeFormatter date;

  SearchesController(
      SearchTables tables,
      ManagePhrases phrases,
      FindItems items,
      Directory directory,
      Clock clock) {
    this.tables = tables;
    this.phrases = phrases;
    this.items = items;
    this.directory = directory;
    this.clock = clock;
    this.date = DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(clock.getZone());
  }

  @Override
  public List<MenuEntry> menu() {
    return List.of(
        new MenuEntry(220, "大家在搜什么", PATH, "search", Role.EDITOR, Role.CHECKER, Role.APPROVER));
  }

  @GetMapping(PATH)
  String searches(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "30") String days,
      Model model) {
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(each -> key(each).equals(show))
            .findFirst()
            .orElse(Kind.NOTHING);
    int span =
        SPANS.stream().filter(each -> String.valueOf(each).equals(days)).findFirst().orElse(30);
    model.addAttribute(
        "page",
        new SearchesPage(
            Arrays.stream(Kind.values())
                .map(each -> new SearchesPage.Choice(each.word(), path(each, span), each == kind))
                .toList(),
            SPANS.stream()
                .map(
                    each ->
                        new SearchesPage.Choice("近 " + each + " 天", path(kind, each), each == span))
                .toList(),
            lines(kind, LocalDate.now(clock).minusDays(span)),
            kind == Kind.NOTHING ? "这段时间里，大家搜的都找到了。" : "这段时间里没有这样的搜索。",
            phrases.list().stream().map(each -> phrase(each, me)).toList()));
    return "catalogue/find/searches";
  }

  /** What finds something by now, because a phrase was added, is done with. */
  private List<SearchesPage.Line> lines(Kind kind, LocalDate since) {
    return tables.asked(since, kind, MOST).stream()
        .filter(
            each -> kind != Kind.NOTHING || items.find(ItemQuery.words(each.query(), 1)).isEmpty())
        .map(
            each ->
                new SearchesPage.Line(
                    each.query(),
                    each.times(),
                    each.hits(),
                    each.opened(),
                    date.format(each.last()),
                    ADD + "?phrase=" + URLEncoder.encode(each.query(), StandardCharsets.UTF_8)))
        .toList();
  }

  private SearchesPage.Phrase phrase(SearchTables.Phrase phrase, SignedIn me) {
    return phrases
        .find(phrase.lead())
        .map(
            item ->
                new SearchesPage.Phrase(
                    phrase.phrase(),
                    item.name(),
                    "/items/" + item.taskCode(),
                    phrase.by(),
                    date.format(phrase.at()),
                    ManagePhrases.mayChange(item, me)
                        ? PATH + "/phrases/" + phrase.id() + "/remove"
                        : ""))
        .orElseGet(
            () ->
                new SearchesPage.Phrase(
                    phrase.phrase(), "事项已取消", "", phrase.by(), date.format(phrase.at()), ""));
  }

  @GetMapping(ADD)
  String choose(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String phrase,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    model.addAttribute("page", page(phrase.strip(), q.strip(), "", me, Map.of()));
    return "catalogue/find/phrase";
  }

  @PostMapping(ADD)
  String add(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String phrase,
      @RequestParam(defaultValue = "") String lead,
      @RequestParam(defaultValue = "") String q,
      HttpServletResponse response,
      Model model) {
    return switch (phrases.add(lead, phrase, me)) {
      case ManagePhrases.Result.Done ignored -> "redirect:" + PATH;
      case ManagePhrases.Result.Refused(var field, var words) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", page(phrase.strip(), q.strip(), lead, me, Map.of(field, words)));
        yield "catalogue/find/phrase";
      }
    };
  }

  @PostMapping(PATH + "/phrases/{id}/remove")
  String remove(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
    UUID phrase;
    try {
      phrase = UUID.fromString(id);
    } catch (IllegalArgumentException strange) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    if (phrases.remove(phrase, me) instanceof ManagePhrases.Result.Refused(var field, var words)
        && field.equals("lead")) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, words);
    }
    return "redirect:" + PATH;
  }

  private PhrasePage page(
      String phrase, String q, String lead, SignedIn me, Map<String, String> problems) {
    String words = q.isEmpty() ? phrase : q;
    return new PhrasePage(
        phrase,
        q,
        lead,
        words.isEmpty()
            ? List.of()
            : items.find(ItemQuery.words(words, ITEMS)).stream()
                .map(
                    item ->
                        new PhrasePage.Item(
                            item.id(),
                            item.name(),
                            "/items/" + item.taskCode(),
                            directory.department(item.department()).shortName(),
                            ManagePhrases.mayChange(item, me)))
                .toList(),
        problems);
  }

  private static String path(Kind kind, int days) {
    return PATH + "?show=" + key(kind) + "&days=" + days;
  }

  private static String key(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
