package org.yongtong.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Finds who is signed in, once per request and only when somebody asks: an asset or a public
 * interface costs no query.
 */
final class SessionContexts implements SecurityContextRepository {

  private static final String FOUND = SessionContexts.class.getName();

  private final Sessions sessions;

  SessionContexts(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(request);
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return new Deferred(holder.getRequest()).get();
  }

  /** Sessions are opened by {@link SignIn} only. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return Cookies.read(request, Cookies.SESSION) != null;
  }

  @SuppressWarnings("unchecked")
  private Optional<SignedIn> find(HttpServletRequest request) {
    // an error page is a second dispatch of the same request
    if (request.getAttribute(FOUND) instanceof Optional<?> found) {
      return (Optional<SignedIn>) found;
    }
    String token = Cookies.read(request, Cookies.SESSION);
    Optional<SignedIn> found =
        token == null || token.length() != 43 ? Optional.empty() : sessions.find(token);
    request.setAttribute(FOUND, found);
    return found;
  }

  private final class Deferred implements DeferredSecurityContext {

    private final HttpServletRequest request;
    private @Nullable SecurityContext context;

    Deferred(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (context == null) {
        var made = new SecurityContextImpl();
        find(request).ifPresent(who -> made.setAuthentication(new SignedInAuthentication(who)));
        context = made;
      }
      return context;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
