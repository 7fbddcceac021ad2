package org.yongtong.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives an account a new password; every other session and known browser of it ends. */
@Component
class ChangePassword {

  private final Accounts accounts;
  private final Sessions sessions;
  private final Devices devices;
  private final Attempts attempts;
  private final PasswordHashing passwords;
  private final AccountTrace trace;
  private final TransactionTemplate transaction;

  ChangePassword(
      Accounts accounts,
      Sessions sessions,
      Devices devices,
      Attempts attempts,
      PasswordHashing passwords,
      AccountTrace trace,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.devices = devices;
    this.attempts = attempts;
    this.passwords = passwords;
    this.trace = trace;
    this.transaction = transaction;
  }

  /**
   * @param session token of the session that stays
   */
  Outcome change(SignedIn me, @Nullable String session, Form form) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (form.old().isEmpty()) {
      problems.put("old", "请填写现在的密码");
    }
    String weak = PasswordRules.problem(form.fresh(), me.login());
    if (weak != null) {
      problems.put("fresh", weak);
    } else if (form.fresh().equals(form.old())) {
      problems.put("fresh", "新密码不能与现在的密码相同");
    }
    if (!form.fresh().equals(form.again())) {
      problems.put("again", "两次填写的新密码不一致");
    }
    if (!problems.isEmpty()) {
      return new Outcome.Refused(problems);
    }
    try {
      return passwords.run(() -> replace(me, session, form));
    } catch (PasswordHashing.Busy full) {
      return new Outcome.Busy();
    }
  }

  private Outcome replace(SignedIn me, @Nullable String session, Form form) {
    byte[] key = Tokens.sha256("password:" + me.account());
    Account account = accounts.findByLogin(me.login()).orElseThrow();
    if (!attempts.begin(key) || !passwords.matches(form.old(), account.passwordHash())) {
      return new Outcome.Refused(Map.of("old", "现在的密码不正确，或尝试次数过多，请稍后再试"));
    }
    String hash = passwords.hash(form.fresh());
    return transaction.execute(
        ignored -> {
          if (!accounts.replacePassword(account, hash)) {
            return new Outcome.Refused(Map.of("old", "密码刚刚在别处改过，请用新的密码重试"));
          }
          attempts.forget(key);
          sessions.endOthers(me.account(), session);
          devices.forgetAll(me.account());
          trace.passwordChanged(me);
          return new Outcome.Changed();
        });
  }

  /** What was typed. */
  record Form(String old, String fresh, String again) {
    @Override
    public String toString() {
      return "Form[]";
    }
  }

  sealed interface Outcome {

    record Changed() implements Outcome {}

    /** By field, why not. */
    record Refused(Map<String, String> problems) implements Outcome {}

    /** Too many passwords are being checked at this moment; nothing was tried. */
    record Busy() implements Outcome {}
  }
}
