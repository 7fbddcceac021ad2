package org.yongtong.identity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What Spring Security sees of a signed-in request. */
@SuppressWarnings("serial") // there are no HTTP sessions, it is never serialised
final class SignedInAuthentication extends AbstractAuthenticationToken {

  static final String STAFF = "STAFF";

  private final SignedIn who;

  SignedInAuthentication(SignedIn who) {
    super(authorities(who));
    this.who = who;
    setAuthenticated(true);
  }

  private static List<GrantedAuthority> authorities(SignedIn who) {
    List<GrantedAuthority> all = new ArrayList<>();
    all.add(new SimpleGrantedAuthority(who.kind().name()));
    who.roles().forEach(role -> all.add(new SimpleGrantedAuthority("ROLE_" + role.name())));
    return all;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  /** The account's id: what records of framework and journal name as the actor. */
  @Override
  public String getName() {
    return who.account().toString();
  }

  @Override
  public SignedIn getPrincipal() {
    return who;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedInAuthentication that && that.who.equals(who);
  }

  @Override
  public int hashCode() {
    return who.hashCode();
  }
}
