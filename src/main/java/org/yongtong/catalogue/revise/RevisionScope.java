package org.yongtong.catalogue.revise;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Role;

/**
 * Which departments' items a member of staff looks after, and in which capacities he may act on a
 * revision: the same rule as SQL for lists and as a predicate for one revision.
 *
 * <p>An editor writes and a checker checks for the own department; where a lower body has nobody
 * for it (a town, a village), the approval bureau of its county does. Legality is checked by the
 * department's own legal officer, where there is none by the bureau of justice. An approver decides
 * for the whole division that the post belongs to.
 */
@Component
public class RevisionScope {

  private static final String JUSTICE = "justice";
  private static final String APPROVAL = "approval";

  private final Directory directory;

  RevisionScope(Directory directory) {
    this.directory = directory;
  }

  /** A WHERE fragment over {@code catalogue.revision r} with its named parameters. */
  public record Sql(String where, Map<String, Object> parameters) {}

  /** Revisions that this viewer may see. */
  public Sql sql(SignedIn me) {
    Map<String, Object> parameters = new HashMap<>();
    if (me.roles().contains(Role.SUPERVISOR)) {
      return new Sql("TRUE", parameters);
    }
    parameters.put("scopeDepartments", departments(me).toArray(String[]::new));
    parameters.put(
        "scopePrefix", me.roles().contains(Role.APPROVER) ? prefix(me) + "%" : "nowhere");
    return new Sql(
        "(r.department = ANY (:scopeDepartments) OR r.division LIKE :scopePrefix)", parameters);
  }

  /** Revisions that wait for this viewer, in any capacity. */
  public Sql waiting(SignedIn me) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("me", me.account());
    parameters.put("editing", array(me, Party.EDITOR));
    parameters.put("checking", array(me, Party.CHECKER));
    parameters.put("legal", array(me, Party.LEGAL));
    parameters.put("approving", me.roles().contains(Role.APPROVER) ? prefix(me) + "%" : "nowhere");
    return new Sql(
        """
        ((r.state IN ('RETURNED', 'WITHDRAWN') AND r.department = ANY (:editing))
          OR (r.state = 'DRAFT' AND r.author IS NULL AND r.department = ANY (:editing))
          OR (r.state = 'DEPARTMENT_CHECK' AND r.department = ANY (:checking) AND :me <> ALL (r.writers))
          OR (r.state = 'LEGAL_CHECK' AND r.department = ANY (:legal) AND :me <> ALL (r.writers)
              AND :me IS DISTINCT FROM r.checker)
          OR (r.state = 'APPROVAL' AND r.division LIKE :approving AND :me <> ALL (r.writers)
              AND :me IS DISTINCT FROM r.checker AND :me IS DISTINCT FROM r.legal))\
        """,
        parameters);
  }

  public boolean sees(SignedIn me, Revision revision) {
    return me.roles().contains(Role.SUPERVISOR)
        || departments(me).contains(revision.department())
        || decidesIn(me, revision.division());
  }

  /**
   * Whether an item of a department (key) and division is the viewer's to look after or to watch;
   * worked out once, to be asked of many items.
   */
  public BiPredicate<String, String> watched(SignedIn me) {
    Set<String> departments = departments(me);
    boolean all = me.roles().contains(Role.SUPERVISOR);
    return (department, division) ->
        all || departments.contains(department) || decidesIn(me, division);
  }

  /** The capacities in which this viewer may act on this revision. */
  public Set<Party> parties(SignedIn me, Revision revision) {
    var parties = EnumSet.noneOf(Party.class);
    for (Party party : List.of(Party.EDITOR, Party.CHECKER, Party.LEGAL)) {
      if (departments(me, party).contains(revision.department())) {
        parties.add(party);
      }
    }
    if (decidesIn(me, revision.division())) {
      parties.add(Party.APPROVER);
    }
    return parties;
  }

  /** Departments whose items this viewer has to do with. */
  public Set<String> departments(SignedIn me) {
    var all = new TreeSet<String>();
    for (Party party : List.of(Party.EDITOR, Party.CHECKER, Party.LEGAL)) {
      all.addAll(departments(me, party));
    }
    return all;
  }

  /** Departments for which this viewer acts in this capacity (not {@link Party#APPROVER}). */
  public Set<String> departments(SignedIn me, Party party) {
    String own = me.department();
    Role role = role(party);
    if (own == null || role == null || !me.roles().contains(role)) {
      return Set.of();
    }
    var keys = new TreeSet<String>();
    keys.add(own);
    boolean helps = own.equals(JUSTICE) || own.equals(APPROVAL) || own.startsWith(APPROVAL + "-");
    if (helps) {
      for (Department each : directory.departments()) {
        if (own.equals(responsible(each, role))) {
          keys.add(each.key());
        }
      }
    }
    return keys;
  }

  private boolean decidesIn(SignedIn me, String division) {
    return me.roles().contains(Role.APPROVER) && division.startsWith(prefix(me));
  }

  private @Nullable String responsible(Department department, Role role) {
    if (holds(department.key(), role)) {
      return department.key();
    }
    String county = APPROVAL + "-" + department.division().substring(0, 6);
    boolean below = !department.division().endsWith("00000000");
    if (below && !department.key().equals(county) && holds(county, role)) {
      return county;
    }
    if (role == Role.LEGAL) {
      return JUSTICE;
    }
    return APPROVAL;
  }

  private boolean holds(String department, Role role) {
    return directory.staffOf(department).stream().anyMatch(staff -> staff.roles().contains(role));
  }

  private String[] array(SignedIn me, Party party) {
    return departments(me, party).toArray(String[]::new);
  }

  /** The digits that all divisions begin with which the viewer's post covers. */
  private static String prefix(SignedIn me) {
    var member = me.member();
    String division = member == null ? "none" : member.division();
    if (division.endsWith("00000000")) {
      return division.substring(0, 4);
    }
    return division.endsWith("000000") ? division.substring(0, 6) : division;
  }

  private static @Nullable Role role(Party party) {
    return switch (party) {
      case EDITOR -> Role.EDITOR;
      case CHECKER -> Role.CHECKER;
      case LEGAL -> Role.LEGAL;
      default -> null;
    };
  }
}
