package org.yongtong.catalogue;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.GuidePage.PaperView;
import org.yongtong.catalogue.GuidePage.PlaceView;
import org.yongtong.catalogue.GuidePage.QuestionView;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.ServiceItem.Handling;
import org.yongtong.catalogue.ServiceItem.Need;
import org.yongtong.catalogue.ServiceItem.Paper;
import org.yongtong.directory.Directory;
import org.yongtong.directory.ServicePlace;
import org.yongtong.form.Applicant;
import org.yongtong.form.Field;
import org.yongtong.form.FormCheck;
import org.yongtong.form.FormDefinition;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;

/** Makes guide pages; one without answers is made once for each version. */
@Component
class Guides {

  private static final String FIELD = "f.";

  private final Forms forms;
  private final Directory directory;
  private final CityCatalogue catalogue;
  private final ItemBodies bodies;
  private final DateTimeFormatter date;
  private final Cache<ServiceItem, GuidePage> plain =
      CacheBuilder.newBuilder().weakKeys().maximumSize(600).build();

  Guides(
      Forms forms, Directory directory, CityCatalogue catalogue, ItemBodies bodies, Clock clock) {
    this.bodies = bodies;
    this.forms = forms;
    this.directory = directory;
    this.catalogue = catalogue;
    this.date = DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(clock.getZone());
  }

  /**
   * @param parameters of the request; those that begin with {@code f.} answer the questions
   */
  GuidePage page(ServiceItem item, Map<String, String[]> parameters) {
    Map<String, String[]> answers = answers(item, parameters);
    if (answers.isEmpty()) {
      GuidePage known = plain.getIfPresent(item);
      if (known == null) {
        known = build(item, answers);
        plain.put(item, known);
      }
      return known;
    }
    return build(item, answers);
  }

  private static Map<String, String[]> answers(ServiceItem item, Map<String, String[]> parameters) {
    var answers = new LinkedHashMap<String, String[]>();
    item.form()
        .fields()
        .filter(Field::guide)
        .forEach(
            field -> {
              String[] given = parameters.get(FIELD + field.id());
              if (given != null && Arrays.stream(given).anyMatch(each -> !each.isBlank())) {
                answers.put(FIELD + field.id(), given);
              }
            });
    return answers;
  }

  private GuidePage build(ServiceItem item, Map<String, String[]> answers) {
    Values values = forms.parse(item.form(), answers, Values.EMPTY);
    Applicant applicant = applicant(item);
    FormCheck check = forms.check(item.form(), values, applicant);
    List<Field> asked =
        item.form()
            .fields()
            .filter(field -> field.guide() && check.visible().contains(field.id()))
            .toList();
    List<Field> open =
        asked.stream().filter(field -> !answers.containsKey(FIELD + field.id())).toList();
    Set<String> unknown = unknown(item.form(), open);

    var papers = new ArrayList<PaperView>();
    var spared = new ArrayList<String>();
    for (Paper paper : item.papers()) {
      String when = paper.when();
      if (when == null) {
        papers.add(view(item, paper, paper.need().word(), tone(paper.need())));
      } else if (RuleWords.fields(item.form(), when).stream().anyMatch(unknown::contains)) {
        papers.add(view(item, paper, "按情形需要", "perhaps"));
      } else if (forms.holds(item.form(), when, values, applicant)) {
        papers.add(view(item, paper, "您需要提交", "must"));
      } else {
        spared.add(paper.name());
      }
    }
    boolean present =
        catalogue
            .findHead(item.taskCode())
            .filter(now -> now.version().equals(item.version()))
            .isPresent();
    String path = "/items/" + item.taskCode();
    return new GuidePage(
        item,
        directory.department(item.department()),
        directory.fullName(item.division()),
        present ? path : path + "/versions/" + item.versionNumber(),
        facts(item),
        asked.stream()
            .map(
                field ->
                    new QuestionView(
                        field, List.of(answers.getOrDefault(FIELD + field.id(), new String[0]))))
            .toList(),
        !answers.isEmpty(),
        open.size(),
        List.copyOf(papers),
        List.copyOf(spared),
        places(item),
        "/apply/" + item.taskCode() + query(answers),
        date.format(item.publishedAt()),
        bodies.of(item.leadId(), item.taskCode()),
        !present);
  }

