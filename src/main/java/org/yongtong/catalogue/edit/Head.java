package org.yongtong.catalogue.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.revise.Days;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.State;

/**
 * The head of every page of a revision.
 *
 * @param step how far it is, 1 to 6 of the step list; 7 when published
 * @param code implementation code that the item has or will have; "" while there is none
 * @param effective first day of effect in words, or null
 * @param item address of the item's page, or null while there is none
 */
public record Head(
    String path,
    String number,
    String name,
    String purpose,
    String state,
    String tone,
    int step,
    String department,
    String code,
    String author,
    String changed,
    @Nullable String effective,
    @Nullable String item,
    boolean closed) {

  public static final List<String> STEPS = List.of("编写", "部门审核", "合法性审核", "审批", "待生效", "已发布");

  static Head of(Opened opened, String department, String code, boolean published) {
    Revision revision = opened.revision();
    var on = revision.effectiveOn();
    return new Head(
        opened.path(),
        revision.number(),
        revision.name(),
        revision.purpose().word(),
        revision.state().word(),
        tone(revision.state()),
        step(revision.state()),
        department,
        code,
        revision.authorName(),
        revision.changedBy() + "，" + Days.moment(revision.changedAt()),
        on == null ? null : Days.day(on),
        published ? "/desk/catalogue/items/" + revision.item() : null,
        revision.state().closed());
  }

  public static String tone(State state) {
    return switch (state) {
      case PUBLISHED -> "done";
      case RETURNED -> "late";
      case WITHDRAWN -> "near";
      default -> "neutral";
    };
  }

  private static int step(State state) {
    return switch (state) {
      case DRAFT, RETURNED, WITHDRAWN, DISCARDED -> 1;
      case DEPARTMENT_CHECK -> 2;
      case LEGAL_CHECK -> 3;
      case APPROVAL -> 4;
      case SCHEDULED -> 5;
      case PUBLISHED -> 7;
    };
  }
}
