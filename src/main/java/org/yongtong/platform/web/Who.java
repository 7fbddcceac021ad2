package org.yongtong.platform.web;

/** Who may call a page or interface. */
public enum Who {
  /** Everyone, signed in or not. */
  ANYONE,
  /** A signed-in person or legal person. */
  APPLICANT,
  /** Signed-in staff; {@link Allow#roles()} narrows it. */
  STAFF,
  /** Anyone signed in. */
  SIGNED_IN
}
