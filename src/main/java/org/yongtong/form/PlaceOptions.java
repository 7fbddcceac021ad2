package org.yongtong.form;

import java.util.List;

/**
 * Socket: what the address picker offers, level by level; filled by the directory. Without it a
 * form accepts any well-formed division code.
 */
public interface PlaceOptions {

  /**
   * Current divisions directly below this 12-digit code, in code order; the value is the 12-digit
   * code, the label its own name. {@code ""} asks for the county-level units of the city; a village
   * or an unknown code has none.
   */
  List<Field.Option> children(String code);

  /** Name from the city down, e.g. {@code 南宁市青秀区新竹街道新竹社区居委会}; {@code ""} when unknown. */
  String fullName(String code);
}
