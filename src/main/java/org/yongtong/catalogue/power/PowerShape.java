package org.yongtong.catalogue.power;

import org.yongtong.catalogue.Shape.Each;
import org.yongtong.catalogue.Shape.Flag;
import org.yongtong.catalogue.Shape.Keys;
import org.yongtong.catalogue.Shape.Text;
import org.yongtong.catalogue.Shape.Whole;
import org.yongtong.catalogue.Shape.Word;

/** The keys of a department's file of powers. */
final class PowerShape {

  private static final Text NAME = Text.upTo(80);
  private static final Text LINE = Text.upTo(200);
  private static final Text PARAGRAPH = Text.upTo(600);
  private static final Text ARTICLE = Text.upTo(1_000);
  private static final Text KEY = Text.like("[a-z0-9]+([-_][a-z0-9]+)*", "小写英文单词，以短横或者下划线相连");
  // a sample never shows the number of a living office
  private static final Text PHONE =
      Text.like("12345|0771-00000\\d\\d", "12345 或者示例号码 0771-00000xx");
  private static final Word UNIT = Word.of("calendar", "working");

  static final Keys FILE =
      Keys.none()
          .must("schema", new Whole(1, 1))
          .must("sample", new Flag())
          .must("department", KEY)
          .must("powers", new Each(power(), 1));

  private PowerShape() {}

  private static Keys power() {
    return Keys.none()
        .must("id", KEY)
        .must("name", NAME)
        .must("kind", Word.of("penalty", "coercion", "levy", "inspection"))
        .must("base_code", Text.like("\\d{12}", "12 位数字（加引号）"))
        .must("objects", new Each(Word.of("person", "legal"), 1))
        .must(
            "bases",
            new Each(
                Keys.none()
                    .must("law", LINE)
                    .must("number", LINE)
                    .must("article", NAME)
                    .must("text", ARTICLE),
                1))
        .must("exercise", PARAGRAPH)
        .must("levels", new Each(Word.of("city", "county", "town", "village"), 1))
        .may("division_of_powers", PARAGRAPH)
        .may(
            "limits",
            Keys.none()
                .must("days", new Whole(1, 3_650))
                .must("unit", UNIT)
                .must("basis", LINE)
                .may("note", PARAGRAPH))
        .must("steps", new Each(step(), 2))
        .must("responsibility", duties())
        .must("accountability", duties())
        .may(
            "discretion",
            Keys.none()
                .may("note", PARAGRAPH)
                .must(
                    "grades",
                    new Each(
                        Keys.none()
                            .must("grade", NAME)
                            .must("situation", PARAGRAPH)
                            .must("measure", PARAGRAPH),
                        1)))
        .may(
            "punishment",
            Keys.none()
                .must("act", PARAGRAPH)
                .must("kinds", new Each(NAME, 1))
                .must("range", PARAGRAPH))
        .may(
            "levy",
            Keys.none().must("item", LINE).must("standard", PARAGRAPH).may("reduction", PARAGRAPH))
        .may(
            "check",
            Keys.none()
                .must("way", PARAGRAPH)
                .must("frequency", LINE)
                .must("items", new Each(LINE, 1)))
        .must(
            "complain",
            Keys.none()
                .must("phone", PHONE)
                .may("hours", LINE)
                .may("url", Text.like("/.*", "本站地址")))
        .must("rights", rights());
  }

  private static Keys step() {
    return Keys.none()
        .must("id", KEY)
        .must("name", Text.upTo(20))
        .must("duty", LINE)
        .may("days", new Whole(0, 3_650))
        .may("unit", UNIT)
        .may("basis", LINE)
        .may("body", NAME)
        .may("next", new Each(KEY, 0));
  }

  private static Each duties() {
    return new Each(Keys.none().must("text", PARAGRAPH).must("basis", LINE), 1);
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
}
