package org.yongtong.identity;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.journal.Act;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

/** What the journal learns about accounts: keys and kinds, no names, numbers or addresses. */
@Component
class AccountTrace {

  private final Journal journal;

  AccountTrace(Journal journal) {
    this.journal = journal;
  }

  void signedIn(SignedIn who) {
    append("account.signed_in", who.account(), who.actor(), who, Map.of("level", who.level()));
  }

  void signedOut(SignedIn who) {
    append("account.signed_out", who.account(), who.actor(), who, Map.of());
  }

  void passwordChanged(SignedIn who) {
    append("account.password_changed", who.account(), who.actor(), who, Map.of());
  }

  void otherSessionsEnded(SignedIn who) {
    append("account.other_sessions_ended", who.account(), who.actor(), who, Map.of());
  }

  /** The account is null when there is none of that name. */
  void signInRefused(@Nullable UUID account) {
    append("account.sign_in_refused", account, Actor.ANONYMOUS, null, Map.of());
  }

  private void append(
      String kind,
      @Nullable UUID account,
      Actor actor,
      @Nullable SignedIn who,
      Map<String, ?> payload) {
    var act =
        new Act(
            new Subject("account", account == null ? "unknown" : account.toString()),
            kind,
            actor,
            who == null || who.member() == null ? null : who.member().division(),
            who == null ? null : who.department(),
            null,
            payload);
    journal.append(act);
  }
}
