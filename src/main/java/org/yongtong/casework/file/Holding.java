package org.yongtong.casework.file;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.directory.Absences;
import org.yongtong.directory.Directory;
import org.yongtong.directory.StaffMember;
import org.yongtong.identity.AccountRef;
import org.yongtong.identity.Accounts;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Actor;

/**
 * Who does a case that somebody has taken: the holder, or whoever the holder left his work to while
 * he is away. A case that nobody took is done by anyone of the department whose turn it is.
 */
@Component
public class Holding {

  /** Capacities in which a step is done by one person. */
  private static final Set<Party> HELD = Set.of(Party.WINDOW, Party.REVIEWER, Party.DECIDER);

  private final Absences absences;
  private final Directory directory;
  private final Accounts accounts;

  Holding(Absences absences, Directory directory, Accounts accounts) {
    this.absences = absences;
    this.directory = directory;
    this.accounts = accounts;
  }

  /**
   * In whose place somebody acts.
   *
   * @param absent account of the absent holder, null when one acts for oneself
   * @param refused why one may not act, or null
   */
  record Place(@Nullable UUID absent, Actor actor, @Nullable Refusal refused) {}

  Place of(CaseFile file, SignedIn me, Party as) {
    String holder = file.holder();
    if (holder == null || !HELD.contains(as) || holder.equals(me.login())) {
      return new Place(null, me.actor(), null);
    }
    if (!absences.coveredBy(me.login()).contains(holder)) {
      return new Place(
          null,
          me.actor(),
          new Refusal.Rule(
              "这个办件现在由%s承办，别人不能办理。需要换人的，请其移交、退回待领取，或者由机关负责人分派。".formatted(file.holderName())));
    }
    UUID absent = accounts.findStaff(holder).map(AccountRef::id).orElse(null);
    return new Place(absent, instead(me, holder, absent), null);
  }

  /** The capacities that are left to somebody on a case that another has taken. */
  public Set<Party> acting(CaseFile file, SignedIn me, Set<Party> parties) {
    String holder = file.holder();
    if (holder == null
        || parties.stream().noneMatch(HELD::contains)
        || worksFor(me).contains(holder)) {
      return parties;
    }
    return parties.stream().filter(one -> !HELD.contains(one)).collect(Collectors.toSet());
  }

  /** The own login and those of the absent whose work one does today. */
  public List<String> worksFor(SignedIn me) {
    var logins = new java.util.ArrayList<>(absences.coveredBy(me.login()));
    logins.addFirst(me.login());
    return List.copyOf(logins);
  }

  private Actor instead(SignedIn me, String holder, @Nullable UUID absent) {
    String name = directory.findStaff(holder).map(StaffMember::name).orElse(holder);
    String own = me.actor().name();
    String both =
        own.endsWith("）")
            ? own.substring(0, own.length() - 1) + "，受" + name + "委托）"
            : own + "（受" + name + "委托）";
    return new Actor(me.account().toString(), absent == null ? holder : absent.toString(), both);
  }
}
