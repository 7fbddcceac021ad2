package org.yongtong.casework.desk;

import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.State;
import org.yongtong.casework.file.When;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;

/** Makes the head of a case page. */
@Component
public class CaseHeads {

  private final Directory directory;
  private final ClockWords clocks;

  CaseHeads(Directory directory, ClockWords clocks) {
    this.directory = directory;
    this.clocks = clocks;
  }

  public CaseHead of(CaseFile file) {
    return new CaseHead(
        file.id(),
        CaseHead.head(file.number()),
        CaseHead.tail(file.number()),
        file.itemName(),
        file.applicant().masked(),
        directory.findDepartment(file.department()).map(Department::name).orElse(""),
        file.state().word(),
        tone(file.state()),
        file.channel().word(),
        When.moment(file.submittedAt()),
        clocks.of(file),
        clocks.special(file.dueKind(), file.specialDueOn()),
        clocks.later(file.deferred()),
        clocks.consult(file.consultDueOn()));
  }

  /** Short name of a department. */
  String shortName(String department) {
    return directory.findDepartment(department).map(Department::shortName).orElse(department);
  }

  static String tone(State state) {
    return switch (state) {
      case APPROVED, DELIVERED -> "done";
      case REFUSED, NOT_ACCEPTED, WITHDRAWN, TERMINATED -> "neutral";
      case CORRECTING -> "near";
      default -> "good";
    };
  }
}
