package org.yongtong.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.OwnPath;
import org.yongtong.platform.web.Shell;
import org.yongtong.platform.web.Who;

/** The switch for larger type and more contrast (适老版), remembered for a year. */
@Controller
class LargeTypeController {

  @PostMapping("/large-type")
  @Allow(Who.ANYONE)
  ResponseEntity<Void> switchTo(
      @RequestParam(defaultValue = "1") String on,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request) {
    boolean large = on.equals("1");
    var cookie =
        ResponseCookie.from(Shell.LARGE_TYPE_COOKIE, large ? "1" : "")
            .path("/")
            .maxAge(large ? Duration.ofDays(365) : Duration.ZERO)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .header(HttpHeaders.LOCATION, OwnPath.orHome(back))
        .build();
  }
}
