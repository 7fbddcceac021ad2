package org.yongtong.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place where failed requests end, wherever they failed: a page for people, {@code
 * application/problem+json} (RFC 9457) below {@code /api/}.
 */
@Controller
class ErrorPages implements ErrorController {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Shells shells;

  ErrorPages(Shells shells) {
    this.shells = shells;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  Object answer(HttpServletRequest request) {
    Integer status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : null;
    var fault = Fault.of(status);
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
            ? uri
            : request.getRequestURI();
    String number = RequestNumbers.of(request);
    // the error dispatch itself is always a GET
    String method =
        request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String original
            ? original
            : request.getMethod();
    log(fault, number, method, path, request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    if (path.startsWith("/api/")) {
      return problem(status == null ? fault.status() : status, fault, number);
    }
    var page = ErrorPage.of(fault, !READING.contains(method), number);
    if (!shellWorks(request)) {
      return bare(page);
    }
    return new ModelAndView(
        "error/page", Map.of("page", page), HttpStatusCode.valueOf(fault.status()));
  }

  private static void log(
      Fault fault, String number, String method, String path, @Nullable Object exception) {
    if (fault.status() >= 500) {
      Throwable cause = exception instanceof Throwable thrown ? thrown : null;
      LOG.error(
          "request {} failed with {}: {} {}{}",
          number,
          fault.status(),
          method,
          path,
          FailureTrace.of(cause));
      LOG.debug("request {}", number, cause);
    } else if (fault.numbered()) {
      LOG.info("request {} refused with {}: {} {}", number, fault.status(), method, path);
    }
  }

  private static ResponseEntity<ProblemDetail> problem(int status, Fault fault, String number) {
    var problem = ProblemDetail.forStatus(status);
    HttpStatus known = HttpStatus.resolve(status);
    problem.setTitle(known == null ? fault.title() : known.getReasonPhrase());
    problem.setDetail(fault.what() + fault.todo());
    problem.setProperty("reference", number);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /** Menu counters and the like may be what has failed; then a page without them must do. */
  private boolean shellWorks(HttpServletRequest request) {
    try {
      shells.of(request);
      return true;
    } catch (RuntimeException broken) {
      LOG.error("the page shell fails too{}", FailureTrace.of(broken));
      return false;
    }
  }

  private static ResponseEntity<byte[]> bare(ErrorPage page) {
    @Nullable String safe = page.safe();
    String html =
        """
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>%1$s · 邕通</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"></head>
        <body><main><h1>%1$s</h1><p>%2$s</p><p>%3$s</p><p>%4$s</p><p>编号：%5$s</p>
        <p><a href="/">回到首页</a></p></main></body></html>
        """
            .formatted(
                page.title(),
                page.what(),
                page.todo(),
                safe == null ? "" : safe,
                page.number() == null ? "" : page.number());
    return ResponseEntity.status(page.status())
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(html.getBytes(StandardCharsets.UTF_8));
  }
}
