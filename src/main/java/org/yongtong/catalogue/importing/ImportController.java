package org.yongtong.catalogue.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Uploads of items: check first, send, apply all at once. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.EDITOR, Role.APPROVER})
class ImportController {

  private static final String START = "/desk/catalogue/import";
  private static final String RUN = START + "/{id}";
  private static final int LONGEST_REASON = 500;
  private static final int SHORTEST_REASON = 5;

  private final ImportActions actions;
  private final ImportPages pages;
  private final ImportRuns runs;
  private final ReportFile report;

  ImportController(ImportActions actions, ImportPages pages, ImportRuns runs, ReportFile report) {
    this.actions = actions;
    this.pages = pages;
    this.runs = runs;
    this.report = report;
  }

  @GetMapping(START)
  String start(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) boolean large,
      Model model) {
    Map<String, String> problems = large ? Map.of("file", ImportActions.TOO_LARGE) : Map.of();
    model.addAttribute("page", pages.start(me, problems));
    return "catalogue/importing/start";
  }

  @PostMapping(START)
  String upload(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) MultipartFile file,
      HttpServletResponse response,
      Model model)
      throws IOException {
    ImportActions.Result result;
    try (InputStream content =
        file == null ? InputStream.nullInputStream() : file.getInputStream()) {
      String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
      result = actions.upload(name, content, me);
    }
    return switch (result) {
      case ImportActions.Result.Done(var run) -> "redirect:" + START + "/" + run;
      case ImportActions.Result.Refused(var words) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", pages.start(me, Map.of("file", words)));
        yield "catalogue/importing/start";
      }
    };
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  String tooLarge() {
    return "redirect:" + START + "?large=true";
  }

  @GetMapping(RUN)
  String run(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "0") int after,
      Model model) {
    model.addAttribute("page", pages.run(get(id, me), me, show, Math.max(0, after), Map.of(), ""));
    return "catalogue/importing/run";
  }

  /** The part of the page that moves while work goes on; the whole page comes anew at the end. */
  @GetMapping(RUN + "/progress")
  String progress(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    Run run = get(id, me);
    if (!run.state().running()) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("page", new ProgressPage(ImportPages.path(run), ImportPages.progress(run)));
    return "catalogue/importing/progress";
  }

  @GetMapping(RUN + "/report.csv")
  void report(
      @AuthenticationPrincipal SignedIn me, @PathVariable String id, HttpServletResponse response)
      throws IOException {
    Run run = get(id, me);
    ExportController.attach(
        response, "text/csv;charset=UTF-8", "导入报告-%s.csv".formatted(run.fileName()));
    report.write(run, response.getOutputStream());
  }

  @GetMapping(RUN + "/file")
  void file(
      @AuthenticationPrincipal SignedIn me, @PathVariable String id, HttpServletResponse response)
      throws IOException {
    Run run = get(id, me);
    ExportController.attach(response, "application/octet-stream", run.fileName());
    runs.write(run.id(), response.getOutputStream());
  }

  @PostMapping(RUN + "/check")
  String check(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    Run run = get(id, me);
    return answer(run, me, actions.checkAgain(run.id(), me), response, model);
  }

  @PostMapping(RUN + "/send")
  String send(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    Run run = get(id, me);
    return answer(run, me, actions.send(run.id(), me), response, model);
  }

  @PostMapping(RUN + "/cancel")
  String cancel(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    Run run = get(id, me);
    return answer(run, me, actions.cancel(run.id(), me), response, model);
  }

  @PostMapping(RUN + "/apply")
  @Allow(value = Who.STAFF, roles = Role.APPROVER)
  String apply(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String confirmed,
      HttpServletResponse response,
      Model model) {
    Run run = get(id, me);
    if (!confirmed.equals("true")) {
      return refused(run, me, Map.of("confirmed", "请核对后勾选确认"), "", response, model);
    }
    return answer(run, me, actions.apply(run.id(), me), response, model);
  }

  @PostMapping(RUN + "/return")
  @Allow(value = Who.STAFF, roles = Role.APPROVER)
  String giveBack(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    Run run = get(id, me);
    int length = reason.strip().length();
    if (length < SHORTEST_REASON || length > LONGEST_REASON) {
      return refused(
          run,
          me,
          Map.of("reason", "请写明退回的理由，%d 到 %d 个字".formatted(SHORTEST_REASON, LONGEST_REASON)),
          reason,
          response,
          model);
    }
    return answer(run, me, actions.giveBack(run.id(), reason.strip(), me), response, model);
  }

  private String answer(
      Run run,
      SignedIn me,
      ImportActions.Result result,
      HttpServletResponse response,
      Model model) {
    return switch (result) {
      case ImportActions.Result.Done done -> "redirect:" + ImportPages.path(run);
      case ImportActions.Result.Refused(var words) -> {
        var problems = new LinkedHashMap<String, String>();
        problems.put("actions", words);
        yield refused(run, me, problems, "", response, model);
      }
    };
  }

  private String refused(
      Run run,
      SignedIn me,
      Map<String, String> problems,
      String reason,
      HttpServletResponse response,
      Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    Run now = actions.find(run.id()).orElse(run);
    model.addAttribute("page", pages.run(now, me, "", 0, problems, reason));
    return "catalogue/importing/run";
  }

  /** Editors see their own uploads, approvers all. */
  private Run get(String id, SignedIn me) {
    try {
      return actions
          .find(UUID.fromString(id))
          .filter(run -> run.account().equals(me.account()) || me.roles().contains(Role.APPROVER))
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    } catch (IllegalArgumentException noKey) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
