package org.yongtong.identity;

import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;

/** For tests of all modules: the sample people and staff of the city pack, signed in. */
public final class SampleSignIns {

  private SampleSignIns() {}

  /** Who a session of this sample account would be. */
  public static SignedIn find(ApplicationContext context, String login) {
    return context
        .getBean(Accounts.class)
        .findByLogin(login)
        .flatMap(context.getBean(Sessions.class)::describe)
        .orElseThrow(() -> new AssertionError("no sample account " + login));
  }

  public static Authentication authentication(ApplicationContext context, String login) {
    return new SignedInAuthentication(find(context, login));
  }
}
