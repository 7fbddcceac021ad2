package org.yongtong.catalogue.revise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.Mode;

@YongtongTest
class DelegationDbTest {

  private static final String TOWN = "town-450103001";
  private static final String OTHER_TOWN = "town-450102001";

  @Autowired ApplicationContext context;
  @Autowired JdbcClient database;
  @Autowired Catalogue catalogue;
  @Autowired Items items;
  @Autowired Revisions revisions;
  @Autowired StartRevision start;
  @Autowired CheckRevision check;
  @Autowired RevisionActions actions;
  @Autowired RevisionCheck defects;
  @Autowired PublishDue due;

  private RevisionFixture fixture;
  private final List<String> made = new ArrayList<>();

  @BeforeEach
  void prepare() {
    fixture = new RevisionFixture(context);
  }

  @AfterEach
  void takeOut() {
    made.forEach(fixture::cleared);
  }

  @Test
  void aDelegationOpensATakeOverForEveryBody() {
    Revision lead = lead();
    Revision delegation = delegated(lead.item(), fixture.today().plusDays(5), false);
    assertThat(delegation.state()).isEqualTo(State.SCHEDULED);
    List<Revision> answers = revisions.answersTo(delegation.id());
    assertThat(answers)
        .extracting(Revision::department)
        .containsExactlyInAnyOrder(TOWN, OTHER_TOWN);
    Revision answer = answerOf(delegation, TOWN);
    assertThat(answer.purpose()).isEqualTo(Purpose.TAKE_OVER);
    assertThat(answer.content()).containsKeys("windows", "consult", "power_source");
    assertThat(answer.writers()).isEmpty();
  }

  @Test
  void aBodyFillsInItsPartAndBeginsNotBeforeTheDay() {
    Revision lead = lead();
    LocalDate day = fixture.today().plusDays(5);
    Revision delegation = delegated(lead.item(), day, false);
    Revision answer = answerOf(delegation, TOWN);
    var text = new LinkedHashMap<>(answer.content());
    text.put("visits", 1);
    text.put("visit_reason", "需要核对老人本人");
    fixture.write(answer.id(), "editor." + TOWN, text);
    // a town has nobody to check: the approval bureau of its district does
    fixture.submit(answer.id(), "editor." + TOWN);
    fixture.passDepartment(answer.id(), "checker.approval-450103");
    fixture.passLegal(answer.id(), "legal.approval-450103");
    assertThat(
            RevisionFixture.refused(
                check.approve(
                    fixture.request(answer.id()),
                    fixture.today(),
                    false,
                    "",
                    fixture.as(RevisionFixture.APPROVER))))
        .isInstanceOfSatisfying(
            Refusal.Missing.class, missing -> assertThat(missing.message()).contains("不能早于"));
    Revision approved = fixture.approve(answer.id(), day, false);
    assertThat(approved.state()).isEqualTo(State.SCHEDULED);
    itIsThatDay();
    ItemHead head = items.find(lead.item() + "@" + TOWN).orElseThrow();
    assertThat(head.mode()).isEqualTo(Mode.DELEGATED);
    assertThat(head.visits()).isEqualTo(1);
    assertThat(head.name()).isEqualTo(lead.name());
    // the other has not answered and does not begin
    assertThat(items.find(lead.item() + "@" + OTHER_TOWN)).isEmpty();
  }

  @Test
  void bodiesThatHaveNotAnsweredBeginWithTheLeadsTextIfSoDecided() {
    Revision lead = lead();
    Revision delegation = delegated(lead.item(), fixture.today().plusDays(5), true);
    Revision answer = answerOf(delegation, OTHER_TOWN);
    itIsThatDay();
    assertThat(fixture.get(delegation.id()).state()).isEqualTo(State.PUBLISHED);
    assertThat(fixture.get(answer.id()).state()).isEqualTo(State.PUBLISHED);
    assertThat(catalogue.implementations(lead.item()))
        .extracting(ItemHead::department)
        .contains(TOWN, OTHER_TOWN);
  }

  @Test
  void aDelegationStoppedBeforeItsDayEndsItsTakeOvers() {
    Revision lead = lead();
    Revision delegation = delegated(lead.item(), fixture.today().plusDays(5), true);
    RevisionFixture.done(
        check.sendBack(
            fixture.request(delegation.id()),
            Party.APPROVER,
            List.of(new Revision.Mark("", "总的意见", "先在一个城区试点")),
            fixture.as(RevisionFixture.APPROVER)));
    assertThat(revisions.answersTo(delegation.id()))
        .isNotEmpty()
        .allMatch(answer -> answer.state() == State.DISCARDED);
  }

