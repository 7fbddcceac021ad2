package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.catalogue.edit.PageView.Line;
import org.yongtong.catalogue.revise.Action;
import org.yongtong.catalogue.revise.Days;
import org.yongtong.catalogue.revise.Items;
import org.yongtong.catalogue.revise.LifeCycle;
import org.yongtong.catalogue.revise.Remark;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.Revisions;
import org.yongtong.catalogue.revise.State;
import org.yongtong.catalogue.revise.Terms;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The page of a revision: everything at a glance, and the actions allowed now. */
@Controller
class RevisionController {

  private static final Map<Action, String> WORDS =
      Map.of(
          Action.SUBMIT, "提交审核",
          Action.DISCARD, "作废",
          Action.WITHDRAW, "撤回修改",
          Action.PASS_DEPARTMENT, "部门审核通过",
          Action.PASS_LEGAL, "合法性审核通过",
          Action.APPROVE, "批准",
          Action.RETURN, "退回修改");

  private final OpenRevisions open;
  private final Revisions revisions;
  private final Compared compared;
  private final Heads heads;
  private final Items items;
  private final Journal journal;
  private final Directory directory;

  RevisionController(
      OpenRevisions open,
      Revisions revisions,
      Compared compared,
      Heads heads,
      Items items,
      Journal journal,
      Directory directory) {
    this.open = open;
    this.revisions = revisions;
    this.compared = compared;
    this.heads = heads;
    this.items = items;
    this.journal = journal;
    this.directory = directory;
  }

