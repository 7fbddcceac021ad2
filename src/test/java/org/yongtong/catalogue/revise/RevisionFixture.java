package org.yongtong.catalogue.revise;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.catalogue.ItemDocument;
import org.yongtong.catalogue.ItemDocuments;
import org.yongtong.catalogue.Publishing;
import org.yongtong.catalogue.ServiceItem.Kind;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Actor;

/**
 * Revisions for tests of all modules. An item that a test publishes is taken out again by {@link
 * #cleared}, so that other tests find the catalogue of the pack.
 */
public final class RevisionFixture {

  public static final String EDITOR = "editor.civil_affairs";
  public static final String CHECKER = "checker.civil_affairs";
  public static final String LEGAL = "legal.civil_affairs";
  public static final String APPROVER = "approve.approval";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ApplicationContext context;

  public RevisionFixture(ApplicationContext context) {
    this.context = context;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public SignedIn as(String login) {
    return SampleSignIns.find(context, login);
  }

  public LocalDate today() {
    return LocalDate.now(bean(Clock.class));
  }

  public Revision get(UUID id) {
    return bean(Revisions.class).find(id).orElseThrow();
  }

  /** A new item, empty but for what the platform fills in. */
  public Revision fresh() {
    return done(
        bean(StartRevision.class)
            .setUp(
                new StartRevision.NewItem(
                    "试验津贴" + COUNT.incrementAndGet(),
                    Kind.BENEFIT,
                    false,
                    StartRevision.Way.MAIN,
                    "",
                    "自治区规章新设，相应列入目录"),
                UUID.randomUUID(),
                as(EDITOR)));
  }

  /** The same with every element filled in, ready to be submitted. */
  public Revision written() {
    Revision fresh = fresh();
    return write(fresh.id(), EDITOR, complete(fresh));
  }

  /** Of an item of the pack everything that is not its own alone. */
  private Map<String, Object> complete(Revision fresh) {
    var text = new LinkedHashMap<>(fresh.content());
    bean(ItemDocuments.class)
        .find("old-age-allowance")
        .map(ItemDocument::data)
        .orElseThrow()
        .forEach(
            (key, value) -> {
              if (!List.of("id", "name", "base_code", "handling_no", "claims", "kind")
                  .contains(key)) {
                text.put(key, value);
              }
            });
    // nobody finds it by what people say of the real one
    text.put("aliases", List.of("试验叫法一", "试验叫法二", "试验叫法三", "试验叫法四", "试验叫法五"));
    text.put("result", Map.of("kind", "approval", "name", "试验津贴审批决定"));
    return text;
  }

  public Revision write(UUID id, String login, Map<String, Object> text) {
    return done(
        bean(RevisionActions.class)
            .write(id, as(login), (revision, by) -> revision.edit(by, text, "test")));
  }

  public RevisionActions.Request request(UUID id) {
    return new RevisionActions.Request(id, get(id).version(), UUID.randomUUID(), "test");
  }

  public Revision submitted() {
    return submit(written().id(), EDITOR);
  }

  public Revision submit(UUID id, String login) {
    return done(bean(SubmitRevision.class).submit(request(id), as(login)));
  }

  public Revision departmentPassed() {
    return passDepartment(submitted().id(), CHECKER);
  }

  public Revision passDepartment(UUID id, String login) {
    return done(bean(CheckRevision.class).passDepartment(request(id), "", as(login)));
  }

  public Revision legalPassed() {
    return passLegal(departmentPassed().id(), LEGAL);
  }

  public Revision passLegal(UUID id, String login) {
    return done(bean(CheckRevision.class).passLegal(request(id), "依据现行有效", as(login)));
  }

  /** Approved, to begin on this day. */
  public Revision approved(LocalDate on) {
    return approve(legalPassed().id(), on, false);
  }

  public Revision approve(UUID id, LocalDate on, boolean withDefaults) {
    done(bean(CheckRevision.class).approve(request(id), on, withDefaults, "", as(APPROVER)));
    return get(id);
  }

  public Revision published() {
    return approved(today());
  }

  /** All the way from a revision that may be submitted. */
  public Revision through(Revision revision, String editor, String checker, String legal) {
    submit(revision.id(), editor);
    passDepartment(revision.id(), checker);
    passLegal(revision.id(), legal);
    return approve(revision.id(), today(), false);
  }

  /** Takes an item that a test published out of the catalogue. */
  public void cleared(String item) {
    if (bean(Items.class).find(item).isPresent()) {
      bean(TransactionTemplate.class)
          .executeWithoutResult(
              status ->
                  bean(Publishing.class)
                      .cancel(
                          item,
                          null,
                          new Publishing.Change("试验结束", null, null),
                          Actor.system("test")));
    }
  }

  public static Revision done(RevisionResult result) {
    return result.fold(
        RevisionResult.Done::revision,
        refusal -> {
          throw new AssertionError(refusal.message());
        });
  }

  public static Refusal refused(RevisionResult result) {
    return Objects.requireNonNull(
        result.<Refusal>fold(
            done -> {
              throw new AssertionError("was done: " + done.revision().state());
            },
            refusal -> refusal));
  }
}
