package org.yongtong.catalogue;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.GuidePage.Asking;
import org.yongtong.catalogue.GuidePage.Mine;
import org.yongtong.catalogue.GuidePage.QuestionView;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.ServiceItem.Paper;
import org.yongtong.directory.Directory;
import org.yongtong.form.Applicant;
import org.yongtong.form.Field;
import org.yongtong.form.FormCheck;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;

/** Makes guide pages; one without answers is made once for each version. */
@Component
public class Guides {

  private final Forms forms;
  private final Situations situations;
  private final GuideTerms terms;
  private final Directory directory;
  private final CityCatalogue catalogue;
  private final ItemBodies bodies;
  private final DateTimeFormatter date;
  private final Cache<ServiceItem, GuidePage> plain =
      CacheBuilder.newBuilder().weakKeys().maximumSize(600).build();

  Guides(
      Forms forms,
      Situations situations,
      Directory directory,
      CityCatalogue catalogue,
      ItemBodies bodies,
      @Value("${yongtong.address:http://localhost:${server.port:8080}}") String root,
      Clock clock) {
    this.bodies = bodies;
    this.forms = forms;
    this.situations = situations;
    this.terms =
        new GuideTerms(
            situations,
            directory,
            root.endsWith("/") ? root.substring(0, root.length() - 1) : root);
    this.directory = directory;
    this.catalogue = catalogue;
    this.date = DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(clock.getZone());
  }

  /**
   * @param parameters of the request; those that begin with {@code f.} answer the questions
   */
  GuidePage page(ServiceItem item, Map<String, String[]> parameters) {
    GuideAnswers answers = GuideAnswers.of(item, parameters);
    if (answers.isPlain()) {
      GuidePage known = plain.getIfPresent(item);
      if (known == null) {
        known = build(item, answers);
        plain.put(item, known);
      }
      return known;
    }
    return build(item, answers);
  }

  /**
   * The answers of a request ({@code f.} parameters) and what they mean.
   *
   * @param query those that can be used, as they stand in an address; "" without any
   * @param said they in words
   */
  public record Answered(Situation situation, String query, List<GuidePage.Answer> said) {}

  public Answered answered(ServiceItem item, Map<String, String[]> parameters) {
    Read read = read(item, GuideAnswers.of(item, parameters));
    String query = read.answers().query();
    return new Answered(read.situation(), query, query.isEmpty() ? List.of() : said(item, read));
  }

  /** What the answers of a request ({@code f.} parameters) mean. */
  public Situation situation(ServiceItem item, Map<String, String[]> parameters) {
    return read(item, GuideAnswers.of(item, parameters)).situation();
  }

  /**
   * @param answers those that can be used, of questions that are asked
   * @param problems id of a question → why its answer cannot be used
   */
  private record Read(
      GuideAnswers answers,
      Values values,
      Applicant applicant,
      Map<String, String> problems,
      Situation situation) {}

  private Read read(ServiceItem item, GuideAnswers answers) {
    Applicant applicant = applicant(item);
    Values values = forms.parse(item.form(), answers.given(), Values.EMPTY);
    var problems = new LinkedHashMap<String, String>();
    if (!answers.given().isEmpty()) {
      for (FormCheck.Problem problem : forms.check(item.form(), values, applicant).problems()) {
        if (!problem.missing()
            && answers.given().containsKey(GuideAnswers.FIELD + problem.path())) {
          problems.putIfAbsent(problem.path(), problem.message());
        }
      }
    }
    GuideAnswers usable = answers;
    if (!problems.isEmpty()) {
      usable = answers.without(problems.keySet());
      values = forms.parse(item.form(), usable.given(), Values.EMPTY);
    }
    Situation situation = situations.of(item, values, applicant);
    return new Read(usable.only(situation.asked()), values, applicant, problems, situation);
  }

  private GuidePage build(ServiceItem item, GuideAnswers given) {
    Read read = read(item, given);
    Situation situation = read.situation();
    GuideAnswers answers = read.answers();
    boolean answered = !answers.given().isEmpty();
    boolean present =
        catalogue
            .findHead(item.taskCode())
            .filter(now -> now.version().equals(item.version()))
            .isPresent();
    String own = "/items/" + item.taskCode();
    String path = present ? own : own + "/versions/" + item.versionNumber();
    Mine mine = terms.of(item, situation, answers.query(), said(item, read), path);
    return new GuidePage(
        item,
        directory
            .findDepartment(situation.department())
            .orElseGet(() -> directory.department(item.department())),
        directory.fullName(item.division()),
        path,
        GuideTerms.facts(item, situation, mine),
        situation.asked().stream().map(field -> question(field, given, read.problems())).toList(),
        answered,
        situation.open().size(),
        GuidePapers.of(item, situation),
        situation.papers().spared().stream().map(Paper::name).toList(),
        mine,
        given.oneByOne() ? asking(given, read, path) : null,
        new GuidePlaces(directory).of(item, situation.department()),
        "/apply/" + item.taskCode() + mine.query(),
        date.format(item.publishedAt()),
        bodies.of(item.leadId(), item.taskCode()),
        !present);
  }

  private List<GuidePage.Answer> said(ServiceItem item, Read read) {
    return forms.answers(item.form(), read.values(), read.applicant(), false).stream()
        .flatMap(section -> section.answers().stream())
        .map(answer -> new GuidePage.Answer(answer.label(), answer.text()))
        .toList();
  }

  private static QuestionView question(
      Field field, GuideAnswers given, Map<String, String> problems) {
    return new QuestionView(field, given.of(field), problems.get(field.id()));
  }

  private static Asking asking(GuideAnswers given, Read read, String path) {
    GuideAnswers kept = read.answers();
    List<Field> open =
        read.situation().open().stream()
            .filter(field -> !given.skipped().contains(field.id()))
            .toList();
    Field now = open.isEmpty() ? null : open.getFirst();
    String skips =
        given.skipped().stream().sorted().map(id -> "&skip=" + id).reduce("", String::concat);
    String query = kept.query().isEmpty() ? "" : "&" + kept.query();
    String back = null;
    if (!kept.given().isEmpty()) {
      String last = new ArrayList<>(kept.given().keySet()).getLast();
      String before = kept.without(Set.of(last.substring(GuideAnswers.FIELD.length()))).query();
      back = path + "?one=1" + (before.isEmpty() ? "" : "&" + before) + "#situation";
    }
    var carried = new ArrayList<>(kept.parameters());
    given.skipped().stream()
        .sorted()
        .forEach(id -> carried.add(new GuidePage.Parameter("skip", id)));
    return new Asking(
        now == null ? null : question(now, given, read.problems()),
        kept.given().size() + given.skipped().size() + 1,
        now != null && now.id().equals(given.at()) && given.of(now).isEmpty(),
        List.copyOf(carried),
        path + "?one=1" + query + skips + (now == null ? "" : "&skip=" + now.id()) + "#situation",
        back);
  }

  /** Who looks at a guide is not known; of whom the item is for only if it is for one kind. */
  private static Applicant applicant(ServiceItem item) {
    if (item.audience().size() > 1) {
      return new Applicant("", "", "", "", "", "");
    }
    return item.audience().contains(Audience.LEGAL)
        ? new Applicant("legal", "", "", "", "", "")
        : Applicant.UNKNOWN_PERSON;
  }
}
