package org.yongtong.certificate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.RateLimit;
import org.yongtong.platform.web.Who;

/** Verification of certificates by anyone: a page, and the same for other systems. */
@Controller
@Allow(Who.ANYONE)
class VerifyController {

  private static final int LONGEST = 200;
  private static final String TOO_MANY = "查询过于频繁，请一分钟后再试。您输入的编号没有丢失。";

  private final VerifyCertificate verify;
  private final RateLimit limits;

  VerifyController(
      VerifyCertificate verify,
      @Value("${yongtong.verify.per-minute:30}") int perMinute,
      Clock clock) {
    this.verify = verify;
    // so that nobody walks through all numbers
    this.limits = RateLimit.perMinute(perMinute, clock);
  }

  @GetMapping("/verify")
  String page(
      @RequestParam(required = false) @Nullable String number,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("page", answer(number, request, response));
    return "certificate/verify";
  }

  private VerifyPage answer(
      @Nullable String number, HttpServletRequest request, HttpServletResponse response) {
    if (number == null) {
      return new VerifyPage("", null, null);
    }
    if (number.isBlank()) {
      return new VerifyPage("", null, "请填写证照编号或者证照标识");
    }
    if (number.length() > LONGEST) {
      return new VerifyPage(number.substring(0, LONGEST), null, "编号太长，请核对");
    }
    if (!limits.allows(request.getRemoteAddr())) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      return new VerifyPage(number, null, TOO_MANY);
    }
    return new VerifyPage(number.strip(), verify.verify(number), null);
  }

  /** The verdict as JSON; 400 without a number, 429 when asked too often. */
  @GetMapping("/api/v1/certificates/verify")
  @ResponseBody
  Verdict api(@RequestParam String number, HttpServletRequest request) {
    if (number.isBlank() || number.length() > LONGEST) {
      throw refused(HttpStatus.BAD_REQUEST, "请填写证照编号或者证照标识，不超过%d个字符".formatted(LONGEST));
    }
    if (!limits.allows(request.getRemoteAddr())) {
      throw refused(HttpStatus.TOO_MANY_REQUESTS, "查询过于频繁，请一分钟后再试");
    }
    return verify.verify(number);
  }

  private static ErrorResponseException refused(HttpStatus status, String detail) {
    var refused = new ErrorResponseException(status);
    refused.setDetail(detail);
    return refused;
  }
}
