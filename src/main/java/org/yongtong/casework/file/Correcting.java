package org.yongtong.casework.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Field;
import org.yongtong.form.FieldKind;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;

/**
 * What a correction is about: what the notice marked, and what the changed answers bring along,
 * fields that only they show and papers that only they ask for.
 */
@Component
public class Correcting {

  private static final String REASON = "补正以后的回答要求的";

  /** An answer that shows a question whose answer shows a question; more than anybody writes. */
  private static final int DEEPEST = 8;

  private final Marks marks;
  private final Filings filings;
  private final Catalogue catalogue;
  private final Forms forms;

  Correcting(Marks marks, Filings filings, Catalogue catalogue, Forms forms) {
    this.marks = marks;
    this.filings = filings;
    this.catalogue = catalogue;
    this.forms = forms;
  }

  /**
   * Everything that may and must be mended now.
   *
   * @param typed the correction as far as it has been filled in
   */
  public List<Marks.Mark> wanted(CaseFile file, ServiceItem item, Filing typed) {
    return wanted(
        item, filings.get(file.id(), file.round()), typed, marks.of(file.id(), file.round()));
  }

  private List<Marks.Mark> wanted(
      ServiceItem item, Filing filed, Filing typed, List<Marks.Mark> marked) {
    var all = new ArrayList<>(marked);
    if (marked.stream().noneMatch(Marks.Mark::field)) {
      return all;
    }
    Set<String> known = new HashSet<>(keys(all));
    for (int i = 0; i < DEEPEST; i++) {
      List<Marks.Mark> more =
          consequences(item, filed, merge(filed, typed, all)).stream()
              .filter(mark -> known.add(key(mark)))
              .toList();
      if (more.isEmpty()) {
        break;
      }
      all.addAll(more);
    }
    return all;
  }

  /** What only the later answers show or ask for. */
  private List<Marks.Mark> consequences(ServiceItem item, Filing before, Filing now) {
    var more = new ArrayList<Marks.Mark>();
    Set<String> shownBefore = visible(item, before);
    Set<String> shownNow = visible(item, now);
    for (Field field : item.form().fields().toList()) {
      if (field.kind() != FieldKind.NOTE
          && shownNow.contains(field.id())
          && !shownBefore.contains(field.id())) {
        more.add(new Marks.Mark("field", field.id(), field.label(), REASON));
      }
    }
    List<ServiceItem.Paper> neededBefore = needed(item, before);
    for (ServiceItem.Paper paper : needed(item, now)) {
      if (paper.need() != ServiceItem.Need.OPTIONAL
          && !neededBefore.contains(paper)
          && !now.held().containsKey(paper.id())) {
        more.add(new Marks.Mark("paper", paper.id(), paper.name(), REASON));
      }
    }
    return more;
  }

  private Set<String> visible(ServiceItem item, Filing filing) {
    return forms.check(item.form(), filing.values(), filing.applicant().facts()).visible();
  }

  private List<ServiceItem.Paper> needed(ServiceItem item, Filing filing) {
    return catalogue.papersFor(item, filing.values(), filing.applicant().facts());
  }

  /**
   * 一次性告知: what may be marked again after a correction ({@code field:…}, {@code paper:…}): what the
   * last notice named and what came with the answers that it had changed.
   */
  public Set<String> named(CaseFile file) {
    int last = file.round() - 1;
    return keys(
        wanted(
            catalogue.version(file.itemVersion()),
            filings.get(file.id(), last),
            filings.get(file.id(), file.round()),
            marks.of(file.id(), last)));
  }

  private static Set<String> keys(List<Marks.Mark> marks) {
    return marks.stream().map(Correcting::key).collect(Collectors.toSet());
  }

  private static String key(Marks.Mark mark) {
    return mark.target() + ":" + mark.path();
  }

  /** The filed copy with exactly the marked fields taken from the correction. */
  public static Filing merge(Filing filed, Filing corrected, List<Marks.Mark> marks) {
    var data = new LinkedHashMap<>(filed.values().data());
    var origins = new LinkedHashMap<>(filed.values().origins());
    boolean applicant = false;
    for (var mark : marks) {
      if (!mark.field()) {
        continue;
      }
      String field = mark.topField();
      if (field.equals("applicant")) {
        applicant = true;
        continue;
      }
      replace(data, field, corrected.values().data().get(field));
      replace(origins, field, corrected.values().origins().get(field));
    }
    return new Filing(
        applicant ? corrected.applicant() : filed.applicant(),
        new Values(data, origins),
        filed.held());
  }

  private static <V> void replace(Map<String, V> map, String key, @Nullable V value) {
    if (value == null) {
      map.remove(key);
    } else {
      map.put(key, value);
    }
  }
}
