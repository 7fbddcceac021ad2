package org.yongtong.notification;

import java.util.UUID;

/** Messages to people; written in the caller's transaction, delivered afterwards. */
public interface Letters {

  void send(Letter letter);

  /** Unread in-site letters of an account, counted up to 100. */
  int unread(UUID account);
}
