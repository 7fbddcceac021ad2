package org.yongtong.casework.apply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.file.Correcting;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Marks;
import org.yongtong.form.FormView;

/**
 * What may be changed: everything of a first application, of a correction exactly what was marked.
 *
 * @param marks of the notice; null for a first application
 * @param revision what a revision of the item changed, or null
 */
record Scope(@Nullable List<Marks.Mark> marks, @Nullable Revision revision) {

  static final Scope ALL = new Scope(null, null);

  static Scope first(@Nullable Revision revision) {
    return revision == null ? ALL : new Scope(null, revision);
  }

  boolean correction() {
    return marks != null;
  }

  List<Marks.Mark> wrong() {
    List<Marks.Mark> some = marks;
    return some == null ? List.of() : some;
  }

  /** Whether a part of the applicant's sheet may be changed, e.g. {@code phone}. */
  boolean opensApplicant(String part) {
    return marks == null
        || wrong().stream()
            .anyMatch(
                mark ->
                    mark.field()
                        && (mark.path().equals("applicant")
                            || mark.path().equals("applicant." + part)));
  }

  boolean opensPaper(String paper) {
    return marks == null
        || wrong().stream().anyMatch(mark -> !mark.field() && mark.path().equals(paper));
  }

  boolean opensField(String field) {
    return marks == null
        || wrong().stream().anyMatch(mark -> mark.field() && mark.topField().equals(field));
  }

  /** Reason of the officer for a paper or a part of the applicant's sheet, or null. */
  @Nullable String reason(boolean field, String path) {
    return wrong().stream()
        .filter(mark -> mark.field() == field && mark.path().equals(path))
        .map(Marks.Mark::reason)
        .findFirst()
        .orElse(null);
  }

  /** What a revision of the item has brought for a paper, or null. */
  @Nullable String news(String paper) {
    Revision some = revision;
    return some == null ? null : some.papers().get(paper);
  }

  FormView.Options options() {
    if (marks == null) {
      Revision some = revision;
      return some == null
          ? FormView.Options.ALL
          : new FormView.Options(null, Map.of(), false, some.fields());
    }
    Set<String> only =
        wrong().stream()
            .filter(Marks.Mark::field)
            .map(Marks.Mark::topField)
            .collect(Collectors.toSet());
    Map<String, String> reasons = new LinkedHashMap<>();
    wrong().stream()
        .filter(Marks.Mark::field)
        .forEach(mark -> reasons.put(mark.path(), mark.reason()));
    return new FormView.Options(only, reasons, false);
  }

  /** The filing with what was sent, as far as it may be changed. */
  Filing keep(Filing before, Filing sent) {
    return marks == null ? sent : Correcting.merge(before, sent, Objects.requireNonNull(marks));
  }
}
