package org.yongtong.identity;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.platform.web.RateLimit;

/** Signs somebody in with login name and password. */
@Component
class SignIn {

  private static final int LONGEST_LOGIN = 64;
  private static final int LONGEST_PASSWORD = 256;

  private final Accounts accounts;
  private final Sessions sessions;
  private final Attempts attempts;
  private final RateLimit addresses;
  private final Devices devices;
  private final PasswordHashing passwords;
  private final AccountTrace trace;
  private final TransactionTemplate transaction;

  SignIn(
      Accounts accounts,
      Sessions sessions,
      Attempts attempts,
      IdentitySettings settings,
      Devices devices,
      PasswordHashing passwords,
      AccountTrace trace,
      TransactionTemplate transaction,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.attempts = attempts;
    // against trying stolen passwords on many accounts; a hall behind one address must get in, so a
    // sign-in that succeeds costs nothing
    this.addresses = RateLimit.perMinute(settings.failuresPerAddress(), clock);
    this.devices = devices;
    this.passwords = passwords;
    this.trace = trace;
    this.transaction = transaction;
  }

  Outcome signIn(String login, String password, Visit visit) {
    if (!addresses.allows(visit.address())) {
      return new Outcome.TooMany();
    }
    try {
      Outcome outcome =
          passwords.run(() -> attempt(cut(Accounts.normal(login), LONGEST_LOGIN), password, visit));
      if (outcome instanceof Outcome.Done) {
        addresses.giveBack(visit.address());
      }
      return outcome;
    } catch (PasswordHashing.Busy full) {
      addresses.giveBack(visit.address());
      return new Outcome.Busy();
    }
  }

  private Outcome attempt(String login, String password, Visit visit) {
    boolean known = devices.knows(visit.device(), login);
    byte[] key = Tokens.sha256(known ? "device:" + visit.device() : "login:" + login);
    if (!attempts.begin(key)) {
      return new Outcome.Refused();
    }
    Optional<Account> account = accounts.findByLogin(login).filter(Account::active);
    boolean right =
        passwords.matches(
            cut(password, LONGEST_PASSWORD), account.map(Account::passwordHash).orElse(null));
    Optional<SignedIn> who = right ? account.flatMap(sessions::describe) : Optional.empty();
    if (who.isEmpty()) {
      transaction.executeWithoutResult(
          ignored -> trace.signInRefused(account.map(Account::id).orElse(null)));
      return new Outcome.Refused();
    }
    return transaction.execute(
        ignored -> open(account.orElseThrow(), who.get(), key, known, visit));
  }

  private Outcome open(Account account, SignedIn who, byte[] key, boolean known, Visit visit) {
    attempts.forget(key);
    @Nullable String earlier = visit.session();
    if (earlier != null) {
      sessions.end(earlier);
    }
    String token = sessions.open(account, visit);
    trace.signedIn(who);
    return new Outcome.Done(token, who, known ? null : devices.remember(account.id()));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  /** What came of it. A refusal never says why. */
  sealed interface Outcome {

    /** In; the tokens are for the browser only, that of the device is null when it has one. */
    record Done(String token, SignedIn who, @Nullable String device) implements Outcome {
      @Override
      public String toString() {
        return "Done[" + who + "]";
      }
    }

    /** Unknown name, wrong password, closed account, or earlier failures make it wait. */
    record Refused() implements Outcome {}

    /** Too many refusals from this network address. */
    record TooMany() implements Outcome {}

    /** Too many people sign in at this moment; nothing was tried. */
    record Busy() implements Outcome {}
  }
}
