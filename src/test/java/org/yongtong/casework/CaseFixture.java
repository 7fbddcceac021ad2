package org.yongtong.casework;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.casework.accept.AcceptCase;
import org.yongtong.casework.apply.Drafts;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Filings;
import org.yongtong.casework.file.NewCase;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.review.ReviewCase;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Values;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.file.FileStore;
import org.yongtong.platform.file.FileType;
import org.yongtong.platform.file.PutResult;

/** Cases for tests, brought to where the sentence of the test needs them. */
public final class CaseFixture {

  public static final String CLERK = "clerk.market_regulation";
  public static final String REVIEWER = "review1.market_regulation";
  public static final String DECIDER = "decide.market_regulation";
  public static final String HEAD = "head.market_regulation";
  public static final String COMPANY = "restaurant-company";

  private final ApplicationContext context;

  public CaseFixture(ApplicationContext context) {
    this.context = context;
  }

  public SignedIn as(String login) {
    return SampleSignIns.find(context, login);
  }

  /** The published item with this id. */
  public ServiceItem item(String id) {
    var catalogue = bean(Catalogue.class);
    return catalogue.leads().stream()
        .filter(item -> item.id().equals(id))
        .map(item -> catalogue.version(item.version()))
        .findFirst()
        .orElseThrow();
  }

  /** A food business licence that waits for acceptance. */
  public CaseFile submitted() {
    return submitted("food-business-licence", COMPANY);
  }

  /** A case of any item, submitted online by a sample account. */
  public CaseFile submitted(String itemId, String login) {
    ServiceItem item = item(itemId);
    SignedIn me = as(login);
    Filing filing = new Filing(sheet(me), values(), Map.of());
    CaseFile file =
        bean(TransactionTemplate.class)
            .execute(
                status -> {
                  Drafts.Draft draft =
                      bean(Drafts.class).start(item.version(), item.taskCode(), null, filing, me);
                  CaseFile made =
                      bean(CaseFiles.class)
                          .create(
                              new NewCase(
                                  draft.id(),
                                  item,
                                  CaseFile.Channel.ONLINE,
                                  null,
                                  filing.applicant().applying(me.account()),
                                  me.actor(),
                                  bean(Filings.class).digest(filing)));
                  bean(Filings.class)
                      .add(
                          made.id(),
                          1,
                          filing,
                          OffsetDateTime.ofInstant(made.submittedAt(), ZoneOffset.UTC),
                          me.account());
                  bean(Documents.class)
                      .issue(
                          made,
                          DocumentKind.RECEIPT,
                          bean(PaperText.class).receipt(made, List.of()),
                          null);
                  return made;
                });
    return Objects.requireNonNull(file);
  }

  public CaseFile inReview() {
    CaseFile file = submitted();
    return done(bean(AcceptCase.class).accept(request(file), as(CLERK)));
  }

  public CaseFile pendingDecision() {
    CaseFile file = inReview();
    return done(
        bean(ReviewCase.class).giveOpinion(request(file), true, "材料齐全，符合条件。", as(REVIEWER)));
  }

  /** Uploads that belong to the case, without content behind them. */
  public void attach(CaseFile file, String paper, int count) {
    Attachments attachments = bean(Attachments.class);
    bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              for (int i = 0; i < count; i++) {
                attachments.add(
                    file.draft(),
                    paper,
                    UUID.randomUUID().toString().replace("-", "").repeat(2),
                    paper + i + ".png",
                    "image/png",
                    1024,
                    1,
                    as(COMPANY).account());
              }
              attachments.file(file.draft(), file.id(), 1);
            });
  }

  /** An upload with its content: an image or a PDF. */
  public void attach(CaseFile file, String paper, String name, byte[] content) {
    PutResult put;
    try {
      put =
          bean(FileStore.class)
              .put(new ByteArrayInputStream(content), 1 << 20, EnumSet.allOf(FileType.class));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    if (!(put instanceof PutResult.Stored(var stored))) {
      throw new AssertionError(put);
    }
    Attachments attachments = bean(Attachments.class);
    bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              attachments.add(
                  file.draft(),
                  paper,
                  stored.hash(),
                  name,
                  stored.type().mediaType(),
                  stored.size(),
                  1,
                  as(COMPANY).account());
              attachments.file(file.draft(), file.id(), 1);
            });
  }

  public CaseFile now(CaseFile file) {
    return bean(CaseFiles.class).find(file.id()).orElseThrow();
  }

  /** A request on the case as it stands, under a new key. */
  public CaseActions.Request request(CaseFile file) {
    return new CaseActions.Request(file.id(), now(file).version(), UUID.randomUUID(), "test");
  }

  /** The case after an action that must have been done. */
  public CaseFile expectDone(CaseResult result) {
    return done(result);
  }

  private static CaseFile done(CaseResult result) {
    return result.fold(
        CaseResult.Done::caseFile,
        refusal -> {
          throw new AssertionError(refusal.message());
        });
  }

  private static ApplicantSheet sheet(SignedIn me) {
    boolean legal = me.kind() == org.yongtong.identity.AccountKind.LEGAL;
    return new ApplicantSheet(
        legal ? "legal" : "person",
        me.name(),
        Objects.requireNonNull(me.code()),
        "19900008001",
        "南宁市青秀区示例路1号",
        legal ? "黄志明" : "",
        "",
        "",
        legal ? "" : "1994-07-06",
        legal ? "" : "男",
        "450103001005");
  }

  private static Values values() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("business_kind", "餐饮服务经营者");
    data.put("uses_vending", "false");
    data.put("sells_online", "false");
    data.put("food_projects", List.of("热食类食品制售"));
    data.put("shop_name", "邕江小馆");
    data.put("area", "86.5");
    return new Values(data, Map.of());
  }

  private <T> T bean(Class<T> type) {
    return context.getBean(type);
  }
}
