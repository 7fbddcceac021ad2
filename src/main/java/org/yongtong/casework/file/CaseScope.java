package org.yongtong.casework.file;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.directory.Directory;
import org.yongtong.directory.ServicePlace;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Role;

/**
 * Which cases a viewer may see, and in which capacities he may act on one: the same rule as SQL for
 * lists and as a predicate for one case.
 */
@Component
public class CaseScope {

  private final Directory directory;

  CaseScope(Directory directory) {
    this.directory = directory;
  }

  /** A WHERE fragment over {@code casework.case_file c} with its named parameters. */
  public record Sql(String where, Map<String, Object> parameters) {}

  public Sql sql(SignedIn me) {
    Map<String, Object> parameters = new HashMap<>();
    if (!me.staff()) {
      parameters.put("scopeAccount", me.account());
      return new Sql("c.applicant_account = :scopeAccount", parameters);
    }
    if (seesAll(me)) {
      return new Sql("TRUE", parameters);
    }
    parameters.put("scopeDepartments", departments(me).toArray(String[]::new));
    parameters.put("scopeAccount", me.account());
    String own = "c.department = ANY (:scopeDepartments) OR c.intake_by = :scopeAccount";
    String guest = guest(me);
    if (guest == null) {
      return new Sql("(" + own + ")", parameters);
    }
    parameters.put("scopeGuest", new String[] {guest});
    return new Sql(
        "("
            + own
            + " OR (c.closed_on IS NULL AND c.guests <> '{}' AND c.guests @> CAST(:scopeGuest AS"
            + " text[])))",
        parameters);
  }

  /**
   * The department for which this person takes part in cases of others: reviews a level of them, or
   * is asked for an opinion; null when he does not review.
   */
  private static @Nullable String guest(SignedIn me) {
    return me.roles().contains(Role.REVIEWER) ? me.department() : null;
  }

  public boolean sees(SignedIn me, CaseFile file) {
    if (!me.staff()) {
      return me.account().equals(file.applicant().account());
    }
    String guest = guest(me);
    return seesAll(me)
        || departments(me).contains(file.department())
        || me.account().equals(file.intakeBy())
        || (guest != null && file.closedOn() == null && takesPart(guest, file));
  }

  /** Internal notes are for those who handle the case, not for who is only asked about it. */
  public boolean readsNotes(SignedIn me, CaseFile file) {
    String guest = guest(me);
    return sees(me, file)
        && me.staff()
        && (seesAll(me)
            || departments(me).contains(file.department())
            || me.account().equals(file.intakeBy())
            || (guest != null && file.readers().contains(guest)));
  }

  private static boolean takesPart(String department, CaseFile file) {
    return file.readers().contains(department) || file.consulted().contains(department);
  }

  /** The capacities in which this viewer may act on this case. */
  public Set<Party> parties(SignedIn me, CaseFile file) {
    var parties = EnumSet.noneOf(Party.class);
    if (!me.staff()) {
      if (me.account().equals(file.applicant().account())) {
        parties.add(Party.APPLICANT);
      }
      return parties;
    }
    boolean inDepartment = file.department().equals(me.department());
    if (me.roles().contains(Role.WINDOW) && departments(me).contains(file.department())) {
      parties.add(Party.WINDOW);
    }
    if (inDepartment && me.roles().contains(Role.REVIEWER)) {
      parties.add(Party.REVIEWER);
    }
    String guest = guest(me);
    if (guest != null && !inDepartment && !file.openLevels(guest).isEmpty()) {
      parties.add(Party.LEVEL_REVIEWER);
    }
    if (guest != null && !inDepartment && file.consulted().contains(guest)) {
      parties.add(Party.CONSULTED);
    }
    if (inDepartment && me.roles().contains(Role.DECIDER)) {
      parties.add(Party.DECIDER);
    }
    if (inDepartment && me.roles().contains(Role.HEAD)) {
      parties.add(Party.HEAD);
    }
    return parties;
  }

  /**
   * Departments whose cases this member of staff handles: the own one and those of the windows he
   * sits at.
   */
  public Set<String> departments(SignedIn me) {
    var keys = new TreeSet<String>();
    String own = me.department();
    if (own != null) {
      keys.add(own);
    }
    for (String window : me.windows()) {
      int slash = window.indexOf('/');
      if (slash > 0) {
        directory
            .findPlace(window.substring(0, slash))
            .map(ServicePlace::windows)
            .orElse(List.of())
            .stream()
            .filter(w -> w.number().equals(window.substring(slash + 1)))
            .flatMap(w -> w.departments().stream())
            .filter(Objects::nonNull)
            .forEach(keys::add);
      }
    }
    return keys;
  }

  private static boolean seesAll(SignedIn me) {
    return me.roles().contains(Role.SUPERVISOR);
  }
}