  @Test
  void aCountyClaimsALeadsItemAndMayNotChangeWhatIsTheLeads() {
    Revision lead = lead();
    String editor = "editor.approval-450103";
    Revision claim =
        RevisionFixture.done(start.claim(lead.item(), "本区承担同一职责，认领办理", fixture.as(editor)));
    assertThat(claim.content()).containsKeys("windows", "consult");
    Map<String, Object> text = new LinkedHashMap<>(claim.content());
    text.put("name", "另一个名称");
    text.put("papers", List.of());
    fixture.write(claim.id(), editor, text);
    assertThat(defects.of(fixture.get(claim.id())))
        .extracting(defect -> defect.place())
        .contains("name", "papers");
    text.remove("name");
    text.remove("papers");
    text.put("conditions", List.of(Map.of("text", "另加一个条件。")));
    fixture.write(claim.id(), editor, text);
    assertThat(defects.of(fixture.get(claim.id()))).isNotEmpty();
    text.remove("conditions");
    text.put("promised_days", 99);
    fixture.write(claim.id(), editor, text);
    assertThat(defects.of(fixture.get(claim.id()))).isNotEmpty();
    text.put("promised_days", 1);
    fixture.write(claim.id(), editor, text);
    Revision done =
        fixture.through(
            fixture.get(claim.id()), editor, "checker.approval-450103", "legal.approval-450103");
    assertThat(done.state()).isEqualTo(State.PUBLISHED);
    ItemHead head = items.find(claim.item()).orElseThrow();
    assertThat(head.mode()).isEqualTo(Mode.CLAIMED);
    assertThat(head.promisedDays()).isEqualTo(1);
    assertThat(RevisionFixture.refused(start.claim(lead.item(), "再认领一次", fixture.as(editor))))
        .isInstanceOf(Refusal.Rule.class);
  }

  @Test
  void theCityDoesNotClaimAndATownDoesNotSetUp() {
    assertThat(
            RevisionFixture.refused(
                start.claim("old-age-allowance", "不该认领", fixture.as(RevisionFixture.EDITOR))))
        .isInstanceOf(Refusal.Rule.class);
    assertThat(
            RevisionFixture.refused(
                start.setUp(
                    new StartRevision.NewItem(
                        "镇里新设的",
                        org.yongtong.catalogue.ServiceItem.Kind.SERVICE,
                        false,
                        StartRevision.Way.MAIN,
                        "",
                        ""),
                    java.util.UUID.randomUUID(),
                    fixture.as("editor." + TOWN))))
        .isInstanceOf(Refusal.Rule.class);
  }

  private Revision lead() {
    Revision lead = fixture.published();
    made.add(lead.item());
    return lead;
  }

  private Revision delegated(String item, LocalDate day, boolean withDefaults) {
    var me = fixture.as(RevisionFixture.EDITOR);
    Revision revision =
        RevisionFixture.done(start.change(Purpose.DELEGATE, item, "方便群众就近办理，下放乡镇街道", me));
    RevisionFixture.done(
        actions.write(
            revision.id(),
            me,
            (stored, by) ->
                stored.agree(
                    by,
                    new Terms(
                        "方便群众就近办理，下放乡镇街道",
                        "市政府关于下放一批事项的决定",
                        day,
                        null,
                        List.of(TOWN, OTHER_TOWN),
                        false))));
    fixture.submit(revision.id(), RevisionFixture.EDITOR);
    fixture.passDepartment(revision.id(), RevisionFixture.CHECKER);
    fixture.passLegal(revision.id(), RevisionFixture.LEGAL);
    return fixture.approve(revision.id(), day, withDefaults);
  }

  private Revision answerOf(Revision delegation, String body) {
    Optional<Revision> answer =
        revisions.answersTo(delegation.id()).stream()
            .filter(each -> each.department().equals(body))
            .findFirst();
    return answer.orElseThrow();
  }

  /** Everything scheduled is due. */
  private void itIsThatDay() {
    database
        .sql("UPDATE catalogue.revision SET effective_on = :today WHERE state = 'SCHEDULED'")
        .param("today", fixture.today())
        .update();
    due.run();
  }
}
