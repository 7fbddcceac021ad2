package org.yongtong.catalogue.design;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Previews;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.Situation;
import org.yongtong.catalogue.Situations;
import org.yongtong.catalogue.edit.Heads;
import org.yongtong.catalogue.edit.Opened;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionCheck;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.form.Applicant;
import org.yongtong.form.Field;
import org.yongtong.form.FormCheck;
import org.yongtong.form.FormView;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;
import org.yongtong.registry.Company;
import org.yongtong.registry.Person;
import org.yongtong.registry.RegisterFacts;
import org.yongtong.registry.SamplePeople;

/** Tries a draft's form with sample people: pre-filled as they would see it; nothing is kept. */
@Component
class TryForm {

  /** Ages of which one of the sample people is offered each. */
  private static final int[] AGES = {0, 10, 18, 25, 35, 45, 55, 60, 70, 80, 90};

  private static final int COMPANIES = 8;

  private final SamplePeople samples;
  private final RegisterFacts facts;
  private final Forms forms;
  private final Situations situations;
  private final FormDefects defects;
  private final Previews previews;
  private final Heads heads;
  private final Directory directory;
  private final Clock clock;

  TryForm(
      SamplePeople samples,
      RegisterFacts facts,
      Forms forms,
      Situations situations,
      FormDefects defects,
      Previews previews,
      Heads heads,
      Directory directory,
      Clock clock) {
    this.samples = samples;
    this.facts = facts;
    this.forms = forms;
    this.situations = situations;
    this.defects = defects;
    this.previews = previews;
    this.heads = heads;
    this.directory = directory;
    this.clock = clock;
  }

  /** As whom the form is tried. */
  private record As(
      String query, String words, @Nullable Person person, @Nullable Company company) {

    Applicant applicant() {
      Person p = person;
      Company c = company;
      return p != null
          ? new Applicant(
              "person", p.name(), p.idNumber(), p.birth().toString(), p.sex(), p.division())
          : c != null
              ? new Applicant("legal", c.name(), c.creditCode(), "", "", c.division())
              : Applicant.UNKNOWN_PERSON;
    }
  }

  /**
   * @param who {@code p3} or {@code c1}: a place in the list of people or companies; "" for nobody
   * @param typed what was filled in; null for a form just opened
   */
  TryPage page(Opened opened, String who, @Nullable Map<String, String[]> typed) {
    Revision revision = opened.revision();
    ServiceItem item = item(revision);
    List<As> offered = offered(item);
    var people = new LinkedHashMap<String, String>();
    offered.forEach(each -> people.put(each.query(), each.words()));
    As as = offered.stream().filter(each -> each.query().equals(who)).findFirst().orElse(null);
    if (item == null || as == null) {
      return new TryPage(
          heads.of(opened),
          item != null,
          people,
          null,
          "",
          null,
          List.of(),
          Map.of(),
          Map.of(),
          List.of(),
          List.of(),
          0,
          "");
    }
    Values prefilled = prefilled(item, as);
    Values values = typed == null ? prefilled : forms.parse(item.form(), typed, prefilled);
    FormCheck check = forms.check(item.form(), values, as.applicant());
    FormView view = forms.view(item.form(), values, shown(check, typed), FormView.Options.ALL);
    Situation situation = situations.settled(item, values, as.applicant());
    return new TryPage(
        heads.of(opened),
        true,
        people,
        as.words(),
        as.query(),
        view,
        filled(item, prefilled, check),
        problems(check, true),
        problems(check, false),
        situation.papers().mine().stream()
            .filter(paper -> paper.held() == null)
            .map(ServiceItem.Paper::name)
            .toList(),
        situation.papers().mine().stream()
            .filter(paper -> paper.held() != null)
            .map(ServiceItem.Paper::name)
            .toList(),
        situation.promisedDays(),
        directory
            .findDepartment(situation.department())
            .map(Department::shortName)
            .orElse(situation.department()));
  }

  /** A form just opened shows no mistakes yet; what is missing stands in a list of its own. */
  private static FormCheck shown(FormCheck check, @Nullable Map<String, String[]> typed) {
    return typed == null
        ? new FormCheck(check.visible(), check.required(), List.of())
        : new FormCheck(
            check.visible(),
            check.required(),
            check.problems().stream().filter(problem -> !problem.missing()).toList());
  }

  private @Nullable ServiceItem item(Revision revision) {
    FormDefects.Result result = defects.of(revision.content());
    return result.form().isPresent() && result.defects().isEmpty()
        ? previews.item(RevisionCheck.document(revision), revision.department()).orElse(null)
        : null;
  }

  private static Map<String, String> problems(FormCheck check, boolean missing) {
    var some =
        new FormCheck(
            check.visible(),
            check.required(),
            check.problems().stream().filter(each -> each.missing() == missing).toList());
    return some.summary();
  }

  private static List<String> filled(ServiceItem item, Values prefilled, FormCheck check) {
    return item.form()
        .fields()
        .filter(field -> prefilled.get(field.id()) != null && check.visible().contains(field.id()))
        .map(Field::label)
        .toList();
  }

  private Values prefilled(ServiceItem item, As as) {
    var data = new LinkedHashMap<String, Object>();
    var origins = new LinkedHashMap<String, Values.Origin>();
    item.form()
        .fields()
        .filter(field -> field.prefill() != null)
        .forEach(
            field -> {
              Object value = facts.find(field, as.person(), as.company());
              if (value != null) {
                data.put(field.id(), value);
                String source = as.person() != null ? "register:person" : "register:company";
                origins.put(field.id(), new Values.Origin(source, clock.instant(), false));
              }
            });
    return new Values(data, origins);
  }

  private List<As> offered(@Nullable ServiceItem item) {
    var offered = new ArrayList<As>();
    if (item == null || item.audience().contains(ServiceItem.Audience.PERSON)) {
      people(offered);
    }
    if (item == null || item.audience().contains(ServiceItem.Audience.LEGAL)) {
      List<Company> companies = samples.companies();
      for (int i = 0; i < companies.size() && i < COMPANIES; i++) {
        Company each = companies.get(i);
        offered.add(new As("c" + i, "%s（%s）".formatted(each.name(), each.kind()), null, each));
      }
    }
    return offered;
  }

  private void people(List<As> into) {
    LocalDate today = LocalDate.now(clock);
    for (int age : AGES) {
      List<Person> all = samples.people();
      for (int i = 0; i < all.size(); i++) {
        Person each = all.get(i);
        int years = Period.between(each.birth(), today).getYears();
        if (each.alive() && years >= age && years < age + 8) {
          into.add(
              new As("p" + i, "%s（%s，%d 岁）".formatted(each.name(), each.sex(), years), each, null));
          break;
        }
      }
    }
  }
}
