package org.yongtong.catalogue.revise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemState;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.notification.Letters;

@YongtongTest
class RevisionFlowDbTest {

  @Autowired ApplicationContext context;
  @Autowired JdbcClient database;
  @Autowired Catalogue catalogue;
  @Autowired Journal journal;
  @Autowired Items items;
  @Autowired Revisions revisions;
  @Autowired SubmitRevision submit;
  @Autowired CheckRevision check;
  @Autowired StartRevision start;
  @Autowired PublishDue due;
  @Autowired Letters letters;

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

  private Revision kept(Revision revision) {
    made.add(revision.item());
    return revision;
  }

  @Test
  void aNewItemGoesFromTheDraftIntoTheCatalogue() {
    Revision revision = kept(fixture.published());
    assertThat(revision.state()).isEqualTo(State.PUBLISHED);
    ItemHead head = items.find(revision.item()).orElseThrow();
    assertThat(head.name()).isEqualTo(revision.name());
    assertThat(head.baseCode()).startsWith("4505").endsWith("000");
    assertThat(head.version()).isEqualTo(revision.publishedVersion());
    assertThat(catalogue.findPublished(head.taskCode())).isPresent();
    assertThat(kinds(Revisions.SUBJECT, revision.id().toString()))
        .containsExactly(
            "revision.started",
            "revision.edited",
            "revision.submitted",
            "revision.department_passed",
            "revision.legal_passed",
            "revision.approved",
            "revision.published");
    assertThat(journal.about(new Subject("item", revision.item())))
        .singleElement()
        .matches(entry -> entry.kind().equals("item.published"))
        .matches(entry -> revision.id().toString().equals(entry.payload().get("revision")));
    assertThat(letters.unread(fixture.as(RevisionFixture.EDITOR).account())).isPositive();
  }

  @Test
  void theSameFormSentTwiceIsDoneOnce() {
    Revision revision = fixture.written();
    var request = fixture.request(revision.id());
    var me = fixture.as(RevisionFixture.EDITOR);
    assertThat(submit.submit(request, me)).isInstanceOf(RevisionResult.Done.class);
    assertThat(submit.submit(request, me))
        .isInstanceOfSatisfying(
            RevisionResult.Done.class, done -> assertThat(done.repeated()).isTrue());
    assertThat(kinds(Revisions.SUBJECT, revision.id().toString()))
        .containsOnlyOnce("revision.submitted");
    var other =
        new RevisionActions.Request(
            revision.id(), request.version(), request.key(), "something else");
    assertThat(RevisionFixture.refused(submit.submit(other, me)))
        .isInstanceOf(Refusal.KeyReused.class);
  }

  @Test
  void twoWhoPressAtOnceDoOneStep() {
    Revision revision = fixture.submitted();
    var checker = fixture.as(RevisionFixture.CHECKER);
    var first = fixture.request(revision.id());
    var second = fixture.request(revision.id());
    assertThat(check.passDepartment(first, "", checker)).isInstanceOf(RevisionResult.Done.class);
    assertThat(RevisionFixture.refused(check.passDepartment(second, "", checker)))
        .isInstanceOf(Refusal.Changed.class);
  }

