package org.yongtong.catalogue.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.edit.PageView.Line;
import org.yongtong.catalogue.revise.Action;
import org.yongtong.catalogue.revise.Revision;

/** Makes the forms of the steps. */
@Component
class FlowPages {

  private static final String MARK = "mark:";

  private final Heads heads;
  private final Clock clock;

  FlowPages(Heads heads, Clock clock) {
    this.heads = heads;
    this.clock = clock;
  }

  /**
   * What the form carried.
   *
   * @param marks place → reason, of a return
   */
  record Typed(
      int version,
      UUID key,
      String opinion,
      String day,
      boolean defaults,
      Map<String, String> marks) {

    static Typed fresh(Revision revision) {
      return new Typed(
          revision.version(), UUID.randomUUID(), "", "", revision.terms().withDefaults(), Map.of());
    }
  }

  /** Reasons at places, those that were written. */
  static Map<String, String> marks(HttpServletRequest request) {
    var marks = new LinkedHashMap<String, String>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (name.startsWith(MARK) && !values[0].isBlank()) {
                String place = name.substring(MARK.length());
                if (Place.is(place)) {
                  marks.put(place, cut(values[0].strip()));
                }
              }
            });
    return marks;
  }

  private static String cut(String reason) {
    return reason.length() > 1_000 ? reason.substring(0, 1_000) : reason;
  }

  ActionPage of(Opened opened, Action action, Typed typed) {
    return make(opened, action, typed, Map.of(), null, null);
  }

  ActionPage refused(Opened opened, Action action, Typed typed, String field, String message) {
    boolean beside =
        field.equals("opinion")
            || field.equals("effective_on")
            || action == Action.RETURN && field.equals("reason");
    return make(
        opened,
        action,
        typed,
        beside ? Map.of(field.equals("reason") ? "opinion" : field, message) : Map.of(),
        beside ? null : message,
        null);
  }

  ActionPage conflict(Opened opened, Action action, Typed typed, String message) {
    return make(opened, action, typed, Map.of(), null, message);
  }

  private ActionPage make(
      Opened opened,
      Action action,
      Typed typed,
      Map<String, String> problems,
      @Nullable String general,
      @Nullable String conflict) {
    Revision revision = opened.revision();
    Words words = words(action);
    LocalDate today = LocalDate.now(clock);
    return new ActionPage(
        heads.of(opened),
        Nav.of(opened, "none"),
        opened.path() + "/" + FlowController.path(action),
        words.title(),
        words.lead(),
        words.submit(),
        action == Action.DISCARD,
        typed.version(),
        typed.key(),
        words.opinion(),
        FlowController.WITH_REASON.contains(action),
        typed.opinion(),
        action == Action.APPROVE ? day(revision, typed, today) : null,
        today.toString(),
        action == Action.APPROVE && revision.purpose().sendsDown()
            ? Boolean.valueOf(typed.defaults())
            : null,
        action == Action.RETURN ? sections(opened, typed) : List.of(),
        facts(opened, action),
        problems,
        general,
        conflict);
  }

  private static String day(Revision revision, Typed typed, LocalDate today) {
    if (!typed.day().isEmpty()) {
      return typed.day();
    }
    var wished = revision.terms().wishedOn();
    return (wished == null || wished.isBefore(today) ? today : wished).toString();
  }

  private static List<Line> facts(Opened opened, Action action) {
    var facts = new ArrayList<Line>();
    if (action != Action.SUBMIT) {
      facts.add(new Line("修订理由", opened.revision().terms().reason()));
    }
    var basis = opened.revision().terms().basis();
    if (basis != null) {
      facts.add(new Line("依据", basis));
    }
    return facts;
  }

  /** Everything that is written, page by page, so that a reason can be put at its place. */
  private static List<ActionPage.Section> sections(Opened opened, Typed typed) {
    var sections = new ArrayList<ActionPage.Section>();
    Map<String, Object> content = opened.revision().content();
    for (EditorPage page : opened.pages()) {
      var marks = new ArrayList<ActionPage.Mark>();
      for (String place : places(page, content)) {
        marks.add(
            new ActionPage.Mark(
                place,
                opened.words().label(place),
                text(content, place),
                Objects.requireNonNullElse(typed.marks().get(place), "")));
      }
      if (!marks.isEmpty()) {
        sections.add(
            new ActionPage.Section(
                page.title(),
                marks.stream().anyMatch(mark -> !mark.reason().isEmpty()),
                List.copyOf(marks)));
      }
    }
    return sections;
  }

  private static List<String> places(EditorPage page, Map<String, Object> content) {
    var places = new ArrayList<String>();
    if (page.key().equals(LeadPages.FORM)) {
      return FormParts.places(content);
    }
    List<String> own = page.key().equals(LeadPages.PAPERS) ? List.of("papers") : page.places();
    for (String place : own) {
      Object value = Place.get(content, place);
      if (value instanceof List<?> rows && rows.stream().anyMatch(Map.class::isInstance)) {
        for (int i = 0; i < rows.size(); i++) {
          places.add("%s[%d]".formatted(place, i));
        }
      } else {
        places.add(place);
      }
    }
    return places;
  }

  private static String text(Map<String, Object> content, String place) {
    if (place.equals(LeadPages.FORM) || FormParts.at(place).isPresent()) {
      return ""; // its label says it
    }
    String text =
        switch (Place.get(content, place)) {
          case null -> "（没有填写）";
          case Map<?, ?> map ->
              String.join(
                  "，",
                  map.values().stream()
                      .filter(each -> each instanceof String || each instanceof Number)
                      .map(Object::toString)
                      .toList());
          case List<?> list -> String.join("、", list.stream().map(String::valueOf).toList());
          case Object value -> value.toString();
        };
    return text.length() > 200 ? text.substring(0, 200) + "……" : text;
  }

  private record Words(String title, String lead, String submit, String opinion) {}

  private static Words words(Action action) {
    return switch (action) {
      case SUBMIT ->
          new Words("提交审核", "提交以后由本部门的审核人员、法制审核人员依次审核，再由审批部门批准。审核期间不能修改，可以撤回。", "提交审核", "");
      case WITHDRAW -> new Words("撤回修改", "撤回以后可以继续修改，再提交时重新审核。", "撤回", "撤回的原因（可以不填）");
      case DISCARD -> new Words("作废修订单", "作废以后不能恢复；事项保持现在的样子。", "作废", "作废的原因");
      case PASS_DEPARTMENT ->
          new Words("部门审核", "核对内容是否与本部门的职责、实际办理情况一致，有没有增设条件和材料。", "审核通过，转合法性审核", "审核意见（可以不填）");
      case PASS_LEGAL ->
          new Words("合法性审核", "核对依据是否现行有效，条件、材料、时限、收费是否有依据，权利救济是否写明。", "审核通过，转审批", "合法性审核意见");
      case APPROVE -> new Words("审批", "批准以后从生效日期零时起自动发布，当天生效的立即发布。", "批准", "审批意见（可以不填）");
      default -> new Words("退回修改", "请写清楚哪里要改、为什么。可以只写总的意见，也可以在下面逐处写，编写人会在那一处看到。", "退回修改", "总的意见");
    };
  }
}
