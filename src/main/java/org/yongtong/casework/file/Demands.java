package org.yongtong.casework.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.FieldKind;
import org.yongtong.form.Forms;

/**
 * What may be asked of the applicant of a case: the fields and papers of the guide's version that
 * the case was filed on, as far as his situation calls for them, and nothing else
 * (行政许可法第三十一条、优化营商环境条例 第三十五条).
 */
@Component
public class Demands {

  private static final String APPLICANT = "applicant";

  private final Catalogue catalogue;
  private final Forms forms;
  private final Filings filings;
  private final Attachments attachments;

  Demands(Catalogue catalogue, Forms forms, Filings filings, Attachments attachments) {
    this.catalogue = catalogue;
    this.forms = forms;
    this.filings = filings;
    this.attachments = attachments;
  }

  /**
   * One thing that may be asked for.
   *
   * @param key {@code field:<id>} or {@code paper:<id>}
   * @param label its name on the form or in the list of papers
   * @param words everything the guide calls it
   */
  record Thing(String key, String label, List<String> words) {}

  /** Key → name of each thing, in the order of form and papers. */
  public Map<String, String> of(CaseFile file) {
    Map<String, String> names = new LinkedHashMap<>();
    things(file).forEach(thing -> names.put(thing.key(), thing.label()));
    return names;
  }

  /** A thing named that may not be asked for. */
  public Optional<Refusal> beyond(CaseFile file, String key, String label) {
    List<Thing> things = things(file);
    return things.stream().anyMatch(thing -> thing.key().equals(key))
        ? Optional.empty()
        : Optional.of(refusal(label, things));
  }

  /**
   * A text that demands something that may not be asked for.
   *
   * @param pointed it stands beside a thing of the guide, so that "the paper" means that one
   */
  public Optional<Refusal> beyond(CaseFile file, @Nullable String text, boolean pointed) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    List<Thing> things = things(file);
    Set<String> words =
        things.stream()
            .flatMap(thing -> thing.words().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return DemandWords.beyond(text, pointed, words).map(what -> refusal(what, things));
  }

  private static Refusal refusal(String what, List<Thing> things) {
    return new Refusal.ExtraDemand(what, things.stream().map(Thing::label).toList());
  }

  private List<Thing> things(CaseFile file) {
    ServiceItem item = catalogue.version(file.itemVersion());
    Filing filing = filings.get(file.id(), file.round());
    var things = new ArrayList<Thing>();
    things.add(new Thing("field:" + APPLICANT, "申请人基本信息", List.of("申请人基本信息", "联系电话", "联系地址")));
    Set<String> visible =
        forms.check(item.form(), filing.values(), filing.applicant().facts()).visible();
    item.form()
        .fields()
        .filter(field -> visible.contains(field.id()) && field.kind() != FieldKind.NOTE)
        .forEach(
            field ->
                things.add(
                    new Thing(
                        "field:" + field.id(),
                        field.label(),
                        Stream.concat(Stream.of(field.label()), Stream.ofNullable(field.hint()))
                            .toList())));
    Set<String> uploaded =
        attachments.ofCase(file.id()).stream()
            .map(Attachments.Attachment::paper)
            .collect(Collectors.toSet());
    List<ServiceItem.Paper> needed =
        catalogue.papersFor(item, filing.values(), filing.applicant().facts());
    item.papers().stream()
        .filter(paper -> needed.contains(paper) || uploaded.contains(paper.id()))
        .forEach(
            paper ->
                things.add(
                    new Thing(
                        "paper:" + paper.id(),
                        paper.name(),
                        Stream.of(paper.name(), paper.note(), paper.sample(), paper.accept())
                            .flatMap(Stream::ofNullable)
                            .toList())));
    return things;
  }
}
