package org.yongtong.casework.intake;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.casework.apply.Drafts;
import org.yongtong.casework.apply.StartApplication;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SignedIn;
import org.yongtong.registry.Lookup;
import org.yongtong.registry.Registers;

/** Takes an application in at the window, for somebody who may have no account at all. */
@Component
class WindowIntake {

  private final StartApplication start;
  private final Drafts drafts;
  private final Registers registers;

  WindowIntake(StartApplication start, Drafts drafts, Registers registers) {
    this.start = start;
    this.drafts = drafts;
    this.registers = registers;
  }

  /** What the register says of a name and number. */
  sealed interface Match {

    record Same() implements Match {}

    /** The number belongs to another name. */
    record Other() implements Match {}

    /** The register does not know the number, e.g. of somebody from elsewhere. */
    record Unknown() implements Match {}
  }

  @Transactional
  public Match look(ApplicantSheet sheet, ServiceItem item, SignedIn clerk) {
    var lookup = new Lookup(clerk.actor(), "窗口收件核对", item.taskCode());
    Optional<String> name =
        sheet.legal()
            ? registers.findCompany(sheet.code(), lookup).map(company -> company.name())
            : registers.findPerson(sheet.code(), lookup).map(person -> person.name());
    return name.<Match>map(
            known -> known.equals(sheet.name()) ? new Match.Same() : new Match.Other())
        .orElseGet(Match.Unknown::new);
  }

  /** Begins a draft; what the clerk typed goes before what the register says. */
  @Transactional
  public Drafts.Draft begin(ServiceItem item, ApplicantSheet typed, SignedIn clerk) {
    Drafts.Draft draft =
        start.atWindow(
            item,
            new StartApplication.AtWindow(typed.kind(), typed.name(), typed.code(), typed.phone()),
            clerk);
    return change(draft.id(), clerk, filing -> filing.with(typed(filing.applicant(), typed)))
        .orElseThrow();
  }

  /** Changes an open draft of the clerk; empty when it is not his or has been submitted. */
  Optional<Drafts.Draft> change(UUID draft, SignedIn clerk, UnaryOperator<Filing> change) {
    return drafts.change(draft, clerk, before -> change.apply(before.filing()));
  }

  /** Contacts as typed; name, number and facts of the register stay. */
  static ApplicantSheet typed(ApplicantSheet kept, ApplicantSheet typed) {
    return new ApplicantSheet(
        kept.kind(),
        kept.name(),
        kept.code(),
        first(typed.phone(), kept.phone()),
        first(typed.address(), kept.address()),
        first(typed.representative(), kept.representative()),
        first(typed.handler(), kept.handler()),
        first(typed.handlerPhone(), kept.handlerPhone()),
        kept.birth(),
        kept.sex(),
        kept.division());
  }

  private static String first(String typed, String kept) {
    return typed.isBlank() ? kept : typed;
  }
}
