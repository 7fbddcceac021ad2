package org.yongtong.casework.accept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yongtong.casework.desk.ActionForm;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Correcting;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Filings;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Field;
import org.yongtong.form.FieldKind;
import org.yongtong.form.FormDefinition;
import org.yongtong.form.Forms;

/**
 * Everything that can be marked on a case: the visible fields and the papers of its item version,
 * nothing else; in a later round only what the last notice named.
 */
@Component
class CorrectionChecklist {

  private static final String APPLICANT = "applicant";
  private static final String PAPERS = "papers";

  private final Filings filings;
  private final Attachments attachments;
  private final Correcting correcting;
  private final Catalogue catalogue;
  private final Forms forms;

  CorrectionChecklist(
      Filings filings,
      Attachments attachments,
      Correcting correcting,
      Catalogue catalogue,
      Forms forms) {
    this.filings = filings;
    this.attachments = attachments;
    this.correcting = correcting;
    this.catalogue = catalogue;
    this.forms = forms;
  }

  /**
   * What the clerk ticked and wrote.
   *
   * @param marks keys of boxes
   * @param sections ids of whole sections
   * @param reasons all parameters of the form; {@code reason.<key>} and {@code all.<section>}
   */
  record Ticked(List<String> marks, List<String> sections, Map<String, String> reasons) {

    static final Ticked NOTHING = new Ticked(List.of(), List.of(), Map.of());

    String reason(String key) {
      return reasons.getOrDefault("reason." + key, "");
    }
  }

  List<ActionForm.Checklist> of(CaseFile file, Ticked ticked) {
    ServiceItem item = catalogue.version(file.itemVersion());
    Filing filing = filings.get(file.id(), file.round());
    var sections = new ArrayList<ActionForm.Checklist>();
    sections.add(
        section(
            APPLICANT,
            "申请人",
            List.of(entry("field:" + APPLICANT, "申请人基本信息", said(filing.applicant()))),
            ticked));
    Set<String> visible =
        forms.check(item.form(), filing.values(), filing.applicant().facts()).visible();
    Map<String, List<Forms.Answer>> answers =
        forms.answers(item.form(), filing.values(), filing.applicant().facts(), true).stream()
            .flatMap(section -> section.answers().stream())
            .collect(Collectors.groupingBy(answer -> top(answer.path())));
    for (FormDefinition.Section section : item.form().sections()) {
      List<Entry> entries =
          section.fields().stream()
              .filter(field -> visible.contains(field.id()) && field.kind() != FieldKind.NOTE)
              .map(field -> field(field, answers.getOrDefault(field.id(), List.of())))
              .toList();
      sections.add(section(section.id(), section.title(), entries, ticked));
    }
    sections.add(section(PAPERS, "申请材料", papers(file, item, filing), ticked));
    return narrowed(file, sections);
  }

  private record Entry(String key, String label, String text) {}

  private static Entry entry(String key, String label, String text) {
    return new Entry(key, label, text.isBlank() ? "（未填写）" : text);
  }

  private static Entry field(Field field, List<Forms.Answer> answers) {
    return entry(
        "field:" + field.id(),
        field.label(),
        answers.size() == 1
            ? answers.getFirst().text()
            : answers.stream()
                .map(answer -> answer.label() + "：" + answer.text())
                .collect(Collectors.joining("；")));
  }

  private List<Entry> papers(CaseFile file, ServiceItem item, Filing filing) {
    Map<String, List<String>> names = new HashMap<>();
    for (var one : attachments.ofCase(file.id())) {
      if (!one.replaced()) {
        names.computeIfAbsent(one.paper(), key -> new ArrayList<>()).add(one.name());
      }
    }
    List<ServiceItem.Paper> needed =
        catalogue.papersFor(item, filing.values(), filing.applicant().facts());
    return item.papers().stream()
        .filter(paper -> needed.contains(paper) || names.containsKey(paper.id()))
        .map(
            paper ->
                new Entry(
                    "paper:" + paper.id(),
                    paper.name(),
                    names.containsKey(paper.id())
                        ? String.join("、", names.get(paper.id()))
                        : filing
                            .held()
                            .getOrDefault(
                                paper.id(),
                                file.deferred().papers().contains(paper.name())
                                    ? "（未提交，申请人承诺容缺补交）"
                                    : "（未提交）")))
        .toList();
  }

  private static ActionForm.Checklist section(
      String id, String title, List<Entry> entries, Ticked ticked) {
    boolean all = ticked.sections().contains(id);
    String shared = ticked.reasons().getOrDefault("all." + id, "");
    return new ActionForm.Checklist(
        id,
        title,
        all,
        shared,
        entries.stream()
            .map(
                entry -> {
                  String own = ticked.reason(entry.key());
                  return new ActionForm.Box(
                      entry.key(),
                      entry.label(),
                      entry.text(),
                      all || ticked.marks().contains(entry.key()),
                      own.isBlank() && all ? shared : own);
                })
            .toList());
  }

  /** 一次性告知: after a correction only what was named before can be named again. */
  private List<ActionForm.Checklist> narrowed(CaseFile file, List<ActionForm.Checklist> sections) {
    Set<String> before = file.round() < 2 ? Set.of() : correcting.named(file);
    return sections.stream()
        .map(
            section ->
                new ActionForm.Checklist(
                    section.id(),
                    section.title(),
                    section.all(),
                    section.reason(),
                    section.boxes().stream()
                        .filter(box -> file.round() < 2 || before.contains(box.key()))
                        .toList()))
        .filter(section -> !section.boxes().isEmpty())
        .toList();
  }

  private static String said(ApplicantSheet sheet) {
    return sheet.legal()
        ? "%s，法定代表人（负责人）%s，%s".formatted(sheet.name(), sheet.representative(), sheet.address())
        : "%s，%s".formatted(sheet.name(), sheet.address());
  }

  private static String top(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
