package org.yongtong.casework.apply;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.certificate.Certificates;
import org.yongtong.form.Field;
import org.yongtong.form.Values;
import org.yongtong.identity.AccountKind;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.code.CitizenNumber;
import org.yongtong.registry.Company;
import org.yongtong.registry.Lookup;
import org.yongtong.registry.Person;
import org.yongtong.registry.RegisterFacts;
import org.yongtong.registry.Registers;

/**
 * Begins an application: what the registers know is filled in and marked as such, papers they hold
 * are not asked for.
 */
@Component
public class StartApplication {

  private final Drafts drafts;
  private final Registers registers;
  private final Certificates certificates;
  private final RegisterFacts facts;
  private final Clock clock;

  StartApplication(
      Drafts drafts,
      Registers registers,
      Certificates certificates,
      RegisterFacts facts,
      Clock clock) {
    this.facts = facts;
    this.drafts = drafts;
    this.registers = registers;
    this.certificates = certificates;
    this.clock = clock;
  }

  /**
   * Who applies at the window.
   *
   * @param kind {@code person} or {@code legal}
   */
  public record AtWindow(String kind, String name, String code, String phone) {}

  /** Whether this signed-in applicant may apply for the item at all. */
  public static boolean suits(ServiceItem item, SignedIn me) {
    return switch (me.kind()) {
      case PERSON -> item.audience().contains(ServiceItem.Audience.PERSON);
      case LEGAL -> item.audience().contains(ServiceItem.Audience.LEGAL);
      case STAFF -> false;
    };
  }

  /**
   * An applicant begins online, or goes on with the open draft of the item: one at a time.
   *
   * @param guide answers given before sign-in, as form values
   * @param instead the open draft that is thrown away first, or null
   */
  @Transactional
  public Drafts.Draft online(ServiceItem item, Values guide, @Nullable UUID instead, SignedIn me) {
    Optional<Drafts.Draft> open = drafts.findOpenForStart(item.taskCode(), me);
    if (open.isPresent()) {
      if (!open.get().id().equals(instead)) {
        return open.get();
      }
      drafts.discard(open.get().id(), me);
    }
    String kind = me.kind() == AccountKind.LEGAL ? "legal" : "person";
    String code = me.code() == null ? "" : me.code();
    return begin(
        item,
        guide,
        me,
        new AtWindow(kind, me.name(), code, me.phone() == null ? "" : me.phone()),
        "申请表预填");
  }

  /** A clerk begins for someone at the window. */
  @Transactional
  public Drafts.Draft atWindow(ServiceItem item, AtWindow applicant, SignedIn clerk) {
    return begin(item, Values.EMPTY, clerk, applicant, "窗口代为申请");
  }

  private Drafts.Draft begin(
      ServiceItem item, Values guide, SignedIn me, AtWindow who, String purpose) {
    var lookup = new Lookup(me.actor(), purpose, item.taskCode());
    Person person =
        who.kind().equals("person") ? registers.findPerson(who.code(), lookup).orElse(null) : null;
    Company company =
        who.kind().equals("legal") ? registers.findCompany(who.code(), lookup).orElse(null) : null;
    if (person != null && !person.name().equals(who.name())) {
      person = null; // a number with another name is nobody's register entry
    }
    ApplicantSheet sheet = sheet(who, person, company);
    Values values = prefill(item, guide, sheet, person, company);
    return drafts.start(
        item.version(),
        item.taskCode(),
        null,
        new Filing(sheet, values, held(item, who.code(), person, company)),
        me);
  }

  /**
   * What a later version of the item brought: registers fill in the fields that are new, and papers
   * are held against them anew.
   */
  Filing takeOver(ServiceItem item, Filing filing, Set<String> added, SignedIn me) {
    boolean asks =
        item.papers().stream().anyMatch(paper -> paper.held() != null)
            || item.form()
                .fields()
                .anyMatch(field -> added.contains(field.id()) && field.prefill() != null);
    if (!asks) {
      return new Filing(filing.applicant(), filing.values(), Map.of());
    }
    ApplicantSheet sheet = filing.applicant();
    var lookup = new Lookup(me.actor(), "草稿随事项修订更新", item.taskCode());
    Person person =
        sheet.legal()
            ? null
            : registers
                .findPerson(sheet.code(), lookup)
                .filter(found -> found.name().equals(sheet.name()))
                .orElse(null);
    Company company =
        sheet.legal() ? registers.findCompany(sheet.code(), lookup).orElse(null) : null;
    Map<String, Object> data = new LinkedHashMap<>(filing.values().data());
    Map<String, Values.Origin> origins = new LinkedHashMap<>(filing.values().origins());
    fill(item, added, data, origins, person, company);
    return new Filing(sheet, new Values(data, origins), held(item, sheet.code(), person, company));
  }

