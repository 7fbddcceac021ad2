package org.yongtong.notification;

import java.util.UUID;

/** Messages to people; written in the caller's transaction, delivered afterwards. */
public interface Letters {

  /**
   * Puts a letter into the box of its account and an SMS for its phone into the outbox, whichever
   * of the two it names. The SMS leaves once the caller's transaction has committed, at least once;
   * the gateway drops a repetition by its effect id.
   *
   * @throws IllegalArgumentException when the link leads out of this site
   */
  void send(Letter letter);

  /** Unread in-site letters of an account, counted up to 100. */
  int unread(UUID account);
}
