package org.yongtong.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds every handler against its {@link Allow}; without one nobody passes. */
@Component
public class AccessInterceptor implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method) || isErrorPage(method)) {
      return true;
    }
    if (!allows(rule(method), viewer())) {
      throw new AccessDeniedException("not allowed: " + method.getShortLogMessage());
    }
    return true;
  }

  /** The rule that stands at the method or, failing that, at its controller. */
  public static @Nullable Allow rule(HandlerMethod method) {
    Allow own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allow.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allow.class);
  }

  static boolean allows(@Nullable Allow rule, @Nullable Viewer viewer) {
    if (rule == null) {
      return false;
    }
    return switch (rule.value()) {
      case ANYONE -> true;
      case SIGNED_IN -> viewer != null;
      case APPLICANT -> viewer != null && !viewer.staff();
      case STAFF -> viewer != null && viewer.staff() && hasOne(rule.roles(), viewer);
    };
  }

  /** The signed-in viewer of the current request. */
  static @Nullable Viewer viewer() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
        ? viewer
        : null;
  }

  private static boolean hasOne(Role[] roles, Viewer viewer) {
    if (roles.length == 0) {
      return true;
    }
    for (Role role : roles) {
      if (viewer.roles().contains(role)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isErrorPage(HandlerMethod method) {
    return org.springframework.boot.webmvc.error.ErrorController.class.isAssignableFrom(
        method.getBeanType());
  }
}
