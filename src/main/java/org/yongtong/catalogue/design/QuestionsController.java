package org.yongtong.catalogue.design;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.yongtong.catalogue.design.Drafting.Outcome;
import org.yongtong.catalogue.design.QuestionPages.Drawn;
import org.yongtong.catalogue.design.QuestionPages.Look;
import org.yongtong.catalogue.edit.Heads;
import org.yongtong.catalogue.edit.OpenRevisions;
import org.yongtong.catalogue.edit.Opened;
import org.yongtong.form.Field;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The question designer of a revision, and the table of all cases. */
@Controller
class QuestionsController {

  private static final String PATH = "/desk/catalogue/revisions/{id}";

  private final OpenRevisions open;
  private final QuestionActs acts;
  private final QuestionPages pages;
  private final Heads heads;

  QuestionsController(OpenRevisions open, QuestionActs acts, QuestionPages pages, Heads heads) {
    this.open = open;
    this.acts = acts;
    this.pages = pages;
    this.heads = heads;
  }

  @GetMapping(PATH + "/questions")
  @Allow(
      value = Who.STAFF,
      roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
  ModelAndView questions(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String rule,
      @RequestParam(required = false) @Nullable String saved,
      @RequestParam(required = false) @Nullable String undone,
      @AuthenticationPrincipal SignedIn me) {
    String said = saved != null ? "已保存。" : undone != null ? "已撤销。" : null;
    return page(opened(id, me), new Look(rule, null, said, Map.of(), false), HttpStatus.OK);
  }

  @PostMapping(PATH + "/questions")
  @Allow(value = Who.STAFF, roles = Role.EDITOR)
  ModelAndView act(
      @PathVariable UUID id,
      @RequestParam(name = "do", defaultValue = "save") String button,
      @RequestParam(defaultValue = "") String rule,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn me) {
    Map<String, String[]> sent = request.getParameterMap();
    Opened before = opened(id, me);
    if (button.equals("draw")) {
      return page(before, new Look(rule, sent, null, Map.of(), false), HttpStatus.OK);
    }
    boolean typed = button.equals("save");
    return switch (acts.act(id, me, button, sent)) {
      case Outcome.Done(var query) ->
          new ModelAndView("redirect:" + before.path() + "/questions" + query);
      case Outcome.Refused(var problems) ->
          page(
              before,
              new Look(rule, typed ? sent : null, null, problems, false),
              HttpStatus.UNPROCESSABLE_CONTENT);
      case Outcome.Overtaken ignored ->
          page(
              opened(id, me),
              new Look(rule, typed ? sent : null, null, Map.of(), true),
              HttpStatus.CONFLICT);
      case Outcome.Closed(var refusal) ->
          page(
              opened(id, me),
              new Look(rule, typed ? sent : null, null, Map.of("", refusal.message()), false),
              HttpStatus.CONFLICT);
    };
  }

  @GetMapping(PATH + "/leaves")
  @Allow(
      value = Who.STAFF,
      roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
  ModelAndView leaves(
      @PathVariable UUID id, HttpServletRequest request, @AuthenticationPrincipal SignedIn me) {
    Opened opened = opened(id, me);
    Drawn drawn = pages.drawn(opened).orElse(null);
    return new ModelAndView(
        "catalogue/design/leaves", Map.of("page", leavesPage(opened, drawn, request)));
  }

  private LeavesPage leavesPage(Opened opened, @Nullable Drawn drawn, HttpServletRequest request) {
    if (drawn == null) {
      return new LeavesPage(
          heads.of(opened),
          false,
          Map.of(),
          Map.of(),
          Map.of(),
          List.of(),
          "",
          0,
          true,
          0,
          List.of(),
          "");
    }
    Map<String, String> questions = names(drawn);
    Map<String, List<String>> offered = new LinkedHashMap<>();
    questions.forEach(
        (question, label) ->
            offered.put(
                question,
                drawn.lines().stream()
                    .map(line -> line.answers().getOrDefault(question, "—"))
                    .distinct()
                    .toList()));
    Map<String, String> chosen = chosen(questions, request);
    String paper = RuleInput.one(request.getParameterMap(), "paper");
    List<LeafLine> found = narrowed(drawn, chosen, paper);
    var papers = new LinkedHashSet<String>();
    drawn.leaves().item().papers().forEach(each -> papers.add(each.name()));
    return new LeavesPage(
        heads.of(opened),
        true,
        questions,
        offered,
        chosen,
        List.copyOf(papers),
        paper,
        drawn.lines().size(),
        drawn.leaves().complete(),
        found.size(),
        found.stream().limit(LeavesPage.SHOWN).toList(),
        query(chosen, paper));
  }

  private static Map<String, String> names(Drawn drawn) {
    var names = new LinkedHashMap<String, String>();
    if (drawn.leaves().tellsApplicants()) {
      names.put(LeafLine.APPLICANT, "申请人");
    }
    for (Field question : drawn.leaves().questions()) {
      names.put(question.id(), question.label());
    }
    return names;
  }

  private static Map<String, String> chosen(
      Map<String, String> questions, HttpServletRequest request) {
    var chosen = new LinkedHashMap<String, String>();
    for (String question : questions.keySet()) {
      String answer = request.getParameter("q." + question);
      if (answer != null && !answer.isEmpty()) {
        chosen.put(question, answer);
      }
    }
    return chosen;
  }

  private static List<LeafLine> narrowed(Drawn drawn, Map<String, String> chosen, String paper) {
    return drawn.lines().stream()
        .filter(
            line ->
                chosen.entrySet().stream()
                    .allMatch(each -> each.getValue().equals(line.answers().get(each.getKey()))))
        .filter(
            line ->
                paper.isEmpty() || line.papers().contains(paper) || line.later().contains(paper))
        .toList();
  }

  private static String query(Map<String, String> chosen, String paper) {
    var query = UriComponentsBuilder.newInstance();
    chosen.forEach((question, answer) -> query.queryParam("q." + question, answer));
    if (!paper.isEmpty()) {
      query.queryParam("paper", paper);
    }
    return query.encode().build().toUriString();
  }

  @GetMapping(value = PATH + "/leaves.csv", produces = "text/csv")
  @Allow(
      value = Who.STAFF,
      roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
  ResponseEntity<byte[]> csv(
      @PathVariable UUID id, HttpServletRequest request, @AuthenticationPrincipal SignedIn me) {
    Drawn drawn =
        pages
            .drawn(opened(id, me))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Map<String, String> questions = names(drawn);
    var lines = new ArrayList<String>();
    var heads = new ArrayList<>(List.of("情形"));
    heads.addAll(questions.values());
    heads.addAll(List.of("受理条件", "材料", "申请时才能确定的材料", "收费", "环节", "工作日", "部门", "不能办理的原因"));
    lines.add(row(heads));
    String paper = RuleInput.one(request.getParameterMap(), "paper");
    for (LeafLine line : narrowed(drawn, chosen(questions, request), paper)) {
      var cells = new ArrayList<>(List.of(String.valueOf(line.number())));
      questions.keySet().forEach(each -> cells.add(line.answers().getOrDefault(each, "")));
      String refusal = line.refusal();
      cells.addAll(
          refusal != null
              ? List.of("", "", "", "", "", "", "", refusal)
              : List.of(
                  String.join("；", line.conditions()),
                  String.join("；", line.papers()),
                  String.join("；", line.later()),
                  String.join("；", line.fees()),
                  String.join("；", line.steps()),
                  String.valueOf(line.days()),
                  line.department(),
                  ""));
      lines.add(row(cells));
    }
    byte[] text = ("\uFEFF" + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"leaves.csv\"")
        .body(text);
  }

  /** Quoted; a beginning that a spreadsheet would run as a formula is taken as text. */
  private static String row(List<String> cells) {
    return Stream.of(cells)
        .flatMap(List::stream)
        .map(text -> text.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + text : text)
        .map(text -> "\"" + text.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(","));
  }

  private Opened opened(UUID id, SignedIn me) {
    Opened opened = open.open(id, me);
    if (!opened.hasForm()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return opened;
  }

  private ModelAndView page(Opened opened, Look look, HttpStatusCode status) {
    return new ModelAndView(
        "catalogue/design/questions", Map.of("page", pages.page(opened, look)), status);
  }
}
