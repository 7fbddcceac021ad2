package org.yongtong.casework.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.file.LifeCycle;
import org.yongtong.casework.file.State;
import org.yongtong.platform.web.Role;

/** The views of the work queue, each a condition over {@code casework.case_file c}. */
enum Tab {
  ACCEPT("待受理", "c.state = 'SUBMITTED' AND c.closed_on IS NULL", Role.WINDOW),
  /** What one has taken oneself, and what was left to one by somebody who is away. */
  MINE("我的", "c.closed_on IS NULL AND c.holder = ANY (CAST(:mine AS text[]))", null),
  /** What nobody has taken and is one's turn. */
  POOL(
      "待领取",
      "c.closed_on IS NULL AND c.holder IS NULL AND c.state = ANY (CAST(:turn AS text[]))"
          + " AND (c.department = :own OR NOT c.guests @> ARRAY[CAST(:own AS text)])",
      null),
  // of another department's cases only those whose open level is ours
  REVIEW(
      "审查",
      "c.state = 'IN_REVIEW' AND c.closed_on IS NULL AND (c.department = :own"
          + " OR NOT c.guests @> ARRAY[CAST(:own AS text)] OR"
          + " c.levels_open @> ARRAY[CAST(:own AS text)])",
      Role.REVIEWER),
  DECIDE("待决定", "c.state = 'PENDING_DECISION' AND c.closed_on IS NULL", Role.DECIDER),
  EXTEND("待批延期", "c.extension_asked AND c.closed_on IS NULL", Role.HEAD),
  DELIVER("待送达", "c.state IN ('APPROVED', 'REFUSED') AND c.closed_on IS NULL", Role.WINDOW),
  LATER(
      "容缺待补",
      "c.deferred_papers <> '{}' AND c.deferred <> 'PROMISED' AND c.closed_on IS NULL",
      null),
  CONSULT(
      "征求意见",
      "c.closed_on IS NULL AND c.guests <> '{}'"
          + " AND c.guests @> ARRAY[CAST(:own AS text)]"
          + " AND c.consulted @> ARRAY[CAST(:own AS text)]",
      Role.REVIEWER),
  CORRECT("待补正", "c.state = 'CORRECTING' AND c.closed_on IS NULL", null),
  OPEN("全部在办", "c.closed_on IS NULL", null),
  CLOSED("已办结", "c.closed_on IS NOT NULL", null);

  private final String word;
  private final String condition;
  private final @Nullable Role role;

  Tab(String word, String condition, @Nullable Role role) {
    this.word = word;
    this.condition = condition;
    this.role = role;
  }

  /** States whose next step is for someone with these roles, or for the head to assign. */
  static String[] turn(Set<Role> roles) {
    return Arrays.stream(State.values())
        .filter(
            state ->
                LifeCycle.turn(state)
                    .filter(
                        party ->
                            roles.contains(Role.HEAD) || roles.contains(Role.valueOf(party.name())))
                    .isPresent())
        .map(State::name)
        .toArray(String[]::new);
  }

  /** The day that matters in this view. */
  String due() {
    return this == CONSULT ? "consult_due_on" : "due_on";
  }

  String word() {
    return word;
  }

  String condition() {
    return condition;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether what lies here is for someone with these roles to do. */
  boolean mine(Set<Role> roles) {
    return role != null && roles.contains(role);
  }

  /** The tab asked for, or the first that holds work for these roles. */
  static Tab of(@Nullable String key, Set<Role> roles) {
    return Arrays.stream(values())
        .filter(tab -> tab.key().equals(key))
        .findFirst()
        .or(() -> Arrays.stream(values()).filter(tab -> tab.mine(roles)).findFirst())
        .orElse(OPEN);
  }
}
