package org.yongtong;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.accept.AcceptCase;
import org.yongtong.casework.apply.Drafts;
import org.yongtong.casework.apply.StartApplication;
import org.yongtong.casework.consult.AskDepartment;
import org.yongtong.casework.extra.ExtraDemandFixture;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.rate.RatingFixture;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.certificate.Certificate;
import org.yongtong.certificate.Certificates;
import org.yongtong.certificate.IssueCertificate;
import org.yongtong.form.Values;
import org.yongtong.identity.SignedIn;
import org.yongtong.notification.Letter;
import org.yongtong.notification.Letters;
import org.yongtong.platform.file.FileStore;
import org.yongtong.platform.file.FileType;
import org.yongtong.platform.file.PutResult;
import org.yongtong.platform.web.Role;

/**
 * Whose row a route names: for every beginning of a path with a variable either how to make such a
 * row, or that it is nobody's.
 */
final class OwnedRows {

  /** How the logins of the sample staff begin. */
  static final Map<Role, String> LOGINS =
      new EnumMap<>(
          Map.of(
              Role.WINDOW, "clerk",
              Role.REVIEWER, "review1",
              Role.DECIDER, "decide",
              Role.HEAD, "head"));

  private static final String PERSON = "graduate";
  private static final String OTHER_PERSON = "nurse";
  private static final String OTHER_COMPANY = "building-company";
  private static final String DEPARTMENT = "market_regulation";
  private static final String OTHER_DEPARTMENT = "civil_affairs";

  /** Public, the same for everyone who may open them at all. */
  private static final List<String> NOBODYS =
      List.of(
          "/assets/",
          "/items/{taskCode}",
          "/api/v1/items/{code}",
          "/api/v1/powers/{code}",
          "/api/v1/flows/{code}",
          "/powers/{department}",
          "/catalogue/{item}",
          "/api/v1/divisions",
          "/apply/{taskCode}",
          "/desk/journal/",
          // whoever has the number may look; supervisors handle those of all departments
          "/extra-demands/{number}",
          "/desk/extra-demands/{id}/ask",
          "/desk/extra-demands/{id}/finding",
          // the open catalogue
          "/life-events/{key}",
          "/themes/{audience}",
          "/api/v1/flows/",
          "/api/v1/items/",
          "/api/v1/powers/",
          "/catalogue/",
          "/powers/",
          // the staff's catalogue: scope by department, held by the page tests of desk, edit and
          // importing
          "/desk/catalogue/");

  private final ApplicationContext context;
  private final CaseFixture cases;
  private final Map<String, Supplier<Owned>> makers = new LinkedHashMap<>();

  /**
   * @param owner login of the applicant, or null when it belongs to a department
   * @param variables of the path
   * @param version as the page would send it
   */
  record Owned(
      @Nullable String owner,
      String department,
      String otherPerson,
      String otherCompany,
      String otherDepartment,
      Map<String, String> variables,
      int version) {

    Owned with(Map<String, String> others) {
      return new Owned(
          owner, department, otherPerson, otherCompany, otherDepartment, others, version);
    }
  }

  OwnedRows(ApplicationContext context) {
    this.context = context;
    this.cases = new CaseFixture(context);
    makers.put("/apply/drafts/{id}", this::draft);
    makers.put("/my/cases/{id}", () -> ofCompany(handedIn()));
    makers.put("/my/certificates/{id}", () -> certificate(CaseFixture.COMPANY));
    makers.put("/my/letters/{id}", this::letter);
    makers.put("/desk/cases/{id}", () -> ofDepartment(handedIn(), "id"));
    makers.put("/desk/cases/{id}/consult-answer", this::asked);
    makers.put("/desk/cases/{id}/consult-decline", this::asked);
    makers.put("/desk/extra-demands/{id}", this::extraDemand);
    makers.put("/desk/ratings/{id}", this::badRating);
    makers.put("/desk/certificates/{id}", () -> certificate(null));
    makers.put("/desk/intake/{draft}", this::windowDraft);
    makers.put("/desk/intake/correct/{caseId}", () -> ofDepartment(handedIn(), "caseId"));
    makers.put("/desk/intake/new/{taskCode}", this::item);
  }

  boolean knows(String pattern) {
    return maker(pattern).isPresent() || NOBODYS.stream().anyMatch(pattern::startsWith);
  }

  /** A fresh row for the route; empty when the route names nobody's. */
  Optional<Owned> make(String pattern) {
    return maker(pattern).map(Supplier::get);
  }

  private Optional<Supplier<Owned>> maker(String pattern) {
    if (NOBODYS.stream().anyMatch(pattern::startsWith)) {
      return Optional.empty();
    }
    return makers.entrySet().stream()
        .filter(maker -> pattern.startsWith(maker.getKey()))
        .max(Comparator.comparingInt(maker -> maker.getKey().length()))
        .map(Map.Entry::getValue);
  }

  // ---- rows

  private Owned draft() {
    SignedIn me = cases.as(PERSON);
    ServiceItem item = ApplicationFixture.item(context, "old-age-allowance");
    var sheet =
        new ApplicantSheet(
            "person", me.name(), "" + me.code(), "19900008001", "", "", "", "", "", "", "");
    Drafts.Draft draft =
        bean(Drafts.class)
            .start(
                item.version(),
                item.taskCode(),
                null,
                new Filing(sheet, Values.EMPTY, Map.of()),
                me);
    return new Owned(
        PERSON,
        DEPARTMENT,
        OTHER_PERSON,
        OTHER_COMPANY,
        OTHER_DEPARTMENT,
        Map.of(
            "id", draft.id().toString(),
            "paper", "account_page",
            "file", upload(draft.id(), "account_page", me)),
        0);
  }

