package org.yongtong.casework.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.Filings;
import org.yongtong.casework.file.JournalWords;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Act;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.registry.Lookup;
import org.yongtong.registry.Registers;

/** Looks at an applicant that leave a trace: full numbers, and the registers. */
@Component
class LookUp {

  private final Journal journal;
  private final Registers registers;
  private final Filings filings;

  LookUp(Journal journal, Registers registers, Filings filings) {
    this.journal = journal;
    this.registers = registers;
    this.filings = filings;
  }

  /** Notes who looks at the full numbers and why. */
  @Transactional
  public void unmask(CaseFile file, String purpose, SignedIn me) {
    note(file, JournalWords.UNMASKED, me, Map.of("purpose", purpose));
  }

  /** Holds name and number as filed against the register; notes what differs, not the values. */
  @Transactional
  public void checkRegister(CaseFile file, SignedIn me) {
    ApplicantSheet sheet = filings.get(file.id(), file.round()).applicant();
    var lookup = new Lookup(me.actor(), "办件核对", file.id().toString());
    List<String> differences = new ArrayList<>();
    boolean found;
    if (sheet.legal()) {
      var company = registers.findCompany(sheet.code(), lookup);
      found = company.isPresent();
      company.ifPresent(
          known -> {
            differ(differences, "单位名称", known.name(), sheet.name());
            differ(differences, "法定代表人（负责人）", known.representative(), sheet.representative());
            if (!known.status().equals("active")) {
              differences.add("登记状态（已不是存续）");
            }
          });
    } else {
      var person = registers.findPerson(sheet.code(), lookup);
      found = person.isPresent();
      person.ifPresent(
          known -> {
            differ(differences, "姓名", known.name(), sheet.name());
            differ(differences, "出生日期", known.birth().toString(), sheet.birth());
            if (!known.alive()) {
              differences.add("人口状态（已注销）");
            }
          });
    }
    note(
        file,
        JournalWords.REGISTER_CHECKED,
        me,
        Map.of("found", found, "differences", differences));
  }

  private static void differ(List<String> differences, String label, String known, String typed) {
    if (!typed.isBlank() && !known.equals(typed)) {
      differences.add(label);
    }
  }

  private void note(CaseFile file, String kind, SignedIn me, Map<String, ?> payload) {
    journal.append(
        new Act(
            new Subject(CaseFiles.SUBJECT, file.id().toString()),
            kind,
            me.actor(),
            file.division(),
            file.department(),
            null,
            payload));
  }
}
