package org.yongtong.casework.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.PaperKey;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Forms;
import org.yongtong.platform.code.CitizenNumber;
import org.yongtong.platform.code.CreditCode;
import org.yongtong.platform.code.PhoneNumber;

/**
 * Holds an application against its item: applicant, form, papers. The same check for the page, the
 * submission and the window.
 */
@Component
public class ApplicationCheck {

  private final Catalogue catalogue;
  private final Forms forms;

  ApplicationCheck(Catalogue catalogue, Forms forms) {
    this.catalogue = catalogue;
    this.forms = forms;
  }

  /** Which page of the application mends a problem. */
  public enum Step {
    APPLICANT,
    FORM,
    PAPERS
  }

  /**
   * @param anchor field path or paper id
   * @param message also says which field or paper
   */
  public record Problem(Step step, String anchor, String message) {}

  public List<Problem> check(
      ServiceItem item, Filing filing, List<Attachments.Attachment> attachments) {
    return check(item, filing, attachments, Set.of());
  }

  public List<Problem> check(
      ServiceItem item,
      Filing filing,
      List<Attachments.Attachment> attachments,
      DeferPapers.Promise promise) {
    return check(item, filing, attachments, promise.ids());
  }

  /**
   * @param later papers that follow on a promise
   */
  private List<Problem> check(
      ServiceItem item,
      Filing filing,
      List<Attachments.Attachment> attachments,
      Set<String> later) {
    var problems = new ArrayList<>(applicant(filing.applicant()));
    forms
        .check(item.form(), filing.values(), filing.applicant().facts())
        .summary()
        .forEach((path, message) -> problems.add(new Problem(Step.FORM, path, message)));
    Set<String> there =
        attachments.stream().map(Attachments.Attachment::paper).collect(Collectors.toSet());
    for (var paper : catalogue.papersFor(item, filing.values(), filing.applicant().facts())) {
      boolean needed =
          paper.need() == ServiceItem.Need.MUST
              || paper.need() == ServiceItem.Need.WHEN
              || paper.need() == ServiceItem.Need.DEFERRABLE;
      if (needed
          && !filing.held().containsKey(paper.id())
          && !there.contains(paper.id())
          && !later.contains(paper.id())) {
        problems.add(new Problem(Step.PAPERS, paper.id(), "请上传“%s”。".formatted(paper.name())));
      }
    }
    return problems;
  }

  /**
   * A correction is complete when every marked field is right and every marked paper has been filed
   * anew.
   */
  public List<Problem> checkCorrection(
      ServiceItem item, Filing filing, List<Marks.Mark> marks, List<Attachments.Attachment> fresh) {
    var problems = new ArrayList<Problem>();
    Set<String> fields = new HashSet<>();
    marks.stream().filter(Marks.Mark::field).forEach(mark -> fields.add(mark.topField()));
    if (fields.contains("applicant")) {
      problems.addAll(applicant(filing.applicant()));
    }
    forms
        .check(item.form(), filing.values(), filing.applicant().facts())
        .summary()
        .forEach(
            (path, message) -> {
              if (fields.contains(top(path)) && !FieldFiles.asks(item, top(path))) {
                problems.add(new Problem(Step.FORM, path, message));
              }
            });
    Set<String> there =
        fresh.stream().map(Attachments.Attachment::paper).collect(Collectors.toSet());
    for (var mark : marks) {
      if (mark.field() && FieldFiles.asks(item, mark.topField())) {
        if (!there.contains(PaperKey.ofField(mark.topField()))) {
          problems.add(
              new Problem(Step.FORM, mark.topField(), "请重新上传“%s”。".formatted(mark.label())));
        }
      } else if (!mark.field() && !there.contains(mark.path())) {
        problems.add(new Problem(Step.PAPERS, mark.path(), "请重新上传“%s”。".formatted(mark.label())));
      }
    }
    return problems;
  }

  /** Problems of the first page alone. */
  public List<Problem> applicant(ApplicantSheet sheet) {
    var problems = new ArrayList<Problem>();
    if (sheet.name().isBlank()) {
      problems.add(
          new Problem(Step.APPLICANT, "applicant.name", sheet.legal() ? "请填写单位名称。" : "请填写姓名。"));
    }
    String code =
        sheet.legal() ? CreditCode.problem(sheet.code()) : CitizenNumber.problem(sheet.code());
    if (code != null) {
      problems.add(new Problem(Step.APPLICANT, "applicant.code", code));
    }
    String phone = PhoneNumber.problem(sheet.phone());
    if (phone != null) {
      problems.add(new Problem(Step.APPLICANT, "applicant.phone", phone));
    }
    if (sheet.address().length() > 200) {
      problems.add(new Problem(Step.APPLICANT, "applicant.address", "联系地址请控制在 200 字以内。"));
    }
    if (sheet.legal() && sheet.representative().isBlank()) {
      problems.add(new Problem(Step.APPLICANT, "applicant.representative", "请填写法定代表人（负责人）姓名。"));
    }
    if (!sheet.handlerPhone().isBlank()) {
      String handler = PhoneNumber.problem(sheet.handlerPhone());
      if (handler != null) {
        problems.add(new Problem(Step.APPLICANT, "applicant.handlerPhone", handler));
      }
    }
    return problems;
  }

  private static String top(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
