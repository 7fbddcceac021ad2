package org.yongtong;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.directory.StaffMember;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.platform.web.Role;

/**
 * As whom a test calls a page: {@code mvc.perform(post("/x").with(As.person()).with(As.csrf()))}.
 */
public final class As {

  /** Login of {@link #person()}: legal representative of {@link #company()}. */
  public static final String PERSON = "shopkeeper";

  /** Login of {@link #company()}. */
  public static final String COMPANY = "restaurant-company";

  private As() {}

  /** A person of the sample register. */
  public static RequestPostProcessor person() {
    return login(PERSON);
  }

  /** A company of the sample register. */
  public static RequestPostProcessor company() {
    return login(COMPANY);
  }

  /** A member of the sample staff, e.g. {@code clerk.market_regulation}. */
  public static RequestPostProcessor staff(String login) {
    return login(login);
  }

  /** Any member of the sample staff with this role. */
  public static RequestPostProcessor role(Role role) {
    return with(context -> anyStaff(context, role).login());
  }

  /** Any sample account by its login. */
  public static RequestPostProcessor login(String login) {
    return with(ignored -> login);
  }

  /** The protection field that every POST needs. */
  public static RequestPostProcessor csrf() {
    return SecurityMockMvcRequestPostProcessors.csrf();
  }

  static StaffMember anyStaff(ApplicationContext context, Role role) {
    var directory = context.getBean(Directory.class);
    return directory.departments().stream()
        .map(Department::key)
        .flatMap(key -> directory.staffOf(key).stream())
        .filter(member -> member.roles().contains(role))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sample staff with role " + role));
  }

  private static RequestPostProcessor with(Function<ApplicationContext, String> login) {
    return request -> {
      ApplicationContext context =
          Objects.requireNonNull(
              WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()));
      // a browser that is signed in has a cookie, and is never answered from the page memory
      request.setCookies(
          Stream.concat(
                  Stream.ofNullable(request.getCookies()).flatMap(Stream::of),
                  Stream.of(new Cookie("signed-in", "sample")))
              .toArray(Cookie[]::new));
      var who = SampleSignIns.authentication(context, login.apply(context));
      return SecurityMockMvcRequestPostProcessors.authentication(who).postProcessRequest(request);
    };
  }
}
