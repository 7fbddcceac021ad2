package org.yongtong.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

@Controller
@Allow(Who.ANYONE)
class SignInController {

  static final String REFUSED = "登录名或密码不正确，或尝试次数过多，请稍后再试";
  static final String BUSY = "当前登录人数较多，请稍候几秒再试，您不需要重新填写登录名";

  private final SignIn signIn;
  private final Sessions sessions;
  private final AccountPack samples;
  private final AccountTrace trace;
  private final CsrfTokenRepository csrfTokens;
  private final TransactionTemplate transaction;

  SignInController(
      SignIn signIn,
      Sessions sessions,
      AccountPack samples,
      AccountTrace trace,
      CsrfTokenRepository csrfTokens,
      TransactionTemplate transaction) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.samples = samples;
    this.trace = trace;
    this.csrfTokens = csrfTokens;
    this.transaction = transaction;
  }

  @GetMapping("/sign-in")
  @Nullable String page(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(required = false) @Nullable String next,
      @AuthenticationPrincipal @Nullable SignedIn me,
      HttpServletResponse response,
      Model model) {
    if (me != null) {
      return seeOther(response, next, me);
    }
    return show(model, kind(kind, next), login, next, null);
  }

  @PostMapping("/sign-in")
  @Nullable String signIn(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(required = false) @Nullable String next,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    AccountKind tab = kind(kind, next);
    return switch (signIn.signIn(login, password, Visit.of(request))) {
      case SignIn.Outcome.Done done -> {
        Cookies.session(request, response, done.token());
        if (done.device() != null) {
          Cookies.device(request, response, done.device());
        }
        csrfTokens.saveToken(null, request, response);
        yield seeOther(response, next, done.who());
      }
      case SignIn.Outcome.Refused ignored -> {
        response.setStatus(422);
        yield show(model, tab, login, next, REFUSED);
      }
      case SignIn.Outcome.TooMany ignored -> {
        response.setStatus(429);
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        yield show(model, tab, login, next, REFUSED);
      }
      case SignIn.Outcome.Busy ignored -> {
        response.setStatus(503);
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        yield show(model, tab, login, next, BUSY);
      }
    };
  }

  @PostMapping("/sign-out")
  String signOut(
      @AuthenticationPrincipal @Nullable SignedIn me,
      HttpServletRequest request,
      HttpServletResponse response) {
    String token = Cookies.read(request, Cookies.SESSION);
    if (token != null && me != null) {
      transaction.executeWithoutResult(
          ignored -> {
            sessions.end(token);
            trace.signedOut(me);
          });
    }
    Cookies.forgetSession(request, response);
    csrfTokens.saveToken(null, request, response);
    return "redirect:/";
  }

  private String show(
      Model model,
      AccountKind kind,
      String login,
      @Nullable String next,
      @Nullable String problem) {
    var known =
        samples.shownOf(kind).stream()
            .map(sample -> new SignInPage.Sample(sample.login(), sample.name(), sample.note()))
            .toList();
    model.addAttribute(
        "page",
        new SignInPage(
            kind, login, SignInPage.wayBack(next), problem, known, AccountPack.PASSWORD));
    return "identity/sign-in";
  }

  /** Writes the redirect itself: a view would take braces in the path for variables. */
  private static @Nullable String seeOther(
      HttpServletResponse response, @Nullable String next, SignedIn who) {
    String own = SignInPage.wayBack(next);
    String path = own == null ? (who.staff() ? "/desk" : "/my") : own;
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, path);
    return null;
  }

  private static AccountKind kind(String wanted, @Nullable String next) {
    return Arrays.stream(AccountKind.values())
        .filter(kind -> Account.stored(kind).equals(wanted))
        .findFirst()
        .orElse(next != null && next.startsWith("/desk") ? AccountKind.STAFF : AccountKind.PERSON);
  }
}
