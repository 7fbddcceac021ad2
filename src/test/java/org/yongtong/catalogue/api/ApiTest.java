package org.yongtong.catalogue.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yongtong.Route;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.OwnItem;
import org.yongtong.catalogue.PowerItem;
import org.yongtong.catalogue.Powers;
import org.yongtong.catalogue.power.PublishedPowers;
import org.yongtong.platform.web.RateLimit;
import org.yongtong.platform.web.Who;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other systems read the catalogue without a key and without guessing. */
@YongtongTest
class ApiTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Catalogue catalogue;
  @Autowired Powers powers;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping router;

  @Test
  void theListOfItemsIsReadPageByPageToItsEnd() throws Exception {
    assertThat(codes("/api/v1/items"))
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(
            catalogue.leads().stream().map(ItemHead::taskCode).toList());
    String body = catalogue.leads().getFirst().department();
    assertThat(codes("/api/v1/items?implementations=all&department=" + body))
        .containsExactlyInAnyOrderElementsOf(
            catalogue.listPublished().stream()
                .filter(item -> item.department().equals(body))
                .map(ItemHead::taskCode)
                .toList());
  }

  @Test
  void aSearchGivesTheBestFirst() throws Exception {
    web.perform(get("/api/v1/items").param("q", "低保"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].name").value("最低生活保障对象认定"));
  }

  @Test
  void anItemIsReadWhole() throws Exception {
    ItemHead item = catalogue.leads().getFirst();
    web.perform(get("/api/v1/items/" + item.taskCode()))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.taskCode").value(item.taskCode()))
        .andExpect(jsonPath("$.papers").isArray())
        .andExpect(jsonPath("$.standing.level").value("CITY"))
        .andExpect(jsonPath("$.sample").value(true));
  }

  @Test
  void whoHasItAlreadyIsTold() throws Exception {
    for (String address :
        List.of(
            "/api/v1/items",
            "/api/v1/items/" + catalogue.leads().getFirst().taskCode(),
            "/api/v1/powers",
            "/api/v1/flows/" + catalogue.leads().getFirst().taskCode(),
            "/api/v1/openapi.json")) {
      String tag =
          Objects.requireNonNull(
              web.perform(get(address))
                  .andExpect(status().isOk())
                  .andReturn()
                  .getResponse()
                  .getHeader("ETag"),
              address);
      assertThat(tag).as(address).startsWith("W/\"");
      web.perform(get(address).header("If-None-Match", tag))
          .andExpect(status().isNotModified())
          .andExpect(content().string(""));
    }
  }

  @Test
  void errorsAreProblemsInWords() throws Exception {
    for (String wrong :
        List.of(
            "/api/v1/items/x",
            "/api/v1/items/x/versions",
            "/api/v1/items/x/versions/1",
            "/api/v1/powers/x",
            "/api/v1/flows/x")) {
      web.perform(get(wrong))
          .andExpect(status().isNotFound())
          .andExpect(content().contentType("application/problem+json"))
          .andExpect(jsonPath("$.detail").isNotEmpty());
    }
    for (String wrong :
        List.of(
            "/api/v1/items?cursor=abc",
            "/api/v1/items?kind=licence",
            "/api/v1/changes?after=yesterday",
            "/api/v1/powers?kind=fine")) {
      web.perform(get(wrong))
          .andExpect(status().isBadRequest())
          .andExpect(content().contentType("application/problem+json"));
    }
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() {
    var gate =
        new ApiConfiguration.Gate(
            RateLimit.perMinute(2, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
    var request = new MockHttpServletRequest();
    assertThat(gate.preHandle(request, new MockHttpServletResponse(), this)).isTrue();
    assertThat(gate.preHandle(request, new MockHttpServletResponse(), this)).isTrue();
    var response = new MockHttpServletResponse();
    assertThatThrownBy(() -> gate.preHandle(request, response, this))
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            problem -> assertThat(problem.getStatusCode().value()).isEqualTo(429));
    assertThat(response.getHeader("Retry-After")).isEqualTo("60");
  }

  @Test
  void aVersionIsReadWithAHashThatAnybodyCanWorkOut() throws Exception {
    try (var item = new OwnItem(context)) {
      item.publish(Map.of("summary", "第二版的摘要。"));
      String path = "/api/v1/items/" + item.taskCode() + "/versions";
      web.perform(get(path))
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.versions.length()").value(2))
          .andExpect(jsonPath("$.versions[0].number").value(2))
          .andExpect(jsonPath("$.versions[0].differences[0].after").value("第二版的摘要。"))
          .andExpect(jsonPath("$.versions[0].retiredAt").doesNotExist())
          .andExpect(jsonPath("$.next").doesNotExist());
      JsonNode version = json(path + "/1");
      String canonical =
          JsonMapper.builder()
              .enable(tools.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .build()
              .writeValueAsString(JSON.convertValue(version.get("content"), Map.class));
      assertThat(version.get("contentHash").asString())
          .isEqualTo(
              HexFormat.of()
                  .formatHex(
                      MessageDigest.getInstance("SHA-256")
                          .digest(canonical.getBytes(StandardCharsets.UTF_8))));
    }
  }

  @Test
  void powersAndFlowsAreOpenToo() throws Exception {
    try (var own = new PublishedPowers(context)) {
      List<String> all = codes("/api/v1/powers");
      assertThat(all)
          .isSorted()
          .containsExactlyInAnyOrderElementsOf(powers.all().stream().map(PowerItem::code).toList());
      String code = powers.of("water").getFirst().code();
      web.perform(get("/api/v1/powers/" + code))
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.steps[0].name").value("核定"));
      web.perform(get("/api/v1/powers").param("kind", "levy"))
          .andExpect(jsonPath("$.powers.length()").value(1));
      web.perform(get("/api/v1/flows/" + code))
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.steps.length()").value(3))
          .andExpect(jsonPath("$.svg").value("/powers/water/" + code + "/flow.svg"));
      assertThat(own).isNotNull();
    }
  }

  @Test
  void theDescriptionAndTheRouterSayTheSameBothWays() throws Exception {
    JsonNode description = json("/api/v1/openapi.json");
    assertThat(description.get("openapi").asString()).startsWith("3.1");
    var described = new TreeSet<String>();
    description
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method ->
                            described.add(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
    var routed =
        Route.all(router).stream()
            .filter(route -> route.pattern().startsWith("/api/v1/"))
            .filter(route -> !route.pattern().equals("/api/v1/openapi.json"))
            .filter(route -> route.rule() != null && route.rule().value() == Who.ANYONE)
            .map(route -> route.method() + " " + route.pattern())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).isEqualTo(routed);
    assertThat(routed).contains(HttpMethod.GET + " /api/v1/changes");
    // every reference leads somewhere
    String text = description.toString();
    var reference = java.util.regex.Pattern.compile("#/components/schemas/(\\w+)").matcher(text);
    while (reference.find()) {
      assertThat(description.at("/components/schemas/" + reference.group(1)).isObject()).isTrue();
    }
  }

  /** All codes of a list, followed from page to page. */
  private List<String> codes(String first) throws Exception {
    var codes = new ArrayList<String>();
    for (String address = first; address != null; ) {
      JsonNode page = json(address);
      for (JsonNode entry : page.has("items") ? page.get("items") : page.get("powers")) {
        codes.add((entry.has("taskCode") ? entry.get("taskCode") : entry.get("code")).asString());
      }
      JsonNode next = page.get("next");
      address = next == null || next.isNull() ? null : next.asString();
    }
    return codes;
  }

  private JsonNode json(String address) throws Exception {
    return JSON.readTree(
        web.perform(get(java.net.URI.create(address)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }
}