  /**
   * Fields that no rule can rely on yet: those asked only in the application, questions that wait
   * for an answer, and questions that are hidden only because another one waits.
   */
  private static Set<String> unknown(FormDefinition form, List<Field> open) {
    var unknown = new HashSet<String>();
    form.fields().filter(field -> !field.guide()).map(Field::id).forEach(unknown::add);
    open.stream().map(Field::id).forEach(unknown::add);
    boolean more = true;
    while (more) {
      more = false;
      for (FormDefinition.Section section : form.sections()) {
        for (Field field : section.fields()) {
          if (waits(form, section.visible(), unknown) || waits(form, field.visible(), unknown)) {
            more |= unknown.add(field.id());
          }
        }
      }
    }
    return unknown;
  }

  private static boolean waits(FormDefinition form, @Nullable String rule, Set<String> unknown) {
    return rule != null && RuleWords.fields(form, rule).stream().anyMatch(unknown::contains);
  }

  private static Applicant applicant(ServiceItem item) {
    return item.audience().equals(Set.of(Audience.LEGAL))
        ? new Applicant("legal", "", "", "", "", "")
        : Applicant.UNKNOWN_PERSON;
  }

  private static String query(Map<String, String[]> answers) {
    if (answers.isEmpty()) {
      return "";
    }
    return answers.entrySet().stream()
        .flatMap(
            answer ->
                Arrays.stream(answer.getValue())
                    .map(
                        value ->
                            answer.getKey()
                                + "="
                                + URLEncoder.encode(value, StandardCharsets.UTF_8)))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static Map<String, String> facts(ServiceItem item) {
    var facts = new LinkedHashMap<String, String>();
    ServiceItem.Limits limits = item.limits();
    if (limits.legalDays() > 0) {
      facts.put("法定时限", limits.legalDays() + " 个工作日");
    }
    facts.put("承诺时限", limits.promisedDays() == 0 ? "当场办结" : limits.promisedDays() + " 个工作日");
    facts.put("到现场", item.visits() + " 次");
    facts.put("收费", item.fees().isEmpty() ? "不收费" : "收费");
    facts.put("网上办理", item.depth().word());
    facts.put("办件类型", item.handling() == Handling.INSTANT ? "即办件" : "承诺件");
    return facts;
  }

  private static String tone(Need need) {
    return switch (need) {
      case MUST -> "must";
      default -> "perhaps";
    };
  }

  private PaperView view(ServiceItem item, Paper paper, String need, String tone) {
    String when = paper.when();
    String clause = when == null ? null : RuleWords.of(item.form(), when);
    var copies = new ArrayList<String>();
    if (paper.originals() > 0) {
      copies.add("原件 " + paper.originals() + " 份");
    }
    if (paper.copies() > 0) {
      copies.add("复印件 " + paper.copies() + " 份");
    }
    return new PaperView(
        paper,
        need,
        tone,
        when == null ? null : clause == null ? "按您在申请表里填写的情形确定" : clause + "时",
        String.join("，", copies),
        switch (paper.form()) {
          case "paper" -> "纸质";
          case "electronic" -> "电子";
          default -> "电子、纸质均可";
        },
        switch (paper.source()) {
          case "government" -> "政府部门核发";
          case "other" -> "其他机构出具";
          default -> "申请人自备";
        },
        held(paper.held()));
  }

  private static @Nullable String held(@Nullable String held) {
    return switch (held) {
      case null -> null;
      case "person-register" -> "人口信息库能查到的，系统自动调取，不用您上传";
      case "company-register" -> "企业登记信息库能查到的，系统自动调取，不用您上传";
      default -> "有本市电子证照的，系统自动调取，不用您上传";
    };
  }

  private List<PlaceView> places(ServiceItem item) {
    return item.places().stream()
        .map(key -> directory.findPlace(key).orElse(null))
        .filter(Objects::nonNull)
        .map(
            place ->
                new PlaceView(
                    place.key(),
                    place.name(),
                    place.address(),
                    place.hours(),
                    place.phone(),
                    place.traffic(),
                    windows(place, item.department())))
        .toList();
  }

  private static List<String> windows(ServicePlace place, String department) {
    Map<String, List<String>> numbers =
        place.windows().stream()
            .filter(window -> window.departments().contains(department))
            .collect(
                Collectors.groupingBy(
                    ServicePlace.Window::name,
                    LinkedHashMap::new,
                    Collectors.mapping(ServicePlace.Window::number, Collectors.toList())));
    return numbers.entrySet().stream()
        .map(
            entry ->
                (entry.getValue().size() > 2
                        ? entry.getValue().getFirst() + "—" + entry.getValue().getLast()
                        : String.join("、", entry.getValue()))
                    + " 号 "
                    + entry.getKey())
        .toList();
  }
}
