package org.yongtong.form;

import java.util.List;

/** A form definition is wrong; {@link #defects()} names each place and what is wrong with it. */
public final class FormDefinitionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial")
  private final List<String> defects;

  public FormDefinitionException(List<String> defects) {
    super(String.join("; ", defects));
    this.defects = List.copyOf(defects);
  }

  public List<String> defects() {
    return defects;
  }
}
