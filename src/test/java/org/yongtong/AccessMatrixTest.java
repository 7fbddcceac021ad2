package org.yongtong;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/**
 * Every page and interface × everyone who could call it, read from the router: who must be kept out
 * is kept out, who may enter enters. The table is written to {@code target/access-matrix.txt}.
 */
@YongtongTest
class AccessMatrixTest {

  private static final String IN = "进";
  private static final String SIGN_IN_FIRST = "须登录";
  private static final String FORBIDDEN = "拒绝";

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping router;

  @Test
  void everyHandlerSaysWhoMayCallIt() {
    assertThat(Route.all(router))
        .filteredOn(route -> route.rule() == null)
        .extracting(Route::name)
        .isEmpty();
  }

  @Test
  void aRoleIsAskedOfStaffOnly() {
    assertThat(Route.all(router))
        .filteredOn(
            route ->
                route.rule() != null
                    && route.rule().roles().length > 0
                    && route.rule().value() != Who.STAFF)
        .extracting(Route::name)
        .isEmpty();
  }

  @Test
  void everyRouteLetsInExactlyThoseItNames() throws Exception {
    Map<String, @Nullable Authentication> viewers = viewers();
    List<String> table = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    table.add("路径\t" + String.join("\t", viewers.keySet()));
    for (Route route : Route.all(router)) {
      List<String> row = new ArrayList<>();
      row.add(route.name());
      for (var viewer : viewers.entrySet()) {
        String expected = expected(route.rule(), viewer.getValue());
        String answer = answer(route, viewer.getValue());
        row.add(answer);
        if (!answer.equals(expected)) {
          wrong.add(
              "%s as %s: %s instead of %s"
                  .formatted(route.name(), viewer.getKey(), answer, expected));
        }
      }
      table.add(String.join("\t", row));
    }
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "access-matrix.txt"), table);
    assertThat(table).hasSizeGreaterThan(3);
    assertThat(wrong).isEmpty();
  }

  private Map<String, @Nullable Authentication> viewers() {
    Map<String, @Nullable Authentication> all = new LinkedHashMap<>();
    all.put("访客", null);
    all.put("个人", SampleSignIns.authentication(context, As.PERSON));
    all.put("法人", SampleSignIns.authentication(context, As.COMPANY));
    for (Role role : Role.values()) {
      all.put(
          role.word(), SampleSignIns.authentication(context, As.anyStaff(context, role).login()));
    }
    return all;
  }

  /** Written a second time, independently of the interceptor. */
  private static String expected(@Nullable Allow rule, @Nullable Authentication viewer) {
    if (rule == null) {
      return viewer == null ? SIGN_IN_FIRST : FORBIDDEN;
    }
    boolean open = rule.value() == Who.ANYONE;
    if (viewer == null) {
      return open ? IN : SIGN_IN_FIRST;
    }
    var who = (SignedIn) Objects.requireNonNull(viewer.getPrincipal());
    boolean allowed =
        switch (rule.value()) {
          case ANYONE, SIGNED_IN -> true;
          case APPLICANT -> who.member() == null;
          case STAFF ->
              who.member() != null
                  && (rule.roles().length == 0
                      || Arrays.stream(rule.roles()).anyMatch(who.member().roles()::contains));
        };
    return allowed ? IN : FORBIDDEN;
  }

  private String answer(Route route, @Nullable Authentication viewer) throws Exception {
    var request = route.request().with(As.csrf());
    // one address per viewer, so that limits per address do not answer for the rule
    request.with(
        one -> {
          one.setRemoteAddr("198.51.100." + (1 + Math.floorMod(route.name().hashCode(), 250)));
          return one;
        });
    if (viewer != null) {
      request.with(SecurityMockMvcRequestPostProcessors.authentication(viewer));
    }
    try {
      var response = web.perform(request).andReturn().getResponse();
      String location = response.getHeader("Location");
      if (response.getStatus() == 401
          || (response.getStatus() == 303 && location != null && location.startsWith("/sign-in"))) {
        return SIGN_IN_FIRST;
      }
      return response.getStatus() == 403 ? FORBIDDEN : IN;
    } catch (ServletException failedInside) {
      // the handler ran and stumbled over the zeros
      return IN;
    }
  }
}
