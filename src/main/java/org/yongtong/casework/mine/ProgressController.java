package org.yongtong.casework.mine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yongtong.casework.file.CaseClock;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.DayWords;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.code.CaseNumber;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.RateLimit;
import org.yongtong.platform.web.Who;

/** 查进度, without signing in: state, department and due day, nothing about a person. */
@Controller
@Allow(Who.ANYONE)
class ProgressController {

  /** The same whichever of the two is wrong, so that nobody learns which numbers exist. */
  static final String NOT_FOUND = "没有找到这个办件。请核对办件编号，以及申请人证件号码（统一社会信用代码）的最后四位。";

  private static final String TOO_MANY = "查询太频繁了，请一分钟后再试。";
  private static final int LONGEST = 60;

  private final CaseFiles files;
  private final CaseScope scope;
  private final Directory directory;
  private final RateLimit limits;

  ProgressController(
      CaseFiles files,
      CaseScope scope,
      Directory directory,
      @Value("${yongtong.progress.per-minute:10}") int perMinute,
      Clock clock) {
    this.files = files;
    this.scope = scope;
    this.directory = directory;
    // so that nobody tries out the four characters
    this.limits = RateLimit.perMinute(perMinute, clock);
  }

  @GetMapping("/progress")
  String progress(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(required = false) @Nullable String last,
      HttpServletRequest request,
      HttpServletResponse response,
      @AuthenticationPrincipal @Nullable SignedIn me,
      Model model) {
    String wanted = cut(number).toUpperCase(Locale.ROOT);
    String tail = last == null ? "" : cut(last).toUpperCase(Locale.ROOT);
    ProgressPage page = page(wanted, tail, last != null, request.getRemoteAddr(), me);
    if (page.problem() != null) {
      response.setStatus(
          page.problem().equals(TOO_MANY)
              ? HttpStatus.TOO_MANY_REQUESTS.value()
              : HttpStatus.UNPROCESSABLE_CONTENT.value());
      if (page.problem().equals(TOO_MANY)) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
      }
    }
    model.addAttribute("page", page);
    return "casework/mine/progress";
  }

  private ProgressPage page(
      String number, String last, boolean asked, String address, @Nullable SignedIn me) {
    if (me != null && !me.staff() && CaseNumber.problem(number) == null) {
      Optional<CaseFile> mine = files.findByNumber(number).filter(file -> scope.sees(me, file));
      if (mine.isPresent()) {
        return new ProgressPage(number, last, null, found(mine.get()), mine.get().id());
      }
    }
    if (!asked) {
      return new ProgressPage(number, last, null, null, null);
    }
    String problem = CaseNumber.problem(number);
    if (problem != null) {
      return new ProgressPage(number, last, problem + "。", null, null);
    }
    if (!last.matches("[0-9A-Z]{4}")) {
      return new ProgressPage(number, last, "请填写申请人证件号码（统一社会信用代码）的最后四位。", null, null);
    }
    if (!limits.allows(address)) {
      return new ProgressPage(number, last, TOO_MANY, null, null);
    }
    return files
        .findByNumber(number)
        .filter(file -> file.applicant().code().toUpperCase(Locale.ROOT).endsWith(last))
        .map(file -> new ProgressPage(number, last, null, found(file), (UUID) null))
        .orElseGet(() -> new ProgressPage(number, last, NOT_FOUND, null, null));
  }

  private ProgressPage.Found found(CaseFile file) {
    LocalDate due = file.dueOn();
    return new ProgressPage.Found(
        file.itemName(),
        file.number(),
        CaseWords.state(file),
        CaseWords.tone(file.state()),
        directory.department(file.department()).name(),
        due == null || file.state().closed() || file.dueKind() == CaseClock.Kind.SPECIAL
            ? ""
            : DayWords.of(due));
  }

  private static String cut(String text) {
    String stripped = text.strip();
    return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
  }
}
