package org.yongtong.catalogue.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongtong.catalogue.edit.Block.Field;
import org.yongtong.catalogue.edit.Block.Rows;

class TypedTest {

  private static final EditorPage PAGE =
      EditorPage.of(
          "page",
          "一页",
          "",
          Field.line("name", "名称", 60),
          Field.number("limits.promised_days", "承诺时限", "个工作日"),
          Field.choices("objects", "服务对象", Map.of("person", "个人", "legal", "法人")),
          Field.lines("aliases", "别名", 30),
          Field.line("code", "编码", 12).stays(),
          Rows.of("bases", "依据", "依据", Field.line("law", "法律", 60), Field.text("text", "内容", 260))
              .stay(),
          Rows.of("special", "特别程序", "程序", Field.line("name", "名称", 60)));

  private static final Map<String, Object> STORED =
      Map.of(
          "name",
          "原来的",
          "code",
          "000131001000",
          "faq",
          List.of("别页的"),
          "bases",
          List.of(
              Map.of("law", "甲法", "text", "甲", "kept", "不在页上的"), Map.of("law", "乙法", "text", "乙")));

  @Test
  void whatIsTypedTakesItsPlaceAndTheRestStays() {
    var document =
        typed(
            "name", " 新的 ",
            "limits.promised_days", "8",
            "objects", "",
            "objects", "person",
            "aliases", "一\r\n\r\n 二 ",
            "code", "forged");
    assertThat(document)
        .containsEntry("name", "新的")
        .containsEntry("limits", Map.of("promised_days", 8))
        .containsEntry("objects", List.of("person"))
        .containsEntry("aliases", List.of("一", "二"))
        .containsEntry("code", "000131001000")
        .containsEntry("faq", List.of("别页的"));
  }

  @Test
  void emptiedElementsGoAndEmptiedMapsGoWithThem() {
    var document = typed("name", " ", "limits.promised_days", "");
    assertThat(document).doesNotContainKeys("name", "limits");
  }

  @Test
  void aNumberThatIsNoneIsKeptAsItWasTyped() {
    assertThat(typed("limits.promised_days", "八"))
        .containsEntry("limits", Map.of("promised_days", "八"));
    assertThat(typed("limits.promised_days", "08"))
        .containsEntry("limits", Map.of("promised_days", "08"));
  }

  @Test
  void rowsAreWrittenOneByOneAndKeepWhatThePageDoesNotShow() {
    var document =
        typed("n:bases", "3", "bases[0].law", "丙法", "bases[1].law", "", "bases[1].text", "");
    // the second was emptied and the third never filled in: both go
    assertThat(document)
        .containsEntry("bases", List.of(Map.of("law", "丙法", "text", "甲", "kept", "不在页上的")));
  }

  @Test
  void aListThatMayBeMissingGoesWhenItIsEmptyAndAnotherStays() {
    var document = typed("n:special", "0", "n:bases", "0");
    assertThat(document).doesNotContainKey("special").containsEntry("bases", List.of());
  }

  @Test
  void whatIsFarTooLongIsNotKept() {
    var result = Typed.on(PAGE, sent("name", "长".repeat(Typed.LONGEST + 1)), STORED);
    assertThat(result.problems()).containsOnlyKeys("name");
  }

  @Test
  void rowsAreAddedRemovedAndMovedWithoutLosingAny() {
    assertThat(moved("up:bases:1")).extracting("law").containsExactly("乙法", "甲法");
    assertThat(moved("down:bases:0")).extracting("law").containsExactly("乙法", "甲法");
    assertThat(moved("up:bases:0")).extracting("law").containsExactly("甲法", "乙法");
    assertThat(moved("remove:bases:0")).extracting("law").containsExactly("乙法");
    assertThat(moved("add:bases")).hasSize(3);
    assertThat(moved("remove:bases:99")).hasSize(2);
    assertThat(Move.parse("remove:bases;drop")).isEmpty();
    assertThat(Move.parse("remove:bases:99999")).isEmpty();
  }

  @Test
  void theFingerprintTellsChangesOfThePageFromChangesElsewhere() {
    String before = PAGE.fingerprint(STORED);
    Map<String, Object> elsewhere = Place.copy(STORED);
    elsewhere.put("faq", List.of());
    assertThat(PAGE.fingerprint(elsewhere)).isEqualTo(before);
    Map<String, Object> here = Place.copy(STORED);
    here.put("name", "别人改的");
    assertThat(PAGE.fingerprint(here)).isNotEqualTo(before);
  }

  @Test
  void aFormIsReadBackAsItWasWritten() {
    Map<String, Object> form =
        Map.of(
            "sections",
            List.of(
                Map.of(
                    "id", "request",
                    "title", "申请内容",
                    "fields",
                        List.of(
                            Map.of(
                                "id",
                                "days",
                                "kind",
                                "integer",
                                "label",
                                "天数",
                                "required",
                                true,
                                "options",
                                List.of("001", "是"))))));
    String text = FormText.write(form);
    assertThat(FormText.read(text)).isEqualTo(form);
    assertThat(text).startsWith("sections:\n  - id: request\n    title: 申请内容");
    assertThat(FormText.read("sections: [")).isEqualTo("sections: [");
    assertThat(FormText.write("sections: [")).isEqualTo("sections: [");
  }

  private static List<?> moved(String button) {
    Map<String, Object> document = Place.copy(STORED);
    Move.parse(button).orElseThrow().apply(PAGE, document, Map.of());
    return Place.list(document, "bases");
  }

  private static Map<String, Object> typed(String... pairs) {
    return Typed.on(PAGE, sent(pairs), STORED).document();
  }

  private static Map<String, String[]> sent(String... pairs) {
    var sent = new HashMap<String, String[]>();
    for (int i = 0; i < pairs.length; i += 2) {
      String[] before = sent.getOrDefault(pairs[i], new String[0]);
      String[] more = java.util.Arrays.copyOf(before, before.length + 1);
      more[before.length] = pairs[i + 1];
      sent.put(pairs[i], more);
    }
    return sent;
  }
}
