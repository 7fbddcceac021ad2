package org.yongtong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What two versions say differently is said in words that a clerk and an applicant know. */
class DifferencesTest {

  private static final Path FILE = Path.of("city/nanning/items/food-business-licence.yaml");

  @Test
  void twoEqualVersionsHaveNoDifference() throws IOException {
    assertThat(Differences.between(item(""), item(""))).isEmpty();
  }

  @Test
  void aShorterPromiseIsSaidWithItsUnit() throws IOException {
    assertThat(changed("promised_days: 8", "promised_days: 5"))
        .containsExactly(new Difference("办理时限的承诺时限", "8 个工作日", "5 个工作日"));
  }

  @Test
  void aPaperKeepsItsIdentityWhenItIsRenamed() throws IOException {
    assertThat(changed("name: 经营场所平面布局图", "name: 场所平面图"))
        .containsExactly(new Difference("申请材料“场所平面图”的名称", "经营场所平面布局图", "场所平面图"));
  }

  @Test
  void whatAPaperAsksForIsSaidInWords() throws IOException {
    assertThat(
            changed(
                "    required: must\n"
                    + "    kind: copy\n"
                    + "    form: either\n"
                    + "    originals: 0\n"
                    + "    copies: 1",
                "    required: deferrable\n"
                    + "    kind: copy\n"
                    + "    form: electronic\n"
                    + "    originals: 0\n"
                    + "    copies: 2"))
        .containsExactly(
            new Difference("申请材料“经营场所平面布局图”的必要性", "必要", "可容缺"),
            new Difference("申请材料“经营场所平面布局图”的形式", "电子、纸质均可", "电子"),
            new Difference("申请材料“经营场所平面布局图”的复印件份数", "1 份", "2 份"));
  }

  @Test
  void aStepThatIsNewAndOneThatWentAreNamed() throws IOException {
    assertThat(
            changed(
                "{name: 制证送达, role: window, days: 1, duty: 生成电子证照并通知申请人}",
                "{name: 送达, role: window, days: 0, duty: 通知申请人}"))
        .containsExactly(
            new Difference("办理环节“送达”", null, "通知申请人（0 日）"),
            new Difference("办理环节“制证送达”", "生成电子证照并通知申请人（1 日）", null));
  }

  @Test
  void aConditionThatWasRewordedIsNoNewCondition() throws IOException {
    assertThat(changed("text: 有专职或者兼职的食品安全管理人员和保证食品安全的规章制度。", "text: 有食品安全管理人员和规章制度。"))
        .containsExactly(
            new Difference("受理条件的内容", "有专职或者兼职的食品安全管理人员和保证食品安全的规章制度。", "有食品安全管理人员和规章制度。"));
  }

  @Test
  void aFieldOfTheFormIsFoundByItsIdAndItsRulesAreNotShownAsFormulas() throws IOException {
    assertThat(
            changed(
                "{id: shop_name, label: 经营场所名称（招牌）, kind: text, required: true, max: 60}",
                "{id: shop_name, label: 招牌名称, kind: text, required: true, max: 40}"))
        .containsExactly(
            new Difference("申请表“经营场所”的填写项“招牌名称”的名称", "经营场所名称（招牌）", "招牌名称"),
            new Difference("申请表“经营场所”的填写项“招牌名称”的最多", "60", "40"));
    assertThat(changed("when: \"uses_vending\"", "when: \"sells_online\""))
        .singleElement()
        .matches(each -> each.place().endsWith("的提交情形"))
        .matches(each -> !each.sentence().contains("sells_online"));
  }

  @Test
  void entriesThatOnlyChangedPlacesAreSaidAsAnOrder() {
    Map<String, Object> one = Map.of("steps", List.of(step("受理"), step("审查"), step("决定")));
    Map<String, Object> two = Map.of("steps", List.of(step("受理"), step("决定"), step("审查")));
    assertThat(Differences.between(one, two))
        .containsExactly(new Difference("办理环节的顺序", "受理、审查、决定", "受理、决定、审查"));
  }

  @Test
  void ofALongListOnlyWhatChangedIsSaid() throws IOException {
    assertThat(changed("aliases: [食品经营许可证, ", "aliases: [食品证, "))
        .containsExactly(
            new Difference("通俗名称", "食品经营许可证", null), new Difference("通俗名称", null, "食品证"));
  }

  @Test
  void everyElementOfTheItemFilesHasAWord() throws IOException {
    Map<String, Object> item = item("");
    assertThat(Differences.between(Map.of(), item))
        .allMatch(each -> each.before() == null)
        .noneMatch(each -> each.place().matches(".*[a-z_]{4,}.*"));
  }

  @Test
  void aDifferenceReadsAsASentence() {
    assertThat(new Difference("承诺时限", "8 个工作日", "5 个工作日").sentence())
        .isEqualTo("承诺时限：由“8 个工作日”改为“5 个工作日”");
    assertThat(new Difference("收费", null, "10.00 元").sentence()).isEqualTo("收费：新增“10.00 元”");
    assertThat(new Difference("收费", "10.00 元", null).sentence()).isEqualTo("收费：删去“10.00 元”");
  }

  private static Map<String, Object> step(String name) {
    return Map.of("name", name, "role", "window", "days", 1, "duty", "办理");
  }

  private static List<Difference> changed(String here, String instead) throws IOException {
    String text = Files.readString(FILE);
    assertThat(text).contains(here);
    int at = text.indexOf(here);
    return Differences.between(
        item(text), item(text.substring(0, at) + instead + text.substring(at + here.length())));
  }

  private static Map<String, Object> item(String text) throws IOException {
    return ItemSource.of(
            FILE.getFileName().toString(), text.isEmpty() ? Files.readString(FILE) : text)
        .data();
  }
}
