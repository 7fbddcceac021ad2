package org.yongtong.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What a request hears that may not go on: sign in first, or not yours. */
final class Barriers implements AuthenticationEntryPoint, AccessDeniedHandler {

  /**
   * Sign in first. A page is sent to the sign-in page; a part of a page is not, for that would
   * throw away what was typed; an interface gets a problem.
   */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (request.getHeader("HX-Request") != null) {
      text(response, HttpServletResponse.SC_UNAUTHORIZED, "登录已过期，请重新登录。本页填写的内容还在，之前保存过的内容没有丢失。");
    } else if (wantsData(request)) {
      problem(response, HttpServletResponse.SC_UNAUTHORIZED, "请先登录", "此接口需要登录后调用。");
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(HttpHeaders.LOCATION, SignInPage.leadingBackTo(wayBack(request)));
    }
  }

  /** Signed in, but not allowed; or a form without its protection field. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    if (request.getHeader("HX-Request") != null) {
      text(response, HttpServletResponse.SC_FORBIDDEN, "您无权进行此操作，或页面已过期，请刷新页面后重试。");
    } else if (wantsData(request)) {
      problem(response, HttpServletResponse.SC_FORBIDDEN, "无权访问", "当前登录身份无权进行此操作。");
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** The page asked for; after a form that was sent too late, the page the form stands on. */
  private static @Nullable String wayBack(HttpServletRequest request) {
    if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
      String query = request.getQueryString();
      return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
    String from = request.getHeader(HttpHeaders.REFERER);
    try {
      URI page = URI.create(from == null ? "/" : from);
      boolean ours = request.getServerName().equalsIgnoreCase(page.getHost());
      String path = page.getRawPath();
      return ours ? (page.getRawQuery() == null ? path : path + "?" + page.getRawQuery()) : null;
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static boolean wantsData(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return request.getRequestURI().startsWith("/api/")
        || (accept != null && accept.contains("json") && !accept.contains("html"));
  }

  private static void text(HttpServletResponse response, int status, String text)
      throws IOException {
    write(response, status, "text/plain;charset=utf-8", text);
  }

  private static void problem(HttpServletResponse response, int status, String title, String detail)
      throws IOException {
    write(
        response,
        status,
        "application/problem+json",
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(title, status, detail));
  }

  private static void write(HttpServletResponse response, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
