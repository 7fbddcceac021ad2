package org.yongtong.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.directory.StaffMember;
import org.yongtong.journal.Actor;
import org.yongtong.platform.code.PersonName;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Viewer;

/**
 * Who is signed in: the principal of the request ({@code @AuthenticationPrincipal SignedIn me}).
 *
 * @param account key of the account
 * @param code citizen number or unified social credit code of a person or legal person; null for
 *     staff
 * @param phone of the account, null for staff
 * @param member post of a staff account, else null
 * @param level level of assurance of this sign-in, 1 to 5
 * @param at when this sign-in happened
 */
public record SignedIn(
    UUID account,
    AccountKind kind,
    String login,
    String name,
    @Nullable String code,
    @Nullable String phone,
    @Nullable StaffMember member,
    int level,
    Instant at)
    implements Viewer {

  /** As the journal names the doer: staff by name and post, persons masked. */
  public Actor actor() {
    return new Actor(account.toString(), null, traceName());
  }

  private String traceName() {
    return switch (kind) {
      case STAFF -> name + "（" + post() + "）";
      case LEGAL -> name;
      case PERSON -> PersonName.mask(name);
    };
  }

  @Override
  public @Nullable String onBehalfOf() {
    return null;
  }

  @Override
  public boolean staff() {
    return kind == AccountKind.STAFF;
  }

  @Override
  public @Nullable String post() {
    return member == null ? null : member.post();
  }

  @Override
  public Set<Role> roles() {
    return member == null ? Set.of() : member.roles();
  }

  /** Key of the staff member's department. */
  public @Nullable String department() {
    return member == null ? null : member.department();
  }

  public List<String> windows() {
    return member == null ? List.of() : member.windows();
  }

  /** Never prints personal data. */
  @Override
  public String toString() {
    return "SignedIn[" + account + ", " + kind + "]";
  }
}
