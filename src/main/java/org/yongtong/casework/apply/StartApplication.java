package org.yongtong.casework.apply;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.certificate.Certificates;
import org.yongtong.directory.Directory;
import org.yongtong.directory.Division;
import org.yongtong.form.Field;
import org.yongtong.form.Values;
import org.yongtong.identity.AccountKind;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.code.CitizenNumber;
import org.yongtong.registry.Company;
import org.yongtong.registry.Lookup;
import org.yongtong.registry.Person;
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
  private final Directory directory;
  private final Clock clock;

  StartApplication(
      Drafts drafts,
      Registers registers,
      Certificates certificates,
      Directory directory,
      Clock clock) {
    this.directory = directory;
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
    item.form()
        .fields()
        .filter(field -> field.prefill() != null && !data.containsKey(field.id()))
        .forEach(
            field -> {
              Object value = fact(field, person, company);
              if (value != null) {
                data.put(field.id(), value);
                String source =
                    String.valueOf(field.prefill()).startsWith("person.")
                        ? "register:person"
                        : "register:company";
                origins.put(field.id(), new Values.Origin(source, now, false));
              }
            });
    return new Values(data, origins);
  }

  /** The register's value for a field, shaped for its kind; null when unknown. */
  private @Nullable Object fact(Field field, @Nullable Person person, @Nullable Company company) {
    String text = text(String.valueOf(field.prefill()), person, company);
    if (text == null || text.isBlank()) {
      return null;
    }
    return switch (field.kind()) {
      case ADDRESS -> {
        String division =
            person != null ? person.division() : company == null ? "" : company.division();
        yield address(division, text);
      }
      case CHOICE ->
          field.options().stream().anyMatch(option -> option.value().equals(text)) ? text : null;
      case TEXT, TEXTAREA, DATE, PHONE, CITIZEN_NUMBER, CREDIT_CODE, MONEY, INTEGER, DECIMAL ->
          text;
      default -> null;
    };
  }

  /** What the division says already is left out of the register's line. */
  private Map<String, String> address(String division, String line) {
    List<String> names = new ArrayList<>();
    Optional<Division> at = directory.findDivision(division);
    if (at.isEmpty()) {
      return Map.of("division", division, "detail", line, "full", line);
    }
    while (at.isPresent()) {
      names.addFirst(at.get().name());
      at = Optional.ofNullable(at.get().parent()).flatMap(directory::findDivision);
    }
    String rest = line;
    for (String name : names) {
      for (String written :
          List.of(name, name.replaceFirst("壮族自治区$|居委会$|村委会$|居民委员会$|村民委员会$", ""))) {
        if (rest.startsWith(written)) {
          rest = rest.substring(written.length());
        }
      }
    }
    return rest.isBlank()
        ? Map.of("division", division, "full", directory.fullName(division))
        : Map.of("division", division, "detail", rest, "full", directory.fullName(division) + rest);
  }

  private static @Nullable String text(
      String path, @Nullable Person person, @Nullable Company company) {
    if (person != null) {
      switch (path) {
        case "person.name":
          return person.name();
        case "person.id_number":
          return person.idNumber();
        case "person.sex":
          return person.sex();
        case "person.birth":
          return person.birth().toString();
        case "person.phone":
          return person.phone();
        case "person.address":
          return person.address();
        case "person.nation":
          return person.nation();
        default:
          return null;
      }
    }
    if (company == null) {
      return null;
    }
    return switch (path) {
      case "company.name" -> company.name();
      case "company.credit_code" -> company.creditCode();
      case "company.kind" -> company.kind();
      case "company.representative" -> company.representative();
      case "company.representative_id" -> company.representativeId();
      case "company.address" -> company.address();
      case "company.capital" -> company.capital() == null ? null : company.capital().toString();
      case "company.established" -> company.established().toString();
      case "company.scope" -> company.scope();
      case "company.phone" -> company.phone();
      default -> null;
    };
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
