package org.yongtong.catalogue;

import org.yongtong.catalogue.Shape.Each;
import org.yongtong.catalogue.Shape.Elsewhere;
import org.yongtong.catalogue.Shape.Flag;
import org.yongtong.catalogue.Shape.Keys;
import org.yongtong.catalogue.Shape.Text;
import org.yongtong.catalogue.Shape.Whole;
import org.yongtong.catalogue.Shape.Word;

/** The keys of an item's file (the elements of an implementation list, 实施清单). */
final class ItemShape {

  private static final Text NAME = Text.upTo(60);
  private static final Text LINE = Text.upTo(200);
  private static final Text PARAGRAPH = Text.upTo(600);
  private static final Text KEY = Text.like("[a-z][a-z0-9_]*", "小写字母、数字和下划线");
  private static final Text PLACE = Text.like("[a-z0-9]+([-_][a-z0-9]+)*", "地点编号");
  // a sample never shows the number of a living office
  private static final Text PHONE =
      Text.like("12345|0771-00000\\d\\d", "12345 或者示例号码 0771-00000xx");
  private static final Text THEME = Text.like("\\d{3}", "三位主题编码");

  static final Keys ITEM =
      Keys.none()
          .must("schema", new Whole(1, 1))
          .must("sample", new Flag())
          .must("id", Text.like("[a-z0-9]+(-[a-z0-9]+)*", "小写英文单词，以短横相连"))
          .must("name", NAME)
          .must("aliases", new Each(Text.upTo(30), 5))
          .must("summary", Text.upTo(160))
          .must(
              "kind",
              Word.of(
                  "permit",
                  "confirmation",
                  "benefit",
                  "reward",
                  "adjudication",
                  "other",
                  "service"))
          .must("handling", Word.of("instant", "committed"))
          .must("objects", new Each(Word.of("person", "legal"), 1))
          .must("department", KEY)
          .must("base_code", Text.like("\\d{12}", "12 位数字（加引号）"))
          .must("level", Word.of("city"))
          .must(
              "themes",
              Keys.none().may("person", new Each(THEME, 1)).may("legal", new Each(THEME, 1)))
          .may("life_events", new Each(new Word(Words.lifeEvents().keySet()), 0))
          .must(
              "bases",
              new Each(
                  Keys.none()
                      .must("law", LINE)
                      .must("number", LINE)
                      .must("article", NAME)
                      .must("text", Text.upTo(260)),
                  1))
          .must("conditions", new Each(Keys.none().must("text", PARAGRAPH).may("basis", LINE), 1))
          .must(
              "limits",
              Keys.none()
                  .must("legal_days", new Whole(0, 365))
                  .must("promised_days", new Whole(0, 365))
                  .may("legal_basis", LINE)
                  .may("note", PARAGRAPH))
          .must("visits", new Whole(0, 9))
          .must("depth", Word.of("full", "accept", "precheck"))
          .must(
              "result",
              Keys.none()
                  .must("kind", Word.of("certificate", "approval", "none"))
                  .must("name", NAME)
                  .may("certificate", certificate()))
          .must(
              "fees",
              new Each(
                  Keys.none()
                      .must("name", NAME)
                      .must("amount", Text.like("\\d{1,9}\\.\\d{2}", "两位小数的金额（加引号）"))
                      .must("unit", NAME)
                      .must("basis", LINE)
                      .may("reduction", PARAGRAPH),
                  0))
          .must(
              "steps",
              new Each(
                  Keys.none()
                      .must("name", Text.upTo(12))
                      .must("role", Word.of("window", "reviewer", "decider"))
                      .must("days", new Whole(0, 365))
                      .must("duty", LINE),
                  3))
          .must("windows", new Each(PLACE, 1))
          .must("consult", contact())
          .must("complain", contact())
          .must("rights", rights())
          .must("faq", new Each(Keys.none().must("q", LINE).must("a", PARAGRAPH), 3))
          .may("questions", new Each(new Elsewhere(), 0))
          .must("papers", new Each(paper(), 0))
          .must("form", new Elsewhere());

  private ItemShape() {}

  private static Keys certificate() {
    return Keys.none()
        .must("type", Text.like("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", "大写英文单词，以下划线相连"))
        .may("validity_years", new Whole(1, 100))
        .must("number_prefix", Text.like("[A-Z]{0,6}", "至多 6 个大写字母"))
        .must(
            "face",
            new Each(Keys.none().must("label", NAME).may("from", NAME).may("value", LINE), 1));
  }

  private static Keys contact() {
    return Keys.none().must("phone", PHONE).may("hours", LINE).may("url", Text.like("/.*", "本站地址"));
  }

  private static Keys rights() {
    return Keys.none()
        .must(
            "review",
            Keys.none().must("body", NAME).must("days", new Whole(1, 365)).must("basis", LINE))
        .must(
            "litigation",
            Keys.none().must("court", NAME).must("months", new Whole(1, 24)).must("basis", LINE));
  }

  private static Keys paper() {
    return Keys.none()
        .must("id", KEY)
        .must("name", NAME)
        .must("required", Word.of("must", "when", "optional", "deferrable"))
        .may("when", Text.upTo(400))
        .must("kind", Word.of("original", "copy", "both"))
        .must("form", Word.of("paper", "electronic", "either"))
        .must("originals", new Whole(0, 9))
        .must("copies", new Whole(0, 9))
        .must("source", Word.of("applicant", "government", "other"))
        .must("issuer", LINE)
        .may("basis", LINE)
        .may("note", PARAGRAPH)
        .may("sample", LINE)
        .may(
            "blank",
            Keys.none()
                .must("title", NAME)
                .must("lines", new Each(Keys.none().must("label", LINE).must("sample", LINE), 1)))
        .may("held", Text.like("person-register|company-register|[A-Z][A-Z0-9_]*", "库名或者证照类型"));
  }
}
