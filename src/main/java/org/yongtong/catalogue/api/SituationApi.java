package org.yongtong.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.Guides;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.ServiceItem.Route;
import org.yongtong.catalogue.Situation;
import org.yongtong.catalogue.Situations;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.form.Field;
import org.yongtong.form.FormDefinition.Section;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** What an item means for answers given: evaluated as for the guide page. */
@RestController
@Allow(Who.ANYONE)
@Tag(name = "事项 Items")
class SituationApi {

  private final Catalogue catalogue;
  private final Guides guides;
  private final Situations situations;
  private final Directory directory;

  SituationApi(Catalogue catalogue, Guides guides, Situations situations, Directory directory) {
    this.catalogue = catalogue;
    this.guides = guides;
    this.situations = situations;
    this.directory = directory;
  }

  /**
   * @param settled nothing hangs on an open question any more
   * @param daysSettled {@code promisedDays} is certain, else it is the most
   * @param routedBy the rule that gave the case to this department, or null
   * @param total in yuan, or null while it cannot be said
   */
  record SituationData(
      String taskCode,
      int version,
      boolean settled,
      List<QuestionData> open,
      int promisedDays,
      boolean daysSettled,
      GuideData.Body department,
      boolean departmentSettled,
      @Nullable String routedBy,
      @Nullable String total,
      Parts papers,
      Parts conditions,
      Parts fees,
      Parts steps,
      Parts sections) {}

  /** A question without an answer; {@code parameter} answers it. */
  record QuestionData(String parameter, String label, String kind, List<String> values) {}

  /** By name (papers and sections by id). */
  record Parts(List<String> mine, List<String> undecided, List<String> spared) {}

  @GetMapping("/api/v1/items/{code}/situation")
  @Operation(
      summary = "按情形确定的办事指南",
      description = "参数 f.问题=回答（可以重复），问题见返回的 open。返回适用的条件、材料、收费、环节、时限和承办部门；undecided 还要看没有回答的问题。")
  SituationData situation(@PathVariable String code, HttpServletRequest request) {
    ServiceItem item =
        catalogue.findPublished(code).orElseThrow(() -> Problem.notFound("没有这个实施编码的在用事项"));
    Situation situation = guides.situation(item, request.getParameterMap());
    Department department = directory.department(situation.department());
    Route route = situation.route();
    return new SituationData(
        item.taskCode(),
        item.versionNumber(),
        situation.settled(),
        situation.open().stream().map(SituationApi::question).toList(),
        situation.promisedDays(),
        situation.daysSettled(),
        new GuideData.Body(department.key(), department.name(), department.creditCode()),
        situation.departmentSettled(),
        route == null ? null : situations.words(item, route.when(), route.whenWords()),
        situation.total().map(total -> total.setScale(2).toPlainString()).orElse(null),
        parts(situation.papers(), ServiceItem.Paper::id),
        parts(situation.conditions(), ServiceItem.Condition::text),
        parts(situation.fees(), ServiceItem.Fee::name),
        parts(situation.steps(), ServiceItem.Step::name),
        parts(situation.sections(), Section::id));
  }

  private static QuestionData question(Field field) {
    return new QuestionData(
        "f." + field.id(),
        field.label(),
        field.kind().name().toLowerCase(java.util.Locale.ROOT),
        switch (field.kind()) {
          case YES_NO -> List.of("true", "false");
          default -> field.options().stream().map(Field.Option::value).toList();
        });
  }

  private static <T> Parts parts(Situation.Parts<T> parts, Function<T, String> name) {
    return new Parts(
        parts.mine().stream().map(name).toList(),
        parts.undecided().stream().map(name).toList(),
        parts.spared().stream().map(name).toList());
  }
}