  @GetMapping("/desk/catalogue/revisions/{id}")
  @Allow(
      value = Who.STAFF,
      roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
  ModelAndView revision(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String done,
      @AuthenticationPrincipal SignedIn me) {
    Opened opened = open.open(id, me);
    Revision revision = opened.revision();
    return new ModelAndView(
        "catalogue/edit/revision",
        Map.of(
            "page",
            new RevisionPage(
                heads.of(opened),
                Nav.of(opened, ""),
                done == null ? null : done(revision),
                facts(revision),
                opened.problems(),
                returned(opened),
                compared.of(opened).size(),
                answers(revision),
                history(revision),
                buttons(opened),
                notes(opened, me))));
  }

  private static String done(Revision revision) {
    return switch (revision.state()) {
      case DEPARTMENT_CHECK -> "已提交，等待部门审核。";
      case LEGAL_CHECK -> "部门审核已通过，转合法性审核。";
      case APPROVAL -> "合法性审核已通过，转审批。";
      case SCHEDULED ->
          "已批准，%s起生效。".formatted(Days.day(Objects.requireNonNull(revision.effectiveOn())));
      case PUBLISHED -> "已批准并生效。";
      case RETURNED -> "已退回编写人修改。";
      case WITHDRAWN -> "已撤回，可以继续修改。";
      case DISCARDED -> "已作废。";
      case DRAFT -> "修订单已建好，请逐页填写。";
    };
  }

  private List<Line> facts(Revision revision) {
    Terms terms = revision.terms();
    var facts = new ArrayList<Line>();
    facts.add(new Line("修订理由", terms.reason().isBlank() ? "还没有填写" : terms.reason()));
    if (terms.basis() != null) {
      facts.add(new Line("依据", terms.basis()));
    }
    var wished = terms.wishedOn();
    if (wished != null && revision.effectiveOn() == null) {
      facts.add(new Line("希望生效日期", Days.day(wished)));
    }
    String successor = terms.successor();
    if (successor != null) {
      facts.add(
          new Line("接替的事项", items.find(successor).map(head -> head.name()).orElse(successor)));
    }
    if (revision.purpose().sendsDown()) {
      facts.add(
          new Line(
              "承接单位",
              terms.bodies().isEmpty() ? "还没有选择" : "%d 个".formatted(terms.bodies().size())));
    }
    UUID parent = revision.parent();
    if (parent != null) {
      revisions
          .find(parent)
          .ifPresent(
              given ->
                  facts.add(
                      new Line(
                          given.purpose().word() + "来源",
                          "%s（%s）%s"
                              .formatted(
                                  department(given.department()),
                                  given.number(),
                                  given.effectiveOn() == null
                                      ? ""
                                      : "，" + Days.dayOrNone(given.effectiveOn()) + "起"))));
    }
    return facts;
  }

  private String department(String key) {
    return directory.findDepartment(key).map(Department::shortName).orElse(key);
  }

  private static List<RevisionPage.Returned> returned(Opened opened) {
    Map<Integer, List<Remark>> rounds = new LinkedHashMap<>();
    for (Remark remark : opened.remarks()) {
      rounds.computeIfAbsent(remark.round(), ignored -> new ArrayList<>()).add(remark);
    }
    PlaceWords words = opened.words();
    boolean current = opened.revision().state().withAuthor() && !opened.pages().isEmpty();
    return rounds.values().stream()
        .map(
            round ->
                new RevisionPage.Returned(
                    round.getFirst().by(),
                    Days.moment(round.getFirst().at()),
                    round.getFirst().during().word(),
                    round.stream()
                        .map(
                            remark ->
                                new RevisionPage.RemarkLine(
                                    remark.label(),
                                    remark.reason(),
                                    current && !remark.place().isEmpty()
                                        ? opened.path()
                                            + "/"
                                            + Problem.of(
                                                    remark.place(),
                                                    "",
                                                    words,
                                                    opened.revision().content())
                                                .path()
                                        : null))
                        .toList()))
        .toList();
  }

  private List<RevisionPage.Answer> answers(Revision revision) {
    if (!revision.purpose().sendsDown()) {
      return List.of();
    }
    return revisions.answersTo(revision.id()).stream()
        .map(
            answer ->
                new RevisionPage.Answer(
                    department(answer.department()),
                    "/desk/catalogue/revisions/" + answer.id(),
                    answer.state().word(),
                    Head.tone(answer.state())))
        .toList();
  }

  private List<RevisionPage.Event> history(Revision revision) {
    return journal.about(new Subject(Revisions.SUBJECT, revision.id().toString())).stream()
        .filter(entry -> !entry.kind().equals(Action.EDIT.kind()))
        .map(
            (Entry entry) ->
                new RevisionPage.Event(
                    word(entry.kind()),
                    entry.act().actor().name(),
                    Days.moment(entry.at()),
                    detail(entry)))
        .toList();
  }

  private static String word(String kind) {
    for (Action action : Action.values()) {
      if (action.kind().equals(kind)) {
        return action.word();
      }
    }
    return kind;
  }

  private static String detail(Entry entry) {
    for (String key : List.of("reason", "opinion")) {
      if (entry.payload().get(key) instanceof String said && !said.isBlank()) {
        return said;
      }
    }
    return "";
  }

  private static List<RevisionPage.Button> buttons(Opened opened) {
    var buttons = new ArrayList<RevisionPage.Button>();
    for (Action action : LifeCycle.allowed(opened.revision().state(), opened.parties())) {
      String word = WORDS.get(action);
      if (word != null) {
        buttons.add(
            new RevisionPage.Button(
                word,
                opened.path() + "/" + FlowController.path(action),
                switch (action) {
                  case SUBMIT, PASS_DEPARTMENT, PASS_LEGAL, APPROVE -> "primary";
                  case DISCARD -> "danger";
                  default -> "";
                }));
      }
    }
    return buttons;
  }

  private static List<String> notes(Opened opened, SignedIn me) {
    Revision revision = opened.revision();
    boolean checks =
        Set.of(State.DEPARTMENT_CHECK, State.LEGAL_CHECK, State.APPROVAL)
            .contains(revision.state());
    if (checks && revision.writers().contains(me.account()) && opened.parties().size() > 1) {
      return List.of("您编写过这张修订单，审核、审批要由别人办理。");
    }
    return List.of();
  }
}
