package org.yongtong.casework.decide;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.ServiceItem;

/** Text of one line on a certificate's face, from what was filed. */
final class FaceText {

  private FaceText() {}

  static String of(ServiceItem.FaceField field, Filing filing) {
    if (field.value() != null) {
      return field.value();
    }
    String from = String.valueOf(field.from());
    var applicant = filing.applicant();
    return switch (from) {
      case "applicant.name", "holder.name" -> applicant.name();
      case "applicant.id", "holder.id", "holder.code" -> applicant.code();
      case "applicant.sex", "holder.sex" -> applicant.sex();
      case "applicant.birth", "holder.birth" -> applicant.birth();
      case "applicant.address", "holder.address" -> applicant.address();
      case "applicant.representative", "holder.representative" -> applicant.representative();
      default -> text(from, filing);
    };
  }

  private static String text(String path, Filing filing) {
    Object value = filing.values().get(path);
    return value == null ? filing.values().text(path) : plain(value);
  }

  private static String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case List<?> many -> many.stream().map(FaceText::plain).collect(Collectors.joining("、"));
      case Map<?, ?> parts when parts.get("full") != null -> plain(parts.get("full"));
      case Map<?, ?> parts when parts.get("name") != null -> plain(parts.get("name"));
      case Map<?, ?> parts ->
          parts.values().stream()
              .map(FaceText::plain)
              .filter(text -> !text.isBlank())
              .collect(Collectors.joining(" "));
      default -> value.toString();
    };
  }
}