  private static ApplicantSheet sheet(
      AtWindow who, @Nullable Person person, @Nullable Company company) {
    if (company != null) {
      return new ApplicantSheet(
          "legal",
          company.name(),
          company.creditCode(),
          who.phone().isBlank() ? company.phone() : who.phone(),
          company.address(),
          company.representative(),
          "",
          "",
          "",
          "",
          company.division());
    }
    if (person != null) {
      return new ApplicantSheet(
          "person",
          person.name(),
          person.idNumber(),
          who.phone().isBlank() ? person.phone() : who.phone(),
          person.address(),
          "",
          "",
          "",
          person.birth().toString(),
          person.sex(),
          person.division());
    }
    Optional<CitizenNumber> number =
        who.kind().equals("person") ? CitizenNumber.parse(who.code()) : Optional.empty();
    return new ApplicantSheet(
        who.kind(),
        who.name(),
        who.code(),
        who.phone(),
        "",
        "",
        "",
        "",
        number.map(n -> n.birth().toString()).orElse(""),
        number.map(n -> n.male() ? "男" : "女").orElse(""),
        "");
  }

  private Values prefill(
      ServiceItem item,
      Values guide,
      ApplicantSheet sheet,
      @Nullable Person person,
      @Nullable Company company) {
    Map<String, Object> data = new LinkedHashMap<>(guide.data());
    Map<String, Values.Origin> origins = new LinkedHashMap<>(guide.origins());
    Instant now = clock.instant();
    if (person != null && sheet.address().equals(person.address())) {
      origins.put("applicant.address", new Values.Origin("register:person", now, false));
    }
    if (company != null) {
      origins.put("applicant.address", new Values.Origin("register:company", now, false));
      origins.put("applicant.representative", new Values.Origin("register:company", now, false));
    }
    Set<String> all = item.form().fields().map(Field::id).collect(Collectors.toSet());
    fill(item, all, data, origins, person, company);
    return new Values(data, origins);
  }

  private void fill(
      ServiceItem item,
      Set<String> fields,
      Map<String, Object> data,
      Map<String, Values.Origin> origins,
      @Nullable Person person,
      @Nullable Company company) {
    Instant now = clock.instant();
    item.form()
        .fields()
        .filter(field -> field.prefill() != null && fields.contains(field.id()))
        .filter(field -> !data.containsKey(field.id()))
        .forEach(
            field -> {
              Object value = facts.find(field, person, company);
              if (value != null) {
                data.put(field.id(), value);
                String source =
                    String.valueOf(field.prefill()).startsWith("person.")
                        ? "register:person"
                        : "register:company";
                origins.put(field.id(), new Values.Origin(source, now, false));
              }
            });
  }

  /**
   * Papers that are not asked for because a register or the certificate library holds them
   * (三个不得要求).
   */
  private Map<String, String> held(
      ServiceItem item, String code, @Nullable Person person, @Nullable Company company) {
    Map<String, String> held = new LinkedHashMap<>();
    for (var paper : item.papers()) {
      String source = paper.held();
      if (source == null) {
        continue;
      }
      if (source.equals("person-register")) {
        if (person != null) {
          held.put(paper.id(), "人口库已有您的信息，无需提交");
        }
      } else if (source.equals("company-register")) {
        if (company != null) {
          held.put(paper.id(), "法人库已有登记信息，无需提交");
        }
      } else {
        certificates
            .findValid(code, source)
            .ifPresent(
                certificate ->
                    held.put(
                        paper.id(),
                        "电子证照库已有《%s》（%s），无需提交"
                            .formatted(certificate.name(), certificate.number())));
      }
    }
    return held;
  }
}
