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
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yongtong.OwnedRows.Owned;
import org.yongtong.casework.file.Attachments;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;

/**
 * Every route that names a row of somebody's × the owner and three strangers: who owns it gets in,
 * for everybody else it does not exist. The table is written to {@code target/owner-matrix.txt}. A
 * new route with a path variable fails this test until {@link OwnedRows} says whose row it names.
 */
@YongtongTest
class OwnerMatrixTest {

  private static final String IN = "进";
  private static final String NOT_FOUND = "不存在";
  private static final String FORBIDDEN = "拒绝";

  /** Strangers who are let in, or turned away openly, and why that is right. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          // another department finds the certificate, with the holder masked, and no more
          "GET /desk/certificates/{id} 别的部门", IN,
          "GET /desk/certificates/{id}/change 别的部门", FORBIDDEN,
          "POST /desk/certificates/{id}/change 别的部门", FORBIDDEN);

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping router;

  @Test
  void everyRouteWithAPathVariableIsKnown() {
    var rows = new OwnedRows(context);
    assertThat(variable().filter(route -> !rows.knows(route.pattern())).map(Route::name).toList())
        .as("say in OwnedRows whose row these routes name, or that it is nobody's")
        .isEmpty();
  }

  @Test
  void theOwnerGetsInAndForAllOthersTheRowDoesNotExist() throws Exception {
    var rows = new OwnedRows(context);
    List<String> table = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Route route : variable().toList()) {
      Optional<Owned> made = rows.make(route.pattern());
      if (made.isEmpty()) {
        continue;
      }
      Owned row = made.get();
      List<String> line = new ArrayList<>(List.of(route.name()));
      // the owner comes last: what he does may change the row
      for (var viewer : viewers(route, row).entrySet()) {
        SignedIn who = SampleSignIns.find(context, viewer.getValue());
        String expected = expected(route, viewer.getKey(), who);
        String answer = answer(route, row, viewer.getValue());
        line.add(viewer.getKey() + "：" + answer);
        if (!answer.equals(expected)) {
          wrong.add(
              "%s as %s (%s): %s instead of %s"
                  .formatted(route.name(), viewer.getKey(), viewer.getValue(), answer, expected));
        }
      }
      table.add(String.join("\t", line));
    }
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "owner-matrix.txt"), table);
    assertThat(table).hasSizeGreaterThan(50);
    assertThat(wrong).isEmpty();
  }

  @Test
  void aPartOfAnotherRowIsNotFoundBelowOnesOwn() throws Exception {
    var rows = new OwnedRows(context);
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Route route : variable().toList()) {
      for (String part : List.of("{file}", "{attachment}", "{document}")) {
        if (!route.pattern().contains(part)) {
          continue;
        }
        Owned own = rows.make(route.pattern()).orElseThrow();
        Owned other = rows.make(route.pattern()).orElseThrow();
        Map<String, String> mixed = new LinkedHashMap<>(own.variables());
        String name = part.substring(1, part.length() - 1);
        mixed.put(name, String.valueOf(other.variables().get(name)));
        String login = own.owner() == null ? staff(route, own.department()) : own.owner();
        String answer = answer(route, own.with(mixed), login);
        tried++;
        // pressed twice, a removal leads back to the papers; the foreign file must still be there
        boolean harmless = route.name().equals("POST /apply/drafts/{id}/files/{file}/remove");
        if (harmless) {
          assertThat(
                  context
                      .getBean(Attachments.class)
                      .findInDraft(
                          UUID.fromString(String.valueOf(other.variables().get("id"))),
                          UUID.fromString(String.valueOf(other.variables().get("file")))))
              .isPresent();
        } else if (!answer.equals(NOT_FOUND)) {
          wrong.add(route.name() + ": " + answer);
        }
      }
    }
    assertThat(tried).isGreaterThan(6);
    assertThat(wrong).isEmpty();
  }

  private java.util.stream.Stream<Route> variable() {
    return Route.all(router).stream().filter(route -> route.pattern().contains("{"));
  }

  private Map<String, String> viewers(Route route, Owned row) {
    Map<String, String> viewers = new LinkedHashMap<>();
    viewers.put("别人", row.otherPerson());
    viewers.put("别的单位", row.otherCompany());
    viewers.put("别的部门", staff(route, row.otherDepartment()));
    viewers.put("本人（本部门）", row.owner() == null ? staff(route, row.department()) : row.owner());
    return viewers;
  }

  /** Somebody of the department who holds the role that the route asks for. */
  private static String staff(Route route, String department) {
    Allow rule = route.rule();
    Role role =
        rule == null
            ? Role.WINDOW
            : Arrays.stream(rule.roles())
                .filter(OwnedRows.LOGINS::containsKey)
                .findFirst()
                .orElse(Role.WINDOW);
    return OwnedRows.LOGINS.get(role) + "." + department;
  }

  private static String expected(Route route, String viewer, SignedIn who) {
    Allow rule = route.rule();
    if (viewer.startsWith("本人")) {
      return IN;
    }
    String exception = EXCEPTIONS.get(route.name() + " " + viewer);
    if (exception != null) {
      return exception;
    }
    boolean kind =
        rule != null
            && switch (rule.value()) {
              case ANYONE, SIGNED_IN -> true;
              case APPLICANT -> !who.staff();
              case STAFF -> who.staff();
            };
    return kind ? NOT_FOUND : FORBIDDEN;
  }

  private String answer(Route route, Owned row, String login) throws Exception {
    AbstractMockHttpServletRequestBuilder<?> request = request(route, path(route, row));
    request
        .param("version", String.valueOf(row.version()))
        .param("key", UUID.randomUUID().toString())
        .with(As.csrf())
        .with(
            SecurityMockMvcRequestPostProcessors.authentication(
                SampleSignIns.authentication(context, login)));
    int status;
    try {
      status = web.perform(request).andReturn().getResponse().getStatus();
    } catch (ServletException stumbled) {
      throw new AssertionError(route.name() + " as " + login, stumbled);
    }
    return switch (status) {
      case 404 -> NOT_FOUND;
      case 401, 403 -> FORBIDDEN;
      case 200, 303, 409, 422 -> IN;
      default -> String.valueOf(status);
    };
  }

  private static AbstractMockHttpServletRequestBuilder<?> request(Route route, String path) {
    boolean upload =
        route.method() == HttpMethod.POST
            && Arrays.stream(route.handler().getMethodParameters())
                .anyMatch(
                    parameter ->
                        parameter
                            .getGenericParameterType()
                            .getTypeName()
                            .contains(MultipartFile.class.getName()));
    if (upload) {
      return MockMvcRequestBuilders.multipart(path)
          .file(new MockMultipartFile("file", "x.txt", "text/plain", new byte[] {1}));
    }
    return MockMvcRequestBuilders.request(route.method(), path);
  }

  private static String path(Route route, Owned row) {
    String path = route.pattern();
    for (var variable : row.variables().entrySet()) {
      path = path.replaceAll("\\{" + variable.getKey() + "(:[^}]*)?}", variable.getValue());
    }
    assertThat(path).as("variables of " + route.name()).doesNotContain("{");
    return path;
  }
}
