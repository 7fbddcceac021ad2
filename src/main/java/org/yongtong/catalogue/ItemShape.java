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

  static final Text NAME = Text.upTo(60);
  static final Text LINE = Text.upTo(200);
  static final Text SUMMARY = Text.upTo(160);
  static final Text PARAGRAPH = Text.upTo(600);
  static final Text KEY = Text.like("[a-z][a-z0-9_-]*", "小写字母、数字和下划线");
  static final Text PLACE = Text.like("[a-z0-9]+([-_][a-z0-9]+)*", "地点编号");
  // a sample never shows the number of a living office
  private static final Text PHONE =
      Text.like("12345|0771-00000\\d\\d", "12345 或者示例号码 0771-00000xx");
  private static final Text THEME = Text.like("\\d{3}", "三位主题编码");

  /** An expression over the form's fields (CEL). */
  static final Text RULE = Text.upTo(400);

  static final Text CODE = Text.like("[0-9A-Za-z-]{1,50}", "至多 50 位字母、数字和短横");

  static final Word RANGE = Word.of("nationwide", "cross_province", "cross_city", "cross_county");
  static final Each FOUR_WAYS = new Each(Word.of("at_once", "online", "nearby", "one_visit"), 1);
  static final Word DEPTH = Word.of("full", "accept", "precheck");

  static final Word POWER_SOURCE =
      Word.of(
          "statutory",
          "delegated",
          "authorised_up",
          "authorised_peer",
          "entrusted_up",
          "entrusted_peer");

  static final Keys ITEM =
      Keys.none()
          .must("schema", new Whole(1, 1))
          .must("sample", new Flag())
          .must("id", Text.like("[a-z0-9]+(-[a-z0-9]+)*", "小写英文单词，以短横相连"))
          .must("name", NAME)
          .must("aliases", new Each(Text.upTo(30), 5))
          .must("summary", SUMMARY)
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
          .may("handling_no", Text.like("\\d{2}", "两位数字（加引号）"))
          .may("sub_item_of", Text.like("\\d{9}000", "主项的 12 位基本编码（加引号）"))
          .may("power_source", POWER_SOURCE)
          .may("exercise", PARAGRAPH)
          .may("division_of_powers", PARAGRAPH)
          .may("range", RANGE)
          .may("four_ways", FOUR_WAYS)
          .may("visit_reason", LINE)
          .may("quantity", quantity())
          .may(
              "commitment",
              Keys.none()
                  .must("scope", PARAGRAPH)
                  .must("consequence", PARAGRAPH)
                  .must("check_days", new Whole(1, 365))
                  .may("basis", LINE))
          .may("special", new Each(special(), 1))
          .may("review", new Each(review(), 2))
          .may("joint", new Each(KEY, 1))
          .may(
              "intermediary",
              new Each(
                  Keys.none()
                      .must("name", NAME)
                      .must("kind", NAME)
                      .must("basis", LINE)
                      .may("note", PARAGRAPH),
                  1))
          .may("rights_enjoyed", new Each(LINE, 1))
          .may("duties", new Each(LINE, 1))
          .may(
              "responsibility", new Each(Keys.none().must("text", PARAGRAPH).may("basis", LINE), 1))
          .may("local_codes", Keys.none().may("catalog", CODE).may("task", CODE))
          .may("open", new Each(Word.of(ClaimShape.OPENABLE.toArray(String[]::new)), 1))
          .may("claims", new Each(ClaimShape.IN_PACK, 1))
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
          .must("conditions", conditions())
          .may("routing", routing())
          .must(
              "limits",
              Keys.none()
                  .must("legal_days", new Whole(0, 365))
                  .must("promised_days", new Whole(0, 365))
                  .may("legal_basis", LINE)
                  .may("note", PARAGRAPH))
          .must("visits", new Whole(0, 9))
          .must("depth", DEPTH)
          .must(
              "result",
              Keys.none()
                  .must("kind", Word.of("certificate", "approval", "none"))
                  .must("name", NAME)
                  .may("certificate", certificate()))
          .must("fees", fees())
          .must("steps", steps())
          .must("windows", windows())
          .must("consult", contact())
          .must("complain", contact())
          .must("rights", rights())
          .must("faq", faq(3))
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

  static Each conditions() {
    return new Each(ruled(Keys.none().must("text", PARAGRAPH).may("basis", LINE)), 1);
  }

  /** Which department takes the case: the first rule that holds. */
  static Each routing() {
    return new Each(
        Keys.none().must("department", KEY).must("when", RULE).may("when_words", LINE), 1);
  }

  /** Something that applies only to some: the rule, and the clause that a person reads. */
  private static Keys ruled(Keys keys) {
    return keys.may("when", RULE).may("when_words", LINE);
  }

  static Keys quantity() {
    return Keys.none().must("text", LINE).may("basis", LINE);
  }

  static Each fees() {
    return new Each(
        ruled(
            Keys.none()
                .must("name", NAME)
                .must("amount", Text.like("\\d{1,9}\\.\\d{2}", "两位小数的金额（加引号）"))
                .must("unit", NAME)
                .must("basis", LINE)
                .may("reduction", PARAGRAPH)),
        0);
  }

  static Each steps() {
    return new Each(
        ruled(
            Keys.none()
                .must("name", Text.upTo(12))
                .must("role", Word.of("window", "reviewer", "decider"))
                .must("days", new Whole(0, 365))
                .must("duty", LINE)),
        3);
  }

  static Each windows() {
    return new Each(PLACE, 1);
  }

  static Each faq(int least) {
    return new Each(Keys.none().must("q", LINE).must("a", PARAGRAPH), least);
  }

  /** 行政许可法第四十五条: what stops the clock. */
  private static Keys special() {
    return Keys.none()
        .must(
            "kind",
            Word.of(
                "hearing",
                "inspection",
                "testing",
                "quarantine",
                "appraisal",
                "expert_review",
                "public_notice",
                "tender",
                "auction"))
        .must("name", NAME)
        .must("days", new Whole(1, 365))
        .may("body", KEY)
        .may("basis", LINE);
  }

  /** Several levels of review; one alone is what every item has. */
  private static Keys review() {
    return Keys.none()
        .must("id", KEY)
        .must("name", Text.upTo(20))
        .may("department", KEY)
        .must("order", new Whole(1, 9));
  }

  static Keys contact() {
    return Keys.none().must("phone", PHONE).may("hours", LINE).may("url", Text.like("/.*", "本站地址"));
  }

  static Keys rights() {
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
        .may("when", RULE)
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
        .may("format", LINE)
        .may("pages", new Whole(1, 999))
        .may("accept", LINE)
        .may("when_words", LINE)
        .may(
            "defer",
            Keys.none()
                .must("days", new Whole(1, 60))
                .must("way", LINE)
                .may("missed", Word.of("stop", "withdraw"))
                .may("before", Word.of("decision", "delivery")))
        .may("commit", new Flag())
        .may("held", Text.like("person-register|company-register|[A-Z][A-Z0-9_]*", "库名或者证照类型"));
  }
}
