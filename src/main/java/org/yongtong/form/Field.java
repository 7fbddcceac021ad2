package org.yongtong.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param id unique in the whole form, snake_case; the name of its CEL variable
 * @param required CEL; {@code "true"} always, {@code "false"} never
 * @param visible CEL, null = always
 * @param valid CEL that must hold once filled, null = nothing more
 * @param message said when {@code valid} does not hold
 * @param guide asked before sign-in
 * @param prefill register fact, e.g. {@code person.name}
 * @param min least length of text or number of rows; {@code max} the most
 * @param fields of a repeat group
 */
public record Field(
    String id,
    String label,
    FieldKind kind,
    String required,
    @Nullable String visible,
    @Nullable String valid,
    @Nullable String message,
    @Nullable String hint,
    @Nullable String placeholder,
    @Nullable String unit,
    boolean guide,
    @Nullable String prefill,
    @Nullable Integer min,
    @Nullable Integer max,
    @Nullable Double minValue,
    @Nullable Double maxValue,
    List<Option> options,
    List<Field> fields) {

  public record Option(String value, String label) {}
}
