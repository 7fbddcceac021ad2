package org.yongtong.catalogue.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.Leaves;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.Situation;
import org.yongtong.form.Field;

/**
 * One case in words.
 *
 * @param answers question id → answer; "—" where it is not asked
 * @param values question id → the answer as the address carries it
 * @param refusal why who answers so cannot apply, or null
 * @param later names of papers that only the application decides
 */
public record LeafLine(
    int number,
    Map<String, String> answers,
    Map<String, List<String>> values,
    List<String> papers,
    List<String> later,
    List<String> fees,
    List<String> steps,
    List<String> conditions,
    int days,
    String department,
    @Nullable String refusal) {

  /** Key of the pseudo-question who applies. */
  public static final String APPLICANT = "applicant";

  static List<LeafLine> of(Leaves leaves, Function<String, String> department) {
    var lines = new ArrayList<LeafLine>();
    for (Leaves.Leaf leaf : leaves.leaves()) {
      var answers = new LinkedHashMap<String, String>();
      var values = new LinkedHashMap<String, List<String>>();
      if (leaves.tellsApplicants()) {
        answers.put(APPLICANT, leaf.applicant().kind().equals("legal") ? "法人" : "个人");
      }
      for (Field question : leaves.questions()) {
        Object value = leaf.answers().get(question.id());
        answers.put(question.id(), value == null ? "—" : Leaves.words(question, value));
        if (value != null) {
          values.put(
              question.id(),
              value instanceof List<?> list
                  ? list.stream().map(String::valueOf).toList()
                  : List.of(value.toString()));
        }
      }
      Situation situation = leaf.situation();
      lines.add(
          new LeafLine(
              lines.size() + 1,
              answers,
              values,
              situation.papers().mine().stream().map(ServiceItem.Paper::name).toList(),
              situation.papers().undecided().stream().map(ServiceItem.Paper::name).toList(),
              situation.fees().mine().stream()
                  .map(fee -> fee.name() + " " + fee.amount() + " " + fee.unit())
                  .toList(),
              situation.steps().mine().stream().map(ServiceItem.Step::name).toList(),
              situation.conditions().mine().stream().map(ServiceItem.Condition::text).toList(),
              situation.promisedDays(),
              department.apply(situation.department()),
              leaf.refusal()));
    }
    return lines;
  }

  /** Everything but the answers: cases with the same outcome are one in the drawing. */
  String outcome() {
    if (refusal != null) {
      return "refused " + refusal;
    }
    return String.join(
        "\u0001",
        papers.toString(),
        later.toString(),
        fees.toString(),
        steps.toString(),
        conditions.toString(),
        String.valueOf(days),
        department);
  }

  /** In a line, as the drawing says it. */
  List<String> summary(boolean departments) {
    if (refusal != null) {
      return List.of("不能办理", refusal.length() > 13 ? refusal.substring(0, 12) + "…" : refusal);
    }
    var lines = new ArrayList<String>();
    lines.add(
        "%d 份材料%s"
            .formatted(papers.size(), later.isEmpty() ? "" : "，另 %d 份待定".formatted(later.size())));
    lines.add(
        "%s，%s"
            .formatted(
                days == 0 ? "当场办结" : days + " 个工作日",
                fees.isEmpty() ? "不收费" : "收费 %d 项".formatted(fees.size())));
    if (departments) {
      lines.add(department);
    }
    return lines;
  }

  /** Address of the guide with these answers, below the preview's own. */
  public String query() {
    var query = new StringBuilder();
    values.forEach(
        (id, all) ->
            all.forEach(
                value ->
                    query
                        .append(query.isEmpty() ? "?" : "&")
                        .append("f.")
                        .append(id)
                        .append('=')
                        .append(
                            java.net.URLEncoder.encode(
                                value, java.nio.charset.StandardCharsets.UTF_8))));
    return query.toString();
  }
}