  @Test
  void theDatabaseItselfKeepsFourEyes() {
    Revision revision = fixture.departmentPassed();
    UUID author = fixture.as(RevisionFixture.EDITOR).account();
    UUID checker = fixture.as(RevisionFixture.CHECKER).account();
    for (String set :
        List.of("checker = :who", "legal = :who", "approver = :who", "legal = :other")) {
      assertThatThrownBy(
              () ->
                  database
                      .sql(
                          "UPDATE catalogue.revision SET "
                              + set.replace(":other", "'" + checker + "'")
                                  .replace(":who", "'" + author + "'")
                              + " WHERE id = :id")
                      .param("id", revision.id())
                      .update())
          .as(set)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void anItemHasOneOpenRevision() {
    Revision revision = kept(fixture.published());
    var me = fixture.as(RevisionFixture.EDITOR);
    Revision adjust =
        RevisionFixture.done(start.change(Purpose.ADJUST, revision.item(), "法律修改，相应调整", me));
    assertThat(RevisionFixture.refused(start.change(Purpose.SUSPEND, revision.item(), "系统升级", me)))
        .isInstanceOf(Refusal.OpenAlready.class)
        .extracting(Refusal::message)
        .asString()
        .contains(adjust.number());
    RevisionFixture.done(submit.discard(fixture.request(adjust.id()), "不改了", me));
    assertThat(revisions.findOpen(revision.item())).isEmpty();
  }

  @Test
  void aDefectiveDraftIsKeptButNotSentOn() {
    Revision fresh = fixture.fresh();
    var me = fixture.as(RevisionFixture.EDITOR);
    assertThat(RevisionFixture.refused(submit.submit(fixture.request(fresh.id()), me)))
        .isInstanceOf(Refusal.Defective.class);
    assertThat(fixture.get(fresh.id()).state()).isEqualTo(State.DRAFT);
    Revision written = fixture.written();
    Map<String, Object> text = new LinkedHashMap<>(written.content());
    text.put("conditions", List.of(Map.of("text", "符合法律规定的其他条件。")));
    fixture.write(written.id(), RevisionFixture.EDITOR, text);
    assertThat(RevisionFixture.refused(submit.submit(fixture.request(written.id()), me)))
        .isInstanceOf(Refusal.Defective.class);
    text.put("conditions", written.content().get("conditions"));
    text.put("consult", Map.of("phone", "12345"));
    fixture.write(written.id(), RevisionFixture.EDITOR, text);
    assertThat(RevisionFixture.refused(submit.submit(fixture.request(written.id()), me)))
        .isInstanceOf(Refusal.Defective.class);
  }

  @Test
  void whatIsApprovedWaitsForItsDayAndLateOnesArePublishedAtOnce() {
    Revision revision = kept(fixture.approved(fixture.today().plusDays(3)));
    due.run();
    assertThat(fixture.get(revision.id()).state()).isEqualTo(State.SCHEDULED);
    assertThat(items.find(revision.item())).isEmpty();
    // the platform stood still over its day
    database
        .sql("UPDATE catalogue.revision SET effective_on = :day WHERE id = :id")
        .param("day", fixture.today().minusDays(2))
        .param("id", revision.id())
        .update();
    assertThat(due.run()).isPositive();
    assertThat(fixture.get(revision.id()).state()).isEqualTo(State.PUBLISHED);
    assertThat(items.find(revision.item())).isPresent();
    assertThat(due.run()).isZero();
  }

  @Test
  void whatCannotBePublishedGoesBackToItsAuthorWithTheReason() {
    Revision revision = fixture.approved(fixture.today().plusDays(1));
    // a law of physics would not stop a code from being taken meanwhile
    String taken = items.find("old-age-allowance").orElseThrow().baseCode();
    database
        .sql(
            """
            UPDATE catalogue.revision SET effective_on = :day,
              content = (content::jsonb || jsonb_build_object('base_code', :code::text))::json WHERE id = :id
            """)
        .param("day", fixture.today())
        .param("code", taken)
        .param("id", revision.id())
        .update();
    due.run();
    Revision back = fixture.get(revision.id());
    assertThat(back.state()).isEqualTo(State.RETURNED);
    assertThat(revisions.remarks(back.id()))
        .isNotEmpty()
        .allMatch(remark -> remark.during() == State.SCHEDULED);
    assertThat(kinds(Revisions.SUBJECT, back.id().toString())).endsWith("revision.failed");
  }

  @Test
  void anAdjustmentOfAnOldVersionIsNotPublishedOverANewerOne() {
    Revision first = kept(fixture.published());
    var me = fixture.as(RevisionFixture.EDITOR);
    Revision adjust =
        RevisionFixture.done(start.change(Purpose.ADJUST, first.item(), "缩短承诺时限，方便群众", me));
    Map<String, Object> text = new LinkedHashMap<>(adjust.content());
    text.put("summary", "改过一次的简述。");
    fixture.write(adjust.id(), RevisionFixture.EDITOR, text);
    database
        .sql("UPDATE catalogue.revision SET base_version = :other WHERE id = :id")
        .param("other", UUID.randomUUID())
        .param("id", adjust.id())
        .update();
    Revision after =
        fixture.through(
            adjust, RevisionFixture.EDITOR, RevisionFixture.CHECKER, RevisionFixture.LEGAL);
    assertThat(after.state()).isEqualTo(State.RETURNED);
    assertThat(items.find(first.item()).orElseThrow().versionNumber()).isEqualTo(1);
    // the author was told, has compared, and sends it on again
    Revision again =
        fixture.through(
            after, RevisionFixture.EDITOR, RevisionFixture.CHECKER, RevisionFixture.LEGAL);
    assertThat(again.state()).isEqualTo(State.PUBLISHED);
    assertThat(items.find(first.item()).orElseThrow().versionNumber()).isEqualTo(2);
  }

  @Test
  void suspendingResumingAndCancellingChangeTheState() {
    Revision first = kept(fixture.published());
    step(Purpose.SUSPEND, first.item());
    assertThat(items.find(first.item()).orElseThrow().state()).isEqualTo(ItemState.SUSPENDED);
    assertThat(
            RevisionFixture.refused(
                start.change(
                    Purpose.SUSPEND, first.item(), "再停一次", fixture.as(RevisionFixture.EDITOR))))
        .isInstanceOf(Refusal.Rule.class);
    step(Purpose.RESUME, first.item());
    assertThat(items.find(first.item()).orElseThrow().state()).isEqualTo(ItemState.IN_USE);
    step(Purpose.CANCEL, first.item());
    assertThat(items.find(first.item())).isEmpty();
    assertThat(
            fixture
                .bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("SELECT state_reason FROM catalogue.item WHERE id = ?")
                .param(first.item())
                .query(String.class)
                .single())
        .contains("桂政发〔2026〕9号");
    assertThat(kinds("item", first.item()))
        .containsExactly("item.published", "item.suspended", "item.resumed", "item.cancelled");
  }

  private void step(Purpose purpose, String item) {
    Revision revision =
        RevisionFixture.done(
            start.change(purpose, item, "职责调整，相应变动", fixture.as(RevisionFixture.EDITOR)));
    if (purpose == Purpose.CANCEL) {
      revision = withBasis(revision);
    }
    assertThat(
            fixture
                .through(
                    revision,
                    RevisionFixture.EDITOR,
                    RevisionFixture.CHECKER,
                    RevisionFixture.LEGAL)
                .state())
        .isEqualTo(State.PUBLISHED);
  }

  /** A cancellation rests on a document or a changed law. */
  private Revision withBasis(Revision revision) {
    assertThat(
            RevisionFixture.refused(
                fixture
                    .bean(SubmitRevision.class)
                    .submit(fixture.request(revision.id()), fixture.as(RevisionFixture.EDITOR))))
        .isInstanceOfSatisfying(
            Refusal.Missing.class,
            missing -> {
              assertThat(missing.field()).isEqualTo("basis");
              assertThat(missing.message()).contains("取消的依据");
            });
    return RevisionFixture.done(
        fixture
            .bean(RevisionActions.class)
            .write(
                revision.id(),
                fixture.as(RevisionFixture.EDITOR),
                (stored, by) ->
                    stored.agree(
                        by,
                        new Terms(
                            "职责调整，相应变动",
                            "自治区人民政府关于取消一批事项的决定（桂政发〔2026〕9号）",
                            null,
                            null,
                            List.of(),
                            false))));
  }

  @Test
  void othersFindNothing() {
    Revision revision = fixture.submitted();
    for (String login :
        List.of("editor.health", "checker.health", "legal.health", "editor.approval-450103")) {
      assertThat(
              RevisionFixture.refused(
                  check.passDepartment(fixture.request(revision.id()), "", fixture.as(login))))
          .as(login)
          .isInstanceOf(Refusal.NotYours.class);
    }
    // seen, but not in this capacity
    assertThat(
            RevisionFixture.refused(
                check.passLegal(
                    fixture.request(revision.id()), "依据有效的", fixture.as(RevisionFixture.CHECKER))))
        .isInstanceOf(Refusal.NotYours.class);
  }

  @Test
  void reasonsAreKeptAtTheirPlaces() {
    Revision revision = fixture.departmentPassed();
    RevisionFixture.done(
        check.sendBack(
            fixture.request(revision.id()),
            Party.LEGAL,
            List.of(
                new Revision.Mark("bases[0].text", "依据 1·条款内容", "与原文不一致"),
                new Revision.Mark("limits.promised_days", "承诺时限", "还可以再短")),
            fixture.as(RevisionFixture.LEGAL)));
    assertThat(revisions.remarks(revision.id()))
        .extracting(Remark::place)
        .containsExactly("bases[0].text", "limits.promised_days");
    Revision again = fixture.submit(revision.id(), RevisionFixture.EDITOR);
    assertThat(again.round()).isEqualTo(2);
    assertThat(again.state()).isEqualTo(State.DEPARTMENT_CHECK);
  }

  @Test
  void codesAreGivenOnceAndFollowTheirType() {
    Revision one = fixture.fresh();
    Revision other = fixture.fresh();
    assertThat(one.content().get("base_code")).isNotEqualTo(other.content().get("base_code"));
    assertThat(one.item()).startsWith("item-" + one.content().get("base_code"));
    var text = new LinkedHashMap<>(one.content());
    text.put("kind", "service");
    context.getBean(BaseCodes.class).follow(one.content(), text);
    assertThat(String.valueOf(text.get("base_code"))).startsWith("4520").endsWith("000");
  }

  private List<String> kinds(String type, String id) {
    return journal.about(new Subject(type, id)).stream().map(Entry::kind).toList();
  }
}
