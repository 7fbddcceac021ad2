package org.yongtong.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where a sign-in comes from.
 *
 * @param address network address
 * @param agent what the browser calls itself, cut to 200 characters
 * @param session token of a session that this browser already has
 * @param device token that this browser got at an earlier sign-in
 */
record Visit(String address, String agent, @Nullable String session, @Nullable String device) {

  static Visit of(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    return new Visit(
        request.getRemoteAddr(),
        agent == null ? "" : agent.substring(0, Math.min(200, agent.length())),
        Cookies.read(request, Cookies.SESSION),
        Cookies.read(request, Cookies.DEVICE));
  }

  @Override
  public String toString() {
    return "Visit[]";
  }
}
