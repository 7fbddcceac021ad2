package org.yongtong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a body that claimed an item may change, and what stays the same on every level. */
class ClaimsTest {

  private static final Map<String, Object> LEAD =
      ItemSource.read(Path.of("city/nanning/items/food-business-licence.yaml")).data();
  private static final String BODY = "approval-450103";
  private static final Set<String> NEVER_INHERITED =
      Set.of("id", "department", "level", "claims", "open", "local_codes", "routing", "review");

  private static Map<String, Object> claimed(Map<String, Object> own) {
    return Claims.effective(LEAD, own, "food-business-licence@" + BODY, BODY, Level.COUNTY);
  }

  private static List<String> faults(Map<String, Object> own) {
    return Claims.faults(new Content(LEAD), new Content(own));
  }

  @Test
  void aClaimantWithoutOwnWordsSaysWhatItsLeadSays() {
    Map<String, Object> effective = claimed(Map.of());
    LEAD.forEach(
        (element, value) -> {
          if (!NEVER_INHERITED.contains(element)) {
            assertThat(effective.get(element)).as(element).isEqualTo(value);
          }
        });
    assertThat(effective).containsEntry("level", "county").containsEntry("department", BODY);
  }

  @Test
  void aShorterPromiseShortensTheStepsToFit() {
    Map<String, Object> effective = claimed(Map.of("promised_days", 3));
    var item = new Content(effective);
    assertThat(item.inside("limits").number("promised_days")).isEqualTo(3);
    assertThat(item.inside("limits").number("legal_days")).isEqualTo(10);
    assertThat(item.each("steps", step -> step.number("days")).stream().mapToInt(d -> d).sum())
        .isEqualTo(3);
  }

  @Test
  void everyWayFitsAShorterPromise() {
    Map<String, Object> lead =
        ItemSource.read(Path.of("city/nanning/items/adoption-registration.yaml")).data();
    for (int promised = 19; promised >= 1; promised--) {
      var item =
          new Content(
              Claims.effective(
                  lead, Map.of("promised_days", promised), "a@" + BODY, BODY, Level.COUNTY));
      List<Content> steps = item.each("steps", step -> step);
      int always =
          steps.stream()
              .filter(step -> step.textOrNull("when") == null)
              .mapToInt(step -> step.number("days"))
              .sum();
      assertThat(always).isBetween(1, promised);
      for (Content step : steps) {
        assertThat(step.number("days")).isNotNegative();
        if (step.textOrNull("when") != null) {
          assertThat(always + step.number("days")).isLessThanOrEqualTo(promised);
        }
      }
    }
  }

  @Test
  void theLeadsRoutingIsNotTheClaimants() {
    Map<String, Object> lead =
        ItemSource.read(Path.of("city/nanning/items/student-aid.yaml")).data();
    assertThat(lead).containsKey("routing");
    assertThat(Claims.effective(lead, Map.of(), "s@" + BODY, BODY, Level.COUNTY))
        .doesNotContainKey("routing");
  }

  @Test
  void aPromiseBeyondTheLegalLimitIsAFault() {
    assertThat(faults(Map.of("promised_days", 11))).containsExactly("承诺时限 11 个工作日超过法定时限 10 个工作日");
    assertThat(faults(Map.of("promised_days", 10))).isEmpty();
  }

  @Test
  void papersMayBeDroppedOrFollowLaterButNeverBeAdded() {
    assertThat(faults(Map.of("papers_dropped", List.of("rules_list")))).isEmpty();
    assertThat(faults(Map.of("papers_dropped", List.of("tax_clearance"))))
        .containsExactly("papers_dropped：上级事项没有材料 tax_clearance");
    var papers =
        new Content(
                claimed(
                    Map.of(
                        "papers_dropped", List.of("rules_list"),
                        "papers_deferrable", List.of("premises_plan"))))
            .each("papers", paper -> paper.text("id") + " " + paper.text("required"));
    assertThat(papers)
        .contains("premises_plan deferrable", "equipment_list must")
        .noneMatch(paper -> paper.startsWith("rules_list"));
  }

  @Test
  void whatTheLeadDoesNotLeaveOpenIsAFaultByName() {
    var own = Map.<String, Object>of("conditions", List.of(Map.of("text", "在本区有住所。")));
    assertThat(faults(own)).containsExactly("“受理条件”由上级统一规定，认领单位不能更改");
    var open = new LinkedHashMap<>(LEAD);
    open.put("open", List.of("conditions"));
    assertThat(Claims.faults(new Content(open), new Content(own))).isEmpty();
  }

  @Test
  void elementsThatAreNotTheClaimantsAreUnknownKeys() {
    for (String element : List.of("name", "kind", "bases", "papers", "form", "limits", "result")) {
      var source = ItemSource.ofData("x.yaml", Map.of(element, "x"));
      ClaimShape.OWN.check(source, "", source.data());
      assertThat(source.defects())
          .as(element)
          .singleElement()
          .matches(defect -> defect.message().contains("不认识的键 " + element));
    }
  }

  /** Whatever a claimant may say, name, kind, basis, form and legal limit stay its lead's. */
  @Property(tries = 200)
  void theSameItemKeepsTheSameStandard(@ForAll("ownParts") Map<String, Object> own) {
    Map<String, Object> effective = claimed(own);
    for (String element :
        List.of("name", "kind", "handling", "objects", "bases", "base_code", "result", "form")) {
      assertThat(effective.get(element)).as(element).isEqualTo(LEAD.get(element));
    }
    var item = new Content(effective);
    assertThat(item.inside("limits").number("legal_days")).isEqualTo(10);
    var asked = new HashSet<>(item.each("papers", paper -> paper.text("id")));
    assertThat(new HashSet<>(new Content(LEAD).each("papers", paper -> paper.text("id"))))
        .containsAll(asked);
  }

  @Provide
  Arbitrary<Map<String, Object>> ownParts() {
    List<String> papers = new Content(LEAD).each("papers", paper -> paper.text("id"));
    var some = Arbitraries.of(papers).list().uniqueElements();
    return Combinators.combine(
            Arbitraries.integers().between(-1, 10),
            Arbitraries.integers().between(-1, 3),
            some,
            some,
            Arbitraries.of("nationwide", "cross_city", ""))
        .as(
            (promised, visits, dropped, deferrable, range) -> {
              Map<String, Object> own = new LinkedHashMap<>();
              if (promised >= 0) {
                own.put("promised_days", promised);
              }
              if (visits >= 0) {
                own.put("visits", visits);
              }
              own.put("papers_dropped", dropped);
              own.put("papers_deferrable", deferrable);
              if (!range.isEmpty()) {
                own.put("range", range);
              }
              return own;
            });
  }
}
