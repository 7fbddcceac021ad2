package org.yongtong.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.platform.code.CitizenNumber;
import org.yongtong.platform.code.PhoneNumber;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

@Controller
@Allow(Who.SIGNED_IN)
class AccountController {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
  private static final Map<String, String> DONE =
      Map.of("password", "密码已修改，其他登录已全部结束", "others", "其他登录已全部结束");

  private final Sessions sessions;
  private final ChangePassword changePassword;
  private final Directory directory;
  private final AccountTrace trace;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AccountController(
      Sessions sessions,
      ChangePassword changePassword,
      Directory directory,
      AccountTrace trace,
      TransactionTemplate transaction,
      Clock clock) {
    this.sessions = sessions;
    this.changePassword = changePassword;
    this.directory = directory;
    this.trace = trace;
    this.transaction = transaction;
    this.clock = clock;
  }

  @GetMapping("/my/account")
  String page(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String done,
      HttpServletRequest request,
      Model model) {
    return show(me, request, model, DONE.get(done), Map.of());
  }

  @PostMapping("/my/account/end-others")
  String endOthers(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    transaction.executeWithoutResult(
        ignored -> {
          sessions.endOthers(me.account(), Cookies.read(request, Cookies.SESSION));
          trace.otherSessionsEnded(me);
        });
    return "redirect:/my/account?done=others";
  }

  @PostMapping("/my/account/password")
  String changePassword(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String fresh,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var form = new ChangePassword.Form(old, fresh, again);
    return switch (changePassword.change(me, Cookies.read(request, Cookies.SESSION), form)) {
      case ChangePassword.Outcome.Changed ignored -> "redirect:/my/account?done=password";
      case ChangePassword.Outcome.Refused refused -> {
        response.setStatus(422);
        yield show(me, request, model, null, refused.problems());
      }
      case ChangePassword.Outcome.Busy ignored -> {
        response.setStatus(503);
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        yield show(me, request, model, null, Map.of("old", "当前使用人数较多，请稍候几秒再试"));
      }
    };
  }

  private String show(
      SignedIn me,
      HttpServletRequest request,
      Model model,
      @Nullable String done,
      Map<String, String> problems) {
    String token = Cookies.read(request, Cookies.SESSION);
    var open =
        sessions.listOf(me.account(), token).stream()
            .map(
                one ->
                    new AccountPage.Session(
                        Browser.words(one.agent()),
                        minute(one.since()),
                        minute(one.seen()),
                        one.current()))
            .toList();
    model.addAttribute("page", new AccountPage(facts(me), open, done, problems));
    return "identity/account";
  }

  private Map<String, String> facts(SignedIn me) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("身份", me.kind().word());
    facts.put("登录名", me.login());
    facts.put(me.kind() == AccountKind.LEGAL ? "单位名称" : "姓名", me.name());
    if (me.code() != null) {
      facts.put(
          me.kind() == AccountKind.LEGAL ? "统一社会信用代码" : "身份证号码",
          CitizenNumber.parse(me.code()).map(CitizenNumber::masked).orElse(me.code()));
    }
    if (me.phone() != null) {
      facts.put("手机号码", PhoneNumber.parse(me.phone()).map(PhoneNumber::masked).orElse("已登记"));
    }
    if (me.member() != null) {
      var member = me.member();
      facts.put(
          "部门",
          directory.findDepartment(member.department()).map(Department::name).orElse("政务服务大厅"));
      facts.put("岗位", member.post());
      facts.put(
          "权限", member.roles().stream().sorted().map(Role::word).collect(Collectors.joining("、")));
      facts.put("管辖区域", directory.fullName(member.division()));
    }
    facts.put("认证等级", levelWord(me.level()));
    facts.put("本次登录", minute(me.at()));
    return facts;
  }

  private static String levelWord(int level) {
    return switch (level) {
      case 1 -> "一级（手机验证）";
      case 2 -> "二级（已注册）";
      case 3 -> "三级（实名）";
      case 4 -> "四级（实人）";
      case 5 -> "五级（数字证书或窗口核验）";
      default -> throw new IllegalArgumentException("no such level: " + level);
    };
  }

  private String minute(Instant at) {
    return Objects.requireNonNull(MINUTE.format(at.atZone(clock.getZone())));
  }
}
