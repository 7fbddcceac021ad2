package org.yongtong.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.yongtong.platform.CityPack;

/** Forms as pages: what people and machines read there, and what comes back. */
class FormDrawingTest {

  private static final String[] OPTIONS = {"甲", "乙", "丙", "丁", "戊", "己", "庚"};

  /** One field of every kind, choices both as buttons and as a list. */
  private static final FormDefinition ALL_KINDS =
      FormFixture.form(
          """
          - {id: text, label: 文字, kind: text, required: true, hint: 提示一, max: 60}
          - {id: textarea, label: 说明, kind: textarea}
          - {id: whole, label: 人数, kind: integer, unit: 人}
          - {id: decimal, label: 面积, kind: decimal}
          - {id: money, label: 金额, kind: money}
          - {id: date, label: 日期, kind: date}
          - {id: choice, label: 单选, kind: choice, options: [甲, 乙]}
          - {id: select, label: 列表, kind: choice, options: [甲, 乙, 丙, 丁, 戊, 己, 庚]}
          - {id: choices, label: 多选, kind: choices, options: [甲, 乙, 丙]}
          - {id: yes_no, label: 是否, kind: yes_no, required: true}
          - {id: phone, label: 电话, kind: phone}
          - {id: email, label: 邮箱, kind: email}
          - {id: citizen, label: 号码, kind: citizen_number}
          - {id: credit, label: 代码, kind: credit_code}
          - {id: person, label: 人员, kind: person}
          - {id: company, label: 单位, kind: company}
          - {id: place, label: 地址, kind: address}
          - {id: account, label: 账户, kind: bank_account}
          - {id: scan, label: 扫描件, kind: paper}
          - {id: note, label: 请如实填写, kind: note}
          - {id: promise, label: 真实, kind: declaration}
          - id: rows
            label: 名单
            kind: repeat
            max: 3
            fields:
            - {id: member, label: 姓名, kind: person}
            - {id: home, label: 住址, kind: address}
            - {id: kinds, label: 类别, kind: choices, options: [甲, 乙]}
            - {id: sure, label: 属实, kind: declaration}
          """);

  @Test
  void everyKindIsDrawn() {
    assertThat(ALL_KINDS.fields().map(Field::kind).distinct())
        .containsExactlyInAnyOrder(FieldKind.values());
    Document page = FormPages.draw(ALL_KINDS, Values.EMPTY);
    for (Field field : ALL_KINDS.fields().toList()) {
      String id =
          Parts.composite(field.kind())
              ? "f-" + field.id() + "." + Parts.list(field.kind()).getFirst().id()
              : "f-" + field.id();
      assertThat(page.getElementById(id)).as(id).isNotNull();
    }
  }

  @Test
  void everyControlHasALabelAndNoIdComesTwice() throws Exception {
    for (Document page : pages()) {
      for (Element control : page.select("input:not([type=hidden]), select, textarea")) {
        boolean labelled =
            control.closest("label") != null
                || !page.select("label[for=\"" + control.id() + "\"]").isEmpty();
        assertThat(labelled).as(control.outerHtml()).isTrue();
      }
      List<String> ids = page.select("[id]").eachAttr("id");
      assertThat(ids).doesNotHaveDuplicates();
      for (String described : page.select("[aria-describedby]").eachAttr("aria-describedby")) {
        assertThat(ids).contains(described.split(" "));
      }
    }
  }

  @Test
  void everyProblemHasItsAnchor() throws Exception {
    for (Path file : items()) {
      FormDefinition form = form(file);
      FormCheck check = FormFixture.check(form);
      Document page = FormPages.draw(form, Values.EMPTY);
      for (FormCheck.Problem problem : check.problems()) {
        assertThat(page.getElementById("f-" + problem.path()))
            .as(file.getFileName() + " " + problem.path())
            .isNotNull();
      }
    }
    Values half =
        FormFixture.values(
            "person",
            Map.of("name", "李"),
            "company",
            Map.of("name", "邕"),
            "account",
            Map.of("bank", "x"),
            "place",
            Map.of("detail", "1号"),
            "choices",
            List.of("错"),
            "whole",
            "x",
            "yes_no",
            "错",
            "rows",
            List.of(Map.of("member", Map.of("phone", "1"), "home", Map.of("detail", "2号"))));
    Document page = FormPages.draw(ALL_KINDS, half);
    for (FormCheck.Problem problem :
        FormFixture.forms().check(ALL_KINDS, half, FormFixture.APPLICANT).problems()) {
      Element control = page.getElementById("f-" + problem.path());
      assertThat(control).as(problem.path()).isNotNull();
      assertThat(page.getElementById("f-" + problem.path() + "-error"))
          .as(problem.path())
          .isNotNull();
    }
  }

