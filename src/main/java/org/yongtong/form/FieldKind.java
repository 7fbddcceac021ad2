package org.yongtong.form;

/** Kinds of field. {@link #key()} is the word used in definitions. */
public enum FieldKind {
  TEXT,
  TEXTAREA,
  INTEGER,
  DECIMAL,
  MONEY,
  DATE,
  CHOICE,
  CHOICES,
  YES_NO,
  PHONE,
  EMAIL,
  CITIZEN_NUMBER,
  CREDIT_CODE,
  PERSON,
  COMPANY,
  ADDRESS,
  BANK_ACCOUNT,
  REPEAT,
  PAPER,
  NOTE,
  DECLARATION;

  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
