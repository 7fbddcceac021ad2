package org.yongtong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.Statements;

/** No page asks the database more often than its budget; the look-up of the session counts. */
@YongtongTest
class StatementBudgetTest {

  private static final String PASSWORD = "Yongtong-2026";

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;

  @Test
  void everyPageKeepsItsBudgetOfStatements() throws Exception {
    var elder = new ApplicationFixture(web, context);
    UUID own = elder.asked(elder.accepted(elder.submitted()), "请说明现在的居住地址？");
    UUID desk = new CaseFixture(context).pendingDecision().id();
    Cookie[] person = session("elder");
    Cookie[] decider = session(CaseFixture.DECIDER);
    String guide = "/items/" + elder.item().taskCode();

    List<String> over = new ArrayList<>();
    measure(over, 3, get("/"));
    measure(over, 0, get("/items"));
    measure(over, 0, get(guide));
    measure(over, 0, get(guide + "/flow"));
    measure(over, 2, get(guide + "/versions"));
    measure(over, 0, get("/catalogue"));
    measure(over, 0, get("/life-events"));
    measure(over, 0, get("/life-events/open-shop"));
    measure(over, 0, get("/themes/legal"));
    measure(over, 0, get("/coverage"));
    measure(over, 0, get("/coverage/items?measure=whole&missing=1"));
    measure(over, 3, get("/desk/coverage").cookie(session("supervise1")));
    measure(over, 0, get("/powers"));
    measure(over, 0, get("/powers/market_regulation"));
    measure(over, 0, get("/powers/changes"));
    measure(over, 0, get("/intermediaries"));
    measure(over, 1, get("/changes"));
    measure(over, 1, get("/api/v1/changes"));
    measure(over, 0, get("/api/v1/items"));
    measure(over, 0, get("/sign-in"));
    measure(over, 6, get("/my").cookie(person));
    measure(over, 4, get("/my/cases").cookie(person));
    measure(over, 12, get("/my/cases/" + own).cookie(person));
    measure(over, 6, get("/desk/cases").cookie(decider));
    measure(over, 12, get("/desk/cases/" + desk).cookie(decider));
    String draft = elder.begin();
    measure(over, 4, post(draft + "/save").param("f.care", "与配偶同住").cookie(person).with(As.csrf()));
    assertThat(over).isEmpty();
  }

  /** Calls twice, so that what is read once for all has been read, and counts the second time. */
  private void measure(List<String> over, int budget, MockHttpServletRequestBuilder request)
      throws Exception {
    web.perform(request);
    List<String> said;
    String path;
    try (var statements = new Statements()) {
      var result = web.perform(request).andReturn();
      path = result.getRequest().getRequestURI();
      assertThat(result.getResponse().getStatus()).as(path).isEqualTo(200);
      said = statements.seen();
    }
    if (said.size() > budget) {
      over.add(
          "%s: %d statements instead of %d\n%s"
              .formatted(path, said.size(), budget, String.join("\n", said)));
    }
  }

  /** Signs in over the page; gives the cookies of the session. */
  private Cookie[] session(String login) throws Exception {
    var response =
        web.perform(
                post("/sign-in").param("login", login).param("password", PASSWORD).with(As.csrf()))
            .andReturn()
            .getResponse();
    assertThat(response.getStatus()).isEqualTo(303);
    Map<String, Cookie> kept = new LinkedHashMap<>();
    for (Cookie cookie : response.getCookies()) {
      if (cookie.getMaxAge() != 0) {
        kept.put(cookie.getName(), cookie);
      }
    }
    assertThat(kept).isNotEmpty();
    return kept.values().toArray(Cookie[]::new);
  }
}
