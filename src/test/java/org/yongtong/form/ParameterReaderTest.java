package org.yongtong.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parameters as browsers and others send them. */
class ParameterReaderTest {

  private static final FormDefinition FORM =
      FormFixture.form(
          """
          - {id: name, label: 名称, kind: text}
          - {id: kinds, label: 种类, kind: choices, options: [甲, 乙, 丙]}
          - {id: promise, label: 声明, kind: declaration}
          - {id: place, label: 地址, kind: address}
          - {id: place_two, label: 另一地址, kind: address}
          - {id: r, label: 人员, kind: repeat, min: 1, max: 3, fields: [{id: who, label: 姓名, kind: text}, {id: good, label: 合格, kind: yes_no}]}
          """);

  @Test
  void whatThePageDidNotSendStaysAndUnknownNamesAreIgnored() {
    Values before = FormFixture.values("name", "甲店", "kinds", List.of("甲"));
    Values after =
        parse(
            before,
            "f.kinds",
            "",
            "f.kinds",
            "乙",
            "f.kinds",
            "丙",
            "f.ghost",
            "x",
            "name",
            "y",
            "f.name.x",
            "z");
    assertThat(after.data()).isEqualTo(Map.of("name", "甲店", "kinds", List.of("乙", "丙")));
  }

  @Test
  void anUntickedBoxOverwritesATickedOne() {
    Values before = FormFixture.values("promise", "true", "kinds", List.of("甲"));
    assertThat(parse(before, "f.promise", "", "f.kinds", "").data()).isEmpty();
    assertThat(parse(Values.EMPTY, "f.promise", "", "f.promise", "true").text("promise"))
        .isEqualTo("true");
  }

  @Test
  void ofAParameterSentTwiceTheLastOneCounts() {
    assertThat(parse(Values.EMPTY, "f.name", "甲", "f.name", "乙").text("name")).isEqualTo("乙");
  }

  @Test
  void textIsTrimmedAndComposed() {
    assertThat(parse(Values.EMPTY, "f.name", " \u3000Caf\u0065\u0301\u200B ").text("name"))
        .isEqualTo("Caf\u00e9");
  }

  @Test
  void anAddressKeepsTheLowestLevelThatLiesInTheOneAbove() {
    assertThat(
            parse(
                    Values.EMPTY,
                    "f.place.county",
                    "450103000000",
                    "f.place.town",
                    "450103001000",
                    "f.place.village",
                    "450103001001",
                    "f.place.detail",
                    "民族大道１号")
                .get("place"))
        .isEqualTo(
            Map.of(
                "division", "450103001001",
                "detail", "民族大道１号",
                "full", "南宁市青秀区新竹街道新竹社区居委会民族大道１号"));
    Values moved =
        parse(
            Values.EMPTY,
            "f.place.county",
            "450107000000",
            "f.place.town",
            "450103001000",
            "f.place.village",
            "450103001001");
    assertThat(moved.text("place.division")).isEqualTo("450107000000");
    assertThat(
            parse(Values.EMPTY, "f.place.county", "000000000000", "f.place.detail", "广州市1号")
                .text("place.full"))
        .isEqualTo("广州市1号");
  }

  @Test
  void aFieldWhoseNameBeginsLikeAnotherIsItsOwn() {
    Values after = parse(Values.EMPTY, "f.place_two.detail", "1号");
    assertThat(after.data()).containsOnlyKeys("place_two");
  }

  @Test
  void rowsAreAddedAndRemovedByButtons() {
    Values two =
        parse(Values.EMPTY, "f.r.rows", "1", "f.r.0.row", "1", "f.r.0.who", "李", "f.row.add", "r");
    assertThat(two.get("r")).isEqualTo(List.of(Map.of("who", "李"), Map.of()));

    Values one =
        parse(
            two,
            "f.r.rows",
            "1",
            "f.r.0.who",
            "李",
            "f.r.1.who",
            "黄",
            "f.r.1.good",
            "true",
            "f.row.remove",
            "r.0");
    assertThat(one.get("r")).isEqualTo(List.of(Map.of("who", "黄", "good", "true")));
  }

  @Test
  void addingFromAnUntouchedPageGivesTheSecondRow() {
    assertThat(parse(Values.EMPTY, "f.r.rows", "1", "f.r.0.row", "1", "f.row.add", "r").get("r"))
        .isEqualTo(List.of(Map.of(), Map.of()));
  }

  @Test
  void noMoreRowsThanAllowedAndNoneFromForgedNames() {
    Values full = FormFixture.values("r", List.of(Map.of(), Map.of(), Map.of()));
    assertThat((List<?>) parse(full, "f.row.add", "r").data().get("r")).hasSize(3);
    assertThat(
            parse(
                    Values.EMPTY,
                    "f.r.rows",
                    "1",
                    "f.r.999999999.who",
                    "x",
                    "f.r.-1.who",
                    "x",
                    "f.r.x.who",
                    "x",
                    "f.r.501.who",
                    "x",
                    "f.row.remove",
                    "r.99999999999")
                .data())
        .isEmpty();
    assertThat(parse(full, "f.row.remove", "name.0", "f.row.add", "name").data())
        .isEqualTo(full.data());
  }

  @Test
  void aGroupSentWithoutRowsIsEmpty() {
    Values before = FormFixture.values("r", List.of(Map.of("who", "李")));
    assertThat(parse(before, "f.r.rows", "1").data()).isEmpty();
    assertThat(parse(before, "f.name", "x").get("r")).isEqualTo(before.get("r"));
  }

  @Test
  void aChangedRegisterValueIsMarkedSo() {
    var origin = new Values.Origin("register:person", Instant.EPOCH, false);
    Values before = new Values(Map.of("name", "甲"), Map.of("name", origin));
    assertThat(parse(before, "f.name", "甲").origins()).containsEntry("name", origin);
    assertThat(parse(before, "f.name", "乙").origins().get("name"))
        .isEqualTo(new Values.Origin("register:person", Instant.EPOCH, true));
  }

  @Test
  void buttonsInsideTheFormAreToldFromTheSubmission() {
    assertThat(Forms.redraws(FormFixture.posted("f.row.add", "r"))).isTrue();
    assertThat(Forms.redraws(FormFixture.posted("f.refresh", "place"))).isTrue();
    assertThat(Forms.redraws(FormFixture.posted("f.name", "x"))).isFalse();
  }

  private static Values parse(Values before, String... pairs) {
    return FormFixture.forms().parse(FORM, FormFixture.posted(pairs), before);
  }
}
