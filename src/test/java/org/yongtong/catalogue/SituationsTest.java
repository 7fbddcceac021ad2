package org.yongtong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.yongtong.form.Applicant;
import org.yongtong.form.Field;
import org.yongtong.form.FieldKind;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;

/** One evaluation of an item's rules, before and after everything is answered. */
class SituationsTest {

  private static final Path ITEMS = Path.of("city/nanning/items");
  private static final Applicant PERSON = new Applicant("person", "", "", "", "", "");
  private static final Applicant COMPANY = new Applicant("legal", "", "", "", "", "");

  private static AnnotationConfigApplicationContext context;
  private static Forms forms;
  private static Situations situations;
  private static ItemReader reader;

  @BeforeAll
  static void open() {
    context = ItemsTool.forms();
    forms = context.getBean(Forms.class);
    situations = new Situations(forms);
    reader = new ItemReader(forms);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Test
  void withoutAnAnswerEverythingWithARuleIsOpen() {
    ServiceItem item = item("identity-card");
    Situation situation = situations.of(item, Values.EMPTY, PERSON);
    assertThat(situation.asked())
        .extracting(Field::id)
        .containsExactly("apply_kind", "for_child", "household_at");
    assertThat(situation.open()).isEqualTo(situation.asked());
    assertThat(situation.fees().undecided()).hasSize(2);
    assertThat(situation.total()).isEmpty();
    assertThat(situation.daysSettled()).isFalse();
    assertThat(situation.promisedDays()).isEqualTo(20);
    assertThat(situation.settled()).isFalse();
  }

  @Test
  void theAnswersDecideFeeStepsAndDays() {
    ServiceItem item = item("identity-card");
    Situation lost =
        situations.of(
            item,
            values("apply_kind", "丢失补领", "for_child", "false", "household_at", "南宁市"),
            PERSON);
    assertThat(lost.fees().mine()).extracting(ServiceItem.Fee::amount).containsExactly("40.00");
    assertThat(lost.total().orElseThrow()).isEqualByComparingTo("40");
    assertThat(lost.steps().mine()).extracting(ServiceItem.Step::name).doesNotContain("户籍地核验");
    assertThat(lost.promisedDays()).isEqualTo(18);
    assertThat(lost.conditions().mine())
        .extracting(ServiceItem.Condition::text)
        .anyMatch(text -> text.startsWith("居民身份证丢失"))
        .noneMatch(text -> text.startsWith("证件有效期满"));
    Situation first =
        situations.of(
            item,
            values("apply_kind", "首次申领", "for_child", "true", "household_at", "其他省份"),
            PERSON);
    assertThat(first.fees().mine()).isEmpty();
    assertThat(first.total().orElseThrow()).isEqualByComparingTo("0");
    assertThat(first.promisedDays()).isEqualTo(20);
  }

  @Test
  void withoutRulesTheItemsPromiseStands() {
    ServiceItem item = item("food-business-licence");
    assertThat(situations.of(item, Values.EMPTY, COMPANY).promisedDays()).isEqualTo(8);
    assertThat(situations.of(item, Values.EMPTY, COMPANY).daysSettled()).isTrue();
    assertThat(situations.settled(item, Values.EMPTY, COMPANY).department())
        .isEqualTo("market_regulation");
  }

  @Test
  void theFirstRuleThatHoldsTakesTheCase() {
    ServiceItem item = item("student-aid");
    Situation open = situations.of(item, Values.EMPTY, PERSON);
    assertThat(open.departmentSettled()).isFalse();
    assertThat(open.department()).isEqualTo("education");
    Situation trade = situations.of(item, values("stage", "技工学校"), PERSON);
    assertThat(trade.department()).isEqualTo("human_resources");
    assertThat(trade.departmentSettled()).isTrue();
    ServiceItem.Route route = java.util.Objects.requireNonNull(trade.route());
    assertThat(situations.words(item, route.when(), route.whenWords())).isEqualTo("就读技工学校的");
    Situation school = situations.of(item, values("stage", "普通高中"), PERSON);
    assertThat(school.department()).isEqualTo("education");
    assertThat(school.route()).isNull();
    assertThat(school.departmentSettled()).isTrue();
  }

  @Test
  void whoAppliesIsAFactLikeAnAnswer() {
    ServiceItem item = item("fishing-licence");
    Situation unknown = situations.of(item, Values.EMPTY, new Applicant("", "", "", "", "", ""));
    assertThat(unknown.papers().undecided())
        .extracting(ServiceItem.Paper::id)
        .contains("crew_certificate");
    assertThat(situations.settled(item, Values.EMPTY, COMPANY).papers().mine())
        .extracting(ServiceItem.Paper::id)
        .contains("crew_certificate");
    assertThat(RuleWords.of(item.form(), "applicant.kind == 'legal'")).isEqualTo("申请人是单位");
  }

  @Test
  void aFeeByMeasureHasNoTotal() {
    ServiceItem item = item("soil-conservation-plan");
    Situation payer = situations.of(item, values("public_welfare", "false"), COMPANY);
    assertThat(payer.fees().mine()).hasSize(1);
    assertThat(payer.total()).isEmpty();
    Situation free = situations.of(item, values("public_welfare", "true"), COMPANY);
    assertThat(free.total().orElseThrow()).isEqualByComparingTo("0");
  }

  static Stream<String> itemsWithRules() throws IOException {
    try (Stream<Path> files = Files.list(ITEMS)) {
      return files
          .filter(
              file -> {
                var item = new Content(ItemSource.read(file).data());
                return Stream.of("conditions", "fees", "steps", "routing", "papers")
                    .flatMap(list -> item.each(list, each -> each).stream())
                    .anyMatch(each -> each.textOrNull("when") != null);
              })
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** What the guide says for certain, the application and the case say too. */
  @ParameterizedTest
  @MethodSource("itemsWithRules")
  void theGuideNeverSaysWhatTheCaseDoesNot(String id) {
    ServiceItem item = item(id);
    var random = new Random(id.hashCode());
    for (int i = 0; i < 40; i++) {
      Applicant applicant =
          item.audience().contains(ServiceItem.Audience.LEGAL) && random.nextBoolean()
              ? COMPANY
              : PERSON;
      Map<String, Object> all = answers(item, random);
      Map<String, Object> some = new LinkedHashMap<>(all);
      var guide = new HashSet<String>();
      item.form().fields().filter(Field::guide).map(Field::id).forEach(guide::add);
      some.keySet().removeIf(field -> !guide.contains(field) || random.nextInt(3) == 0);

      Situation before = situations.of(item, new Values(some, Map.of()), applicant);
      Situation after = situations.settled(item, new Values(all, Map.of()), applicant);

      assertThat(after.settled()).isTrue();
      agree(before.papers(), after.papers());
      agree(before.conditions(), after.conditions());
      agree(before.fees(), after.fees());
      agree(before.steps(), after.steps());
      if (before.departmentSettled()) {
        assertThat(before.department()).isEqualTo(after.department());
      }
      if (before.daysSettled()) {
        assertThat(before.promisedDays()).isEqualTo(after.promisedDays());
      }
      assertThat(after.promisedDays()).isLessThanOrEqualTo(item.limits().promisedDays());
      assertThat(after.promisedDays())
          .isGreaterThanOrEqualTo(
              Math.min(
                  item.limits().promisedDays(),
                  after.steps().mine().stream().mapToInt(ServiceItem.Step::days).sum()));
      assertThat(after.papers().mine())
          .isEqualTo(situations.papers(item, new Values(all, Map.of()), applicant));
      agree(before.sections(), after.sections());
    }
  }

  private static <T> void agree(Situation.Parts<T> before, Situation.Parts<T> after) {
    assertThat(after.undecided()).isEmpty();
    assertThat(after.mine()).containsAll(before.mine());
    assertThat(after.spared()).containsAll(before.spared());
  }

  /** Random answers to every field that has choices; numbers and texts are filled too. */
  private static Map<String, Object> answers(ServiceItem item, Random random) {
    var answers = new LinkedHashMap<String, Object>();
    item.form()
        .fields()
        .forEach(
            field -> {
              Object value = answer(field, random);
              if (value != null) {
                answers.put(field.id(), value);
              }
            });
    return answers;
  }

  private static @org.jspecify.annotations.Nullable Object answer(Field field, Random random) {
    List<String> options = field.options().stream().map(Field.Option::value).toList();
    return switch (field.kind()) {
      case CHOICE -> options.get(random.nextInt(options.size()));
      case CHOICES -> {
        var some = new ArrayList<>(options);
        some.removeIf(each -> random.nextBoolean());
        yield some.isEmpty() ? List.of(options.getFirst()) : some;
      }
      case YES_NO -> String.valueOf(random.nextBoolean());
      case INTEGER -> String.valueOf(random.nextInt(200));
      case DECIMAL, MONEY -> random.nextInt(200) + ".5";
      case DATE -> "2026-11-" + (10 + random.nextInt(20));
      case TEXT, TEXTAREA -> field.kind() == FieldKind.TEXT ? "试验" : null;
      default -> null;
    };
  }

  private static Values values(String... pairs) {
    var data = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      data.put(pairs[i], pairs[i + 1]);
    }
    return new Values(data, Map.of());
  }

  private static ServiceItem item(String id) {
    Map<String, Object> data = ItemSource.read(ITEMS.resolve(id + ".yaml")).data();
    return reader.read(
        new ItemReader.Stored(
            new UUID(0, id.hashCode()),
            1,
            id,
            null,
            Mode.OWN,
            ItemState.IN_USE,
            null,
            null,
            "0".repeat(31),
            "450100000000",
            CanonicalItem.of(data).json(),
            Instant.EPOCH));
  }
}
