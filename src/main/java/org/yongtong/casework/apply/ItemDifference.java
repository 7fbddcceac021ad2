package org.yongtong.casework.apply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yongtong.casework.apply.Revision.What;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Field;
import org.yongtong.form.FieldKind;

/**
 * What an applicant must look at again between two versions of an item: fields and papers that are
 * new, asked differently, or gone. Better words of a hint are no change.
 *
 * @param fields id → what happened to it, in the order of the new version, those gone at the end
 */
record ItemDifference(Map<String, What> fields, Map<String, What> papers) {

  static ItemDifference of(ServiceItem before, ServiceItem now) {
    return new ItemDifference(
        compare(asked(before), asked(now), Field::id, ItemDifference::sameQuestion),
        compare(before.papers(), now.papers(), ServiceItem.Paper::id, ItemDifference::samePaper));
  }

  private static List<Field> asked(ServiceItem item) {
    return item.form().fields().filter(field -> field.kind() != FieldKind.NOTE).toList();
  }

  private static <T> Map<String, What> compare(
      List<T> before, List<T> now, Function<T, String> id, BiPredicate<T, T> same) {
    Map<String, T> known =
        before.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a));
    Map<String, What> found = new LinkedHashMap<>();
    for (T one : now) {
      Optional<T> old = Optional.ofNullable(known.remove(id.apply(one)));
      if (old.isEmpty()) {
        found.put(id.apply(one), What.NEW);
      } else if (!same.test(old.get(), one)) {
        found.put(id.apply(one), What.CHANGED);
      }
    }
    before.stream()
        .map(id)
        .filter(known::containsKey)
        .forEach(gone -> found.put(gone, What.REMOVED));
    return found;
  }

  private static boolean sameQuestion(Field a, Field b) {
    return a.kind() == b.kind()
        && a.label().equals(b.label())
        && a.required().equals(b.required())
        && Objects.equals(a.visible(), b.visible())
        && Objects.equals(a.valid(), b.valid())
        && Objects.equals(a.unit(), b.unit())
        && Objects.equals(a.min(), b.min())
        && Objects.equals(a.max(), b.max())
        && Objects.equals(a.minValue(), b.minValue())
        && Objects.equals(a.maxValue(), b.maxValue())
        && a.options().equals(b.options())
        && sameRows(a.fields(), b.fields());
  }

  private static boolean sameRows(List<Field> a, List<Field> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!a.get(i).id().equals(b.get(i).id()) || !sameQuestion(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean samePaper(ServiceItem.Paper a, ServiceItem.Paper b) {
    return a.name().equals(b.name())
        && a.need() == b.need()
        && Objects.equals(a.when(), b.when())
        && a.kind().equals(b.kind())
        && a.form().equals(b.form())
        && a.originals() == b.originals()
        && a.copies() == b.copies()
        && Objects.equals(a.held(), b.held());
  }
}