  @Test
  void renderedAndReadBackTheValuesAreTheSame() {
    var random = new Random(450100);
    for (int i = 0; i < 150; i++) {
      Values values = new Values(anyValues(random), Map.of());
      Document page = FormPages.draw(ALL_KINDS, values);
      Values back = FormFixture.forms().parse(ALL_KINDS, FormPages.sent(page), values);
      assertThat(back.data()).isEqualTo(values.data());
      Values fresh = FormFixture.forms().parse(ALL_KINDS, FormPages.sent(page), Values.EMPTY);
      assertThat(fresh.data()).isEqualTo(values.data());
    }
  }

  private static Map<String, Object> anyValues(Random random) {
    var data = new LinkedHashMap<String, Object>();
    for (Field field : ALL_KINDS.fields().toList()) {
      if (random.nextBoolean()) {
        put(data, field, random);
      }
    }
    return data;
  }

  private static void put(Map<String, Object> data, Field field, Random random) {
    String words =
        random.nextBoolean() ? "<b>\"引号\" & 'x'</b> &amp; ${x}" : "南宁" + random.nextInt(99);
    switch (field.kind()) {
      case TEXTAREA -> data.put(field.id(), words + "\n\n" + words);
      case INTEGER, PHONE, EMAIL, CITIZEN_NUMBER, CREDIT_CODE, DECIMAL, MONEY ->
          data.put(field.id(), random.nextBoolean() ? "12" : "<错>");
      case DATE -> data.put(field.id(), random.nextBoolean() ? "2026-02-03" : "明天");
      case CHOICE -> data.put(field.id(), OPTIONS[random.nextInt(field.options().size())]);
      case CHOICES -> data.put(field.id(), random.nextBoolean() ? List.of("甲", "乙") : List.of("乙"));
      case YES_NO -> data.put(field.id(), String.valueOf(random.nextBoolean()));
      case DECLARATION -> data.put(field.id(), "true");
      case PERSON -> data.put(field.id(), Map.of("name", words, "phone", "1"));
      case COMPANY -> data.put(field.id(), Map.of("name", words));
      case BANK_ACCOUNT -> data.put(field.id(), Map.of("holder", words, "number", "6222"));
      case ADDRESS -> {
        String division =
            List.of(FormFixture.VILLAGE, FormFixture.TOWN, FormFixture.COUNTY, Places.OUTSIDE)
                .get(random.nextInt(4));
        data.put(
            field.id(),
            Map.of(
                "division",
                division,
                "detail",
                words,
                "full",
                FormFixture.places().fullName(division) + words));
      }
      case REPEAT -> {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i <= random.nextInt(3); i++) {
          var row = new LinkedHashMap<String, Object>();
          for (Field inner : field.fields()) {
            if (random.nextBoolean()) {
              put(row, inner, random);
            }
          }
          rows.add(row);
        }
        data.put(field.id(), rows);
      }
      case TEXT -> data.put(field.id(), words);
      case PAPER -> {} // comes as a file
      case NOTE -> {}
    }
  }

  @Test
  void whatWasTypedIsNeverMarkup() {
    String attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
    Values values =
        FormFixture.values(
            "text",
            attack,
            "textarea",
            "</textarea>" + attack,
            "date",
            attack,
            "person",
            Map.of("name", attack),
            "place",
            Map.of("division", attack, "detail", attack),
            "scan",
            attack,
            "rows",
            List.of(Map.of("member", Map.of("name", attack))));
    Document page = FormPages.draw(ALL_KINDS, values);
    assertThat(page.select("script:not([src]), img, [onerror]")).isEmpty();
    assertThat(page.expectFirst("[id=f-text]").attr("value")).isEqualTo(attack);

    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put(
        "sections", FormFixture.forms().answers(ALL_KINDS, values, FormFixture.APPLICANT, true));
    parameters.put("change", "/apply/x");
    String answers = FormPages.render("form/_answers.jte", parameters);
    assertThat(answers).doesNotContain("<script", "<img").contains("&lt;script", "/apply/x#s-one");
  }

  @Test
  void aProblemStandsBesideItsFieldAndHintsAreRead() {
    Document page = FormPages.draw(ALL_KINDS, Values.EMPTY);
    Element text = page.expectFirst("[id=f-text]");
    assertThat(text.attr("aria-invalid")).isEqualTo("true");
    assertThat(text.attr("aria-required")).isEqualTo("true");
    assertThat(text.attr("aria-describedby")).isEqualTo("f-text-hint f-text-error");
    assertThat(page.expectFirst("[id=f-text-error]").text()).contains("请填写文字");
    assertThat(page.select("label[for=f-text]").text()).isEqualTo("文字（必填）");
    assertThat(page.expectFirst("[id=f-whole]").attr("inputmode")).isEqualTo("numeric");
    assertThat(page.expectFirst("[id=f-phone]").attr("type")).isEqualTo("tel");
  }

  @Test
  void aCorrectionRoundLocksAllOtherFieldsAndShowsTheOfficersReason() {
    Forms forms = FormFixture.forms();
    Values values =
        new Values(
            Map.of(
                "text",
                "旧名",
                "choice",
                "甲",
                "place",
                Map.of("division", FormFixture.VILLAGE, "detail", "1号", "full", "南宁市1号")),
            Map.of("text", new Values.Origin("register:company", Instant.EPOCH, true)));
    FormCheck check = forms.check(ALL_KINDS, values, FormFixture.APPLICANT);
    Document page =
        FormPages.draw(
            forms.view(
                ALL_KINDS,
                values,
                check,
                new FormView.Options(Set.of("text"), Map.of("text", "与营业执照不一致"), false)),
            null);
    assertThat(FormPages.sent(page).keySet()).containsExactly("f.text");
    assertThat(page.expectFirst("[id=f-text-mark]").text()).contains("与营业执照不一致");
    assertThat(page.select(".source").text()).isEqualTo("来自法人库，您已修改");
    assertThat(page.expectFirst("[id=f-place]").text()).contains("南宁市1号");
  }

  @Test
  void controlsSaveThemselvesOnlyWhereThePageSaysSo() {
    FormDefinition form =
        FormFixture.form(
            """
            - {id: online, label: 网络经营, kind: yes_no}
            - {id: site, label: 网址, kind: text, visible: online}
            - {id: name, label: 名称, kind: text}
            """);
    Forms forms = FormFixture.forms();
    FormView view =
        forms.view(
            form,
            Values.EMPTY,
            forms.check(form, Values.EMPTY, FormFixture.APPLICANT),
            FormView.Options.ALL);
    Document page = FormPages.draw(view, "/apply/7/save");
    assertThat(page.expectFirst("[id=f-name]").attr("hx-post")).isEqualTo("/apply/7/save");
    assertThat(page.expectFirst("[id=f-name]").attr("hx-swap")).isEqualTo("none");
    assertThat(page.expectFirst("[id=f-online]").attr("hx-swap")).isEqualTo("outerHTML");
    assertThat(page.getElementById("f-site")).isNull();
    assertThat(FormPages.draw(view, null).select("[hx-post]")).isEmpty();
  }

  @Test
  void theGuideAsksOnlyItsOwnQuestions() throws Exception {
    FormDefinition form = form(Path.of("city/nanning/items/food-business-licence.yaml"));
    Forms forms = FormFixture.forms();
    FormView view =
        forms.view(
            form,
            Values.EMPTY,
            forms.check(form, Values.EMPTY, FormFixture.APPLICANT),
            new FormView.Options(null, Map.of(), true));
    assertThat(view.sections()).hasSize(1);
    assertThat(view.sections().getFirst().fields()).allMatch(field -> field.field().guide());
  }

  private static List<Document> pages() throws Exception {
    var pages = new ArrayList<Document>();
    pages.add(FormPages.draw(ALL_KINDS, Values.EMPTY));
    pages.add(FormPages.draw(ALL_KINDS, new Values(anyValues(new Random(3)), Map.of())));
    for (Path file : items()) {
      pages.add(FormPages.draw(form(file), Values.EMPTY));
    }
    return pages;
  }

  private static List<Path> items() throws Exception {
    try (var files = Files.list(Path.of("city/nanning/items"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @SuppressWarnings("unchecked")
  private static FormDefinition form(Path file) {
    return FormFixture.forms()
        .read(
            (Map<String, Object>)
                java.util.Objects.requireNonNull(CityPack.yaml(file).get("form")));
  }
}
