package org.yongtong.certificate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.certificate.Certificate.Status;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.journal.Act;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.Ids;
import org.yongtong.platform.code.CertificateIdentifier;
import org.yongtong.platform.code.CreditCode;

@Component
class CertificateLibrary implements Certificates {

  private static final Pattern PREFIX = Pattern.compile("[0-9A-Z]{0,16}");
  private static final int FIRST_EDITION = 1;

  private static final String VIEWED = "certificate.viewed";

  private final CertificateTables tables;
  private final Directory directory;
  private final Journal journal;
  private final CertificatePdf printer;
  private final List<HeldBack> heldBack;
  private final Clock clock;

  CertificateLibrary(
      CertificateTables tables,
      Directory directory,
      Journal journal,
      CertificatePdf printer,
      List<HeldBack> heldBack,
      Clock clock) {
    this.tables = tables;
    this.directory = directory;
    this.journal = journal;
    this.printer = printer;
    this.heldBack = heldBack;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Certificate issue(IssueCertificate order) {
    tables.lockMatter(order.matter());
    Optional<Stored> issued = tables.findByMatter(order.matter());
    if (issued.isPresent()) {
      return issued.get().certificate();
    }
    if (!PREFIX.matcher(order.prefix()).matches()) {
      throw new IllegalArgumentException(
          "prefix of a certificate number: capital letters and digits");
    }
    Stored stored = draw(order, directory.department(order.department()));
    tables.add(stored);
    Certificate certificate = stored.certificate();
    tables.addChange(certificate.id(), null, Status.VALID, "准予许可或者确认，签发证照", order.actor(), null);
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("identifier", certificate.identifier());
    payload.put("number", certificate.number());
    payload.put("type", certificate.type());
    payload.put("name", certificate.name());
    payload.put("matter", certificate.matter());
    payload.put("validFrom", certificate.validFrom().toString());
    if (certificate.validTo() != null) {
      payload.put("validTo", certificate.validTo().toString());
    }
    record(stored, "certificate.issued", order.actor(), payload);
    return certificate;
  }

  private Stored draw(IssueCertificate order, Department department) {
    String region = order.division().substring(0, 6);
    String number =
        "%s%s%08d".formatted(order.prefix(), region, tables.nextSerial(order.prefix(), region));
    var issuer = new CreditCode(department.creditCode());
    var identifier =
        CertificateIdentifier.of(
            issuer,
            tables.typeCode(department.key(), order.type(), order.name()),
            issuer,
            number,
            FIRST_EDITION);
    Integer years = order.validityYears();
    var certificate =
        new Certificate(
            Ids.next(clock),
            identifier.value(),
            number,
            order.type(),
            order.name(),
            order.holderName(),
            order.holderCode(),
            department.name(),
            department.creditCode(),
            LocalDate.now(clock),
            order.validFrom(),
            years == null ? null : order.validFrom().plusYears(years).minusDays(1),
            Status.VALID,
            List.copyOf(order.face()),
            order.matter());
    boolean person = order.holderKind().equalsIgnoreCase("person");
    return new Stored(certificate, department.key(), order.division(), person);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Certificate> findByMatter(String matter) {
    return tables.findByMatter(matter).map(Stored::certificate);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Certificate> of(String holderCode) {
    return tables.ofHolder(holderCode).stream().map(Stored::certificate).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Certificate> findValid(String holderCode, String type) {
    LocalDate today = LocalDate.now(clock);
    return of(holderCode).stream()
        .filter(each -> each.type().equals(type))
        .filter(each -> each.status() == Status.VALID && !each.validFrom().isAfter(today))
        .filter(each -> waiting(List.of(each.matter())).isEmpty())
        .findFirst();
  }

  /** Those that the holder may have: nothing holds them back. */
  public List<Stored> given(List<Stored> all) {
    Set<String> waiting =
        waiting(all.stream().map(stored -> stored.certificate().matter()).toList());
    return all.stream().filter(stored -> !waiting.contains(stored.certificate().matter())).toList();
  }

  private Set<String> waiting(List<String> matters) {
    return matters.isEmpty()
        ? Set.of()
        : heldBack.stream()
            .flatMap(some -> some.among(matters).stream())
            .collect(Collectors.toSet());
  }

  /**
   * @throws NoSuchElementException when there is no such certificate
   * @throws IllegalStateException when its present status does not allow the change
   */
  @Override
  @Transactional
  public void changeStatus(String identifier, Status status, String reason, Actor actor) {
    UUID id =
        tables
            .findByIdentifier(identifier)
            .map(stored -> stored.certificate().id())
            .orElseThrow(() -> new NoSuchElementException("no certificate " + identifier));
    StatusOutcome outcome = change(id, status, reason, actor, null);
    if (outcome instanceof StatusOutcome.NotAllowed no) {
      throw new IllegalStateException(
          "%s is %s: cannot become %s".formatted(identifier, no.present(), status));
    }
  }

  /**
   * Changes the status, with its history and journal rows.
   *
   * @param formKey of the form that asks; the same form asks in vain a second time
   */
  @Transactional
  public StatusOutcome change(
      UUID id, Status status, String reason, Actor actor, @Nullable String formKey) {
    Stored stored =
        tables
            .findAndLock(id)
            .orElseThrow(() -> new NoSuchElementException("no certificate " + id));
    if (formKey != null && tables.hasActed(formKey)) {
      return new StatusOutcome.DoneBefore();
    }
    Status present = stored.certificate().status();
    if (StatusRules.find(present, status).isEmpty()) {
      return new StatusOutcome.NotAllowed(present);
    }
    tables.setStatus(id, status);
    tables.addChange(id, present, status, reason, actor, formKey);
    record(
        stored,
        "certificate.status_changed",
        actor,
        Map.of(
            "identifier", stored.certificate().identifier(),
            "matter", stored.certificate().matter(),
            "from", present.name(),
            "to", status.name(),
            "reason", reason));
    return new StatusOutcome.Changed();
  }

  /**
   * The holder has opened the certificate: noted once, so that whoever has to hand it over can see
   * that it was received.
   */
  @Transactional
  public void view(Stored stored, Actor holder) {
    var subject = new Subject("certificate", stored.certificate().id().toString());
    if (journal.about(subject).stream().noneMatch(entry -> entry.kind().equals(VIEWED))) {
      record(stored, VIEWED, holder, Map.of("matter", stored.certificate().matter()));
    }
  }

  private void record(Stored stored, String kind, Actor actor, Map<String, Object> payload) {
    journal.append(
        new Act(
            new Subject("certificate", stored.certificate().id().toString()),
            kind,
            actor,
            stored.division(),
            stored.department(),
            null,
            payload));
  }

  @Override
  public byte[] pdf(Certificate certificate) {
    return printer.pdf(certificate);
  }
}