  private Owned windowDraft() {
    ServiceItem item = cases.item("food-business-licence");
    SignedIn clerk = cases.as(LOGINS.get(Role.WINDOW) + "." + DEPARTMENT);
    SignedIn company = cases.as(CaseFixture.COMPANY);
    Drafts.Draft draft =
        bean(StartApplication.class)
            .atWindow(
                item,
                new StartApplication.AtWindow(
                    "legal", company.name(), Objects.requireNonNull(company.code()), ""),
                clerk);
    String paper = item.papers().getFirst().id();
    return ofDepartment(
        Map.of(
            "draft", draft.id().toString(),
            "paper", paper,
            "file", upload(draft.id(), paper, clerk)),
        0);
  }

  private CaseFile handedIn() {
    CaseFile file = cases.submitted();
    cases.attach(
        file, cases.item("food-business-licence").papers().getFirst().id(), "a.pdf", pdf());
    return file;
  }

  private Owned ofCompany(CaseFile file) {
    return new Owned(
        CaseFixture.COMPANY,
        DEPARTMENT,
        As.PERSON,
        OTHER_COMPANY,
        OTHER_DEPARTMENT,
        variables(file, "id"),
        file.version());
  }

  private Owned ofDepartment(CaseFile file, String variable) {
    return ofDepartment(variables(file, variable), file.version());
  }

  private static Owned ofDepartment(Map<String, String> variables, int version) {
    return new Owned(
        null, DEPARTMENT, As.PERSON, OTHER_COMPANY, OTHER_DEPARTMENT, variables, version);
  }

  private Map<String, String> variables(CaseFile file, String variable) {
    String attachment = bean(Attachments.class).ofCase(file.id()).getFirst().id().toString();
    return Map.of(
        variable,
        file.id().toString(),
        "file",
        attachment,
        "attachment",
        attachment,
        "page",
        "1",
        "document",
        bean(Documents.class).of(file.id()).getFirst().id().toString());
  }

  private Owned item() {
    return ofDepartment(Map.of("taskCode", cases.item("food-business-licence").taskCode()), 0);
  }

  /** A report that the department was asked about. */
  private Owned extraDemand() {
    UUID id = new ExtraDemandFixture(context).asked(cases.item("food-business-licence"));
    return ofDepartment(Map.of("id", id.toString()), 1);
  }

  /** A case of another department, on which this one is asked for its opinion. */
  private Owned asked() {
    CaseFile file = cases.submitted("old-age-allowance", "elder");
    cases.expectDone(
        bean(AcceptCase.class).accept(cases.request(file), cases.as("clerk." + OTHER_DEPARTMENT)));
    CaseFile asked =
        cases.expectDone(
            bean(AskDepartment.class)
                .ask(
                    cases.request(file),
                    new AskDepartment.Typed(DEPARTMENT, "请核查申请人名下的登记情况。", "", "false"),
                    cases.as("review1." + OTHER_DEPARTMENT)));
    return new Owned(
        null,
        DEPARTMENT,
        As.PERSON,
        OTHER_COMPANY,
        "education",
        Map.of("id", asked.id().toString()),
        asked.version());
  }

  private Owned badRating() {
    CaseFile file = new RatingFixture(context).badlyRated("跑了三趟");
    return ofDepartment(Map.of("id", file.id().toString()), file.version());
  }

  private Owned certificate(@Nullable String owner) {
    SignedIn company = cases.as(CaseFixture.COMPANY);
    String matter = "case-" + UUID.randomUUID();
    Certificate issued =
        Objects.requireNonNull(
            bean(TransactionTemplate.class)
                .execute(
                    status ->
                        bean(Certificates.class)
                            .issue(
                                new IssueCertificate(
                                    "FOOD_BUSINESS_LICENCE",
                                    "食品经营许可证",
                                    "JY",
                                    DEPARTMENT,
                                    "450100000000",
                                    "legal",
                                    company.name(),
                                    Objects.requireNonNull(company.code()),
                                    LocalDate.now(bean(Clock.class)),
                                    5,
                                    List.of(new Certificate.FaceItem("经营者名称", company.name())),
                                    matter,
                                    company.actor()))));
    return new Owned(
        owner,
        DEPARTMENT,
        As.PERSON,
        OTHER_COMPANY,
        OTHER_DEPARTMENT,
        Map.of("id", issued.id().toString()),
        0);
  }

  private Owned letter() {
    SignedIn me = cases.as(PERSON);
    String effect = "owner-matrix:" + UUID.randomUUID();
    bean(Letters.class).send(new Letter(me.account(), null, "测试", "测试", null, effect));
    UUID id =
        bean(JdbcClient.class)
            .sql("SELECT id FROM notification.letter WHERE effect = :effect")
            .param("effect", effect)
            .query(UUID.class)
            .single();
    return new Owned(
        PERSON,
        DEPARTMENT,
        OTHER_PERSON,
        OTHER_COMPANY,
        OTHER_DEPARTMENT,
        Map.of("id", id.toString()),
        0);
  }

  private String upload(UUID draft, String paper, SignedIn me) {
    try (var content = new ByteArrayInputStream(pdf())) {
      if (!(bean(FileStore.class).put(content, 1 << 20, EnumSet.of(FileType.PDF))
          instanceof PutResult.Stored(var stored))) {
        throw new AssertionError("not stored");
      }
      return bean(Attachments.class)
          .add(
              draft,
              paper,
              stored.hash(),
              "a.pdf",
              stored.type().mediaType(),
              stored.size(),
              1,
              me.account())
          .orElseThrow()
          .toString();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] pdf() {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private <T> T bean(Class<T> type) {
    return context.getBean(type);
  }
}
