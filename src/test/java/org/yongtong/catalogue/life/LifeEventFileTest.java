package org.yongtong.catalogue.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.ItemSource;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.life.LifeEvent.Kind;

class LifeEventFileTest {

  private static final String HEAD =
      """
      schema: 1
      sample: true
      events:
        - key: birth
          who: person
          name: 生孩子
          icon: home
          tag: birth
          summary: 从头到尾
          words: [生孩子]
          phases:
            - when: 出生以后
              steps:
      """;

  @Test
  void theKindOfAStepSaysWhereItIsDone() {
    ItemSource source =
        source(
            "{item: a-b, say: 报户口, by: 父母, until: 一个月内, basis: 《条例》第七条}",
            "{auto: 自动到账}",
            "{elsewhere: 领证明, body: 医院, only: 住院的}");
    assertThat(LifeEventFile.check(source, Set.of("a-b"))).isEmpty();
    LifeEvent event = LifeEventFile.read(source).getFirst();
    assertThat(event.who()).isEqualTo(Audience.PERSON);
    assertThat(event.items()).containsExactly("a-b");
    assertThat(event.phases().getFirst().steps())
        .extracting(LifeEvent.Step::kind, LifeEvent.Step::text, LifeEvent.Step::by)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.ITEM, "报户口", "父母"),
            org.assertj.core.groups.Tuple.tuple(Kind.AUTO, "自动到账", null),
            org.assertj.core.groups.Tuple.tuple(Kind.ELSEWHERE, "领证明", "医院"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{item: no-such, say: 办, by: 本人}|没有事项 no-such",
        "{item: a-b, by: 本人}|缺少 say",
        "{item: a-b, say: 办}|缺少 by",
        "{auto: 到账, say: 办}|不需要 say",
        "{elsewhere: 领证明}|body",
        "{item: a-b, say: 办, by: 本人, until: 一个月内}|缺少 basis",
        "{item: a-b, auto: 到账}|只写一个",
        "{by: 本人}|只写一个",
        "{auto: 到账, colour: 红}|不认识的键"
      })
  void aMistakeIsNamedWithItsLine(String step, String said) {
    List<Defect> defects = LifeEventFile.check(source("{auto: 对的}", step), Set.of("a-b"));
    assertThat(defects).hasSize(1);
    assertThat(defects.getFirst().message()).contains(said);
    assertThat(defects.getFirst().line()).isEqualTo(15);
    assertThat(defects.getFirst().toString()).startsWith("life-events.yaml 第 15 行：");
  }

  @Test
  void theSameEventTwiceIsAMistake() {
    String twice =
        HEAD
            + "          - {auto: 一}\n"
            + HEAD.substring(HEAD.indexOf("  - key")).replace("出生以后", "以后")
            + "          - {auto: 二}\n";
    assertThat(LifeEventFile.check(ItemSource.of("life-events.yaml", twice), Set.of()))
        .extracting(Defect::message)
        .containsExactly("人生事 birth 写了两次");
  }

  @Test
  void thePackHasMoreThanADozenForPersonsAndHalfADozenForBusinesses() {
    List<LifeEvent> events =
        LifeEventFile.read(ItemSource.read(Path.of("city/nanning/life-events.yaml")));
    assertThat(events.stream().filter(event -> event.who() == Audience.PERSON))
        .hasSizeGreaterThanOrEqualTo(12);
    assertThat(events.stream().filter(event -> event.who() == Audience.LEGAL))
        .hasSizeGreaterThanOrEqualTo(6);
    assertThat(events).allMatch(event -> event.items().size() >= 3 || event.phases().size() >= 3);
  }

  private static ItemSource source(String... steps) {
    var text = new StringBuilder(HEAD);
    for (String step : steps) {
      text.append("          - ").append(step).append('\n');
    }
    return ItemSource.of("life-events.yaml", text.toString());
  }
}
