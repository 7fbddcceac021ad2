package org.yongtong.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.casework.file.DayWords;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.Situation;
import org.yongtong.catalogue.Situations;
import org.yongtong.form.Applicant;
import org.yongtong.form.Field;
import org.yongtong.form.FormDefinition;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;
import org.yongtong.identity.AccountKind;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** 在线办理: what will be asked, then a draft. */
@Controller
@Allow(Who.APPLICANT)
class StartController {

  private static final int SECONDS_PER_FIELD = 20;
  private static final int SECONDS_PER_PAPER = 60;
  private static final int LONGEST_ANSWER = 200;

  private final Catalogue catalogue;
  private final Drafts drafts;
  private final StartApplication start;
  private final ItemsInForce inForce;
  private final Situations situations;
  private final Forms forms;
  private final Clock clock;

  StartController(
      Catalogue catalogue,
      Drafts drafts,
      StartApplication start,
      ItemsInForce inForce,
      Situations situations,
      Forms forms,
      Clock clock) {
    this.catalogue = catalogue;
    this.drafts = drafts;
    this.start = start;
    this.inForce = inForce;
    this.situations = situations;
    this.forms = forms;
    this.clock = clock;
  }

  @GetMapping("/apply/{taskCode}")
  String page(
      @PathVariable String taskCode,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    ServiceItem item = item(taskCode);
    model.addAttribute("page", page(item, request, me));
    return "casework/apply/start";
  }

  @PostMapping("/apply/{taskCode}")
  String begin(
      @PathVariable String taskCode,
      @RequestParam(required = false) @Nullable UUID instead,
      HttpServletRequest request,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    ServiceItem item = item(taskCode);
    if (!StartApplication.suits(item, me) || inForce.stop(item).isPresent()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("page", page(item, request, me));
      return "casework/apply/start";
    }
    Drafts.Draft draft = start.online(item, guide(item, request), instead, me);
    return "redirect:/apply/drafts/" + draft.id() + "/applicant";
  }

  private ServiceItem item(String taskCode) {
    return catalogue
        .findPublished(taskCode)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Only answers to questions of the guide are taken along. */
  private Values guide(ServiceItem item, HttpServletRequest request) {
    Values given = forms.parse(item.form(), request.getParameterMap(), Values.EMPTY);
    Map<String, Object> data = new LinkedHashMap<>();
    Map<String, Values.Origin> origins = new LinkedHashMap<>();
    item.form()
        .fields()
        .filter(Field::guide)
        .forEach(
            field -> {
              Object value = given.get(field.id());
              if (value != null) {
                data.put(field.id(), value);
                origins.put(field.id(), new Values.Origin("guide", clock.instant(), false));
              }
            });
    return new Values(data, origins);
  }

  private StartPage page(ServiceItem item, HttpServletRequest request, SignedIn me) {
    Values guide = guide(item, request);
    Applicant applicant = applicant(me);
    Situation situation = situations.of(item, guide, applicant);
    List<ServiceItem.Paper> papers = new ArrayList<>(item.papers());
    papers.removeAll(situation.papers().spared());
    List<FormDefinition.Section> sections = new ArrayList<>(item.form().sections());
    sections.removeAll(situation.sections().spared());
    long fields = sections.stream().mapToLong(section -> section.fields().size()).sum();
    long upload = papers.stream().filter(p -> p.held() == null).count();
    long minutes =
        Math.max(1, Math.round((fields * SECONDS_PER_FIELD + upload * SECONDS_PER_PAPER) / 300.0));
    return new StartPage(
        item.taskCode(),
        item.name(),
        item.sample(),
        StartApplication.suits(item, me),
        me.name(),
        me.kind().word(),
        item.audience().stream().map(ServiceItem.Audience::word).collect(Collectors.joining("、")),
        situation.promisedDays() == 0 ? "当场办结" : "受理后 %d 个工作日内".formatted(situation.promisedDays()),
        item.visits() == 0 ? "不用到现场" : "到现场 %d 次".formatted(item.visits()),
        fee(situation),
        (int) minutes * 5,
        sections.stream().map(FormDefinition.Section::title).toList(),
        papers.stream()
            .map(
                paper ->
                    new StartPage.PaperLine(
                        paper.name(),
                        paper.when() != null && situation.papers().mine().contains(paper)
                            ? "您需要提交"
                            : paper.need().word(),
                        paper.held() != null))
            .toList(),
        guideAnswers(item, request),
        forms.answers(item.form(), guide, applicant, false).stream()
            .flatMap(section -> section.answers().stream())
            .toList(),
        drafts
            .findOpen(item.taskCode(), me)
            .map(
                draft ->
                    new StartPage.OpenDraft(
                        draft.id(),
                        DayWords.time(draft.savedAt()),
                        !draft.itemVersion().equals(item.version())))
            .orElse(null),
        inForce.stop(item).map(ItemsInForce.Stop::message).orElse(null));
  }

  private static Applicant applicant(SignedIn me) {
    return new Applicant(me.kind() == AccountKind.LEGAL ? "legal" : "person", "", "", "", "", "");
  }

  private static String fee(Situation situation) {
    if (situation.fees().mine().isEmpty() && situation.fees().settled()) {
      return "不收费";
    }
    return situation.total().map(total -> "共 " + total.toPlainString() + " 元").orElse("按规定收费");
  }

  private static List<StartPage.GuideAnswer> guideAnswers(
      ServiceItem item, HttpServletRequest request) {
    List<String> known =
        item.form().fields().filter(Field::guide).map(field -> "f." + field.id()).toList();
    List<StartPage.GuideAnswer> answers = new ArrayList<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              boolean guide =
                  known.stream().anyMatch(id -> name.equals(id) || name.startsWith(id + "."));
              for (String value : values) {
                if (guide && value.length() <= LONGEST_ANSWER) {
                  answers.add(new StartPage.GuideAnswer(name, value));
                }
              }
            });
    return answers;
  }
}
