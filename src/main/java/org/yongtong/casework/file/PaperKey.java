package org.yongtong.casework.file;

import java.util.Optional;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Field;

/** Under which key an uploaded file stands: a paper of the item, or a field of its form. */
public final class PaperKey {

  private static final String FIELD = "f.";

  private PaperKey() {}

  public static String ofField(String field) {
    return FIELD + field;
  }

  /** The field, when the key is not that of a paper. */
  public static Optional<String> field(String key) {
    return key.startsWith(FIELD) ? Optional.of(key.substring(FIELD.length())) : Optional.empty();
  }

  /** Name of the paper or label of the field. */
  public static String name(ServiceItem item, String key) {
    return field(key)
        .flatMap(item.form()::find)
        .map(Field::label)
        .or(() -> item.findPaper(key).map(ServiceItem.Paper::name))
        .orElse("材料");
  }
}
