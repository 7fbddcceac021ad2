package org.yongtong.casework.extra;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.When;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.RateLimit;
import org.yongtong.platform.web.Who;

/** 举报额外要求: the form, its receipt, and how it goes; for everybody, with or without a name. */
@Controller
@Allow(Who.ANYONE)
class ReportController {

  private static final String TOO_MANY = "提交太频繁了，请过一分钟再试。您填写的内容还在下面。";
  private static final String UNKNOWN = "没有找到这个举报编号，请核对。";

  private final ReportExtraDemand report;
  private final ExtraDemands demands;
  private final Catalogue catalogue;
  private final CaseFiles cases;
  private final CaseScope scope;
  private final Directory directory;
  private final Journal journal;
  private final Clock clock;
  private final int days;
  private final RateLimit reports;
  private final RateLimit looks;

  ReportController(
      ReportExtraDemand report,
      ExtraDemands demands,
      Catalogue catalogue,
      CaseFiles cases,
      CaseScope scope,
      Directory directory,
      Journal journal,
      Clock clock,
      HandleExtraDemand handle,
      @Value("${yongtong.extra-demands.per-minute:5}") int reportsPerMinute,
      @Value("${yongtong.extra-demands.looks-per-minute:30}") int looksPerMinute) {
    this.report = report;
    this.demands = demands;
    this.catalogue = catalogue;
    this.cases = cases;
    this.scope = scope;
    this.directory = directory;
    this.journal = journal;
    this.clock = clock;
    this.days = handle.days();
    this.reports = RateLimit.perMinute(reportsPerMinute, clock);
    this.looks = RateLimit.perMinute(looksPerMinute, clock);
  }

  @GetMapping("/extra-demands/new")
  String form(
      @RequestParam(defaultValue = "") String item,
      @RequestParam(name = "case", defaultValue = "") String caseNumber,
      @AuthenticationPrincipal @Nullable SignedIn me,
      Model model) {
    var form =
        new ReportExtraDemand.Form(
            "", "", "", LocalDate.now(clock).toString(), cut(caseNumber), "");
    model.addAttribute("page", page(item(item, caseNumber, me), form, Map.of()));
    return "casework/extra/new";
  }

  @PostMapping("/extra-demands")
  String report(
      @RequestParam(defaultValue = "") String item,
      @RequestParam Map<String, String> typed,
      @RequestParam(required = false) @Nullable MultipartFile evidence,
      HttpServletRequest request,
      HttpServletResponse response,
      @AuthenticationPrincipal @Nullable SignedIn me,
      Model model)
      throws IOException {
    var form =
        new ReportExtraDemand.Form(
            text(typed, "what"),
            text(typed, "who"),
            text(typed, "way"),
            text(typed, "on"),
            text(typed, "caseNumber"),
            text(typed, "contact"));
    ServiceItem about = item(item, form.caseNumber(), me);
    // a field that people do not see and machines fill in
    boolean machine = !text(typed, "website").isBlank();
    if (machine || !reports.allows(request.getRemoteAddr())) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, "60");
      model.addAttribute("page", page(about, form, Map.of("", TOO_MANY)));
      return "casework/extra/new";
    }
    ReportExtraDemand.Result result;
    if (evidence == null || evidence.isEmpty()) {
      result = report.report(about, form, null, me);
    } else {
      String name = Objects.requireNonNullElse(evidence.getOriginalFilename(), "");
      try (var content = evidence.getInputStream()) {
        result = report.report(about, form, new ReportExtraDemand.Sent(name, content), me);
      }
    }
    return switch (result) {
      case ReportExtraDemand.Result.Received(var demand) ->
          "redirect:/extra-demands/" + demand.number() + "?received=true";
      case ReportExtraDemand.Result.Wrong(var problems) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", page(about, form, problems));
        yield "casework/extra/new";
      }
    };
  }

  /** The published item, or that of one's own case whose item is cancelled by now. */
  private ServiceItem item(String taskCode, String caseNumber, @Nullable SignedIn me) {
    return catalogue
        .findPublished(taskCode)
        .or(
            () ->
                me == null
                    ? Optional.empty()
                    : cases
                        .findByNumber(caseNumber.strip())
                        .filter(file -> scope.sees(me, file))
                        .map(file -> catalogue.version(file.itemVersion())))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/extra-demands")
  String follow(
      @RequestParam(defaultValue = "") String number,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String wanted = cut(number).toUpperCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      model.addAttribute("page", new FollowPage("", null, null));
      return "casework/extra/follow";
    }
    return show(wanted, false, request, response, model);
  }

  @GetMapping("/extra-demands/{number}")
  String show(
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String received,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return show(cut(number).toUpperCase(Locale.ROOT), received != null, request, response, model);
  }

  private String show(
      String number,
      boolean fresh,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    FollowPage page;
    if (!looks.allows(request.getRemoteAddr())) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, "60");
      page = new FollowPage(number, "查询太频繁了，请一分钟后再试。", null);
    } else {
      page =
          demands
              .findByNumber(number)
              .map(demand -> new FollowPage(number, null, found(demand, fresh)))
              .orElse(new FollowPage(number, UNKNOWN, null));
      if (page.found() == null) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
      }
    }
    model.addAttribute("page", page);
    return "casework/extra/follow";
  }

  private FollowPage.Found found(ExtraDemand demand, boolean fresh) {
    List<FollowPage.Step> steps = new ArrayList<>();
    for (Entry entry :
        journal.about(new Subject(ReportExtraDemand.SUBJECT, demand.id().toString()))) {
      steps.add(new FollowPage.Step(DemandWords.step(entry.kind()), When.moment(entry.at())));
    }
    LocalDate due = demand.dueOn();
    return new FollowPage.Found(
        demand.number(),
        demand.itemName(),
        directory.department(demand.department()).name(),
        demand.state().word(),
        demand.state().tone(),
        due == null || demand.state() != DemandState.ASKED ? "" : When.day(due),
        steps.reversed(),
        demand.finding(),
        fresh);
  }

  private ReportPage page(
      ServiceItem item, ReportExtraDemand.Form form, Map<String, String> problems) {
    return new ReportPage(
        item.taskCode(),
        item.name(),
        directory.department(item.department()).name(),
        form.what(),
        form.who(),
        form.way(),
        form.on(),
        form.caseNumber(),
        form.contact(),
        ReportExtraDemand.WAYS,
        LocalDate.now(clock).toString(),
        days,
        problems);
  }

  private static String text(Map<String, String> typed, String name) {
    String text = typed.getOrDefault(name, "").replace("\r\n", "\n");
    return text.replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
  }

  private static String cut(String text) {
    String stripped = text.strip();
    return stripped.length() > 60 ? stripped.substring(0, 60) : stripped;
  }
}
