package org.yongtong.catalogue.life;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yongtong.catalogue.Content;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.ItemSource;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.Shape.Each;
import org.yongtong.catalogue.Shape.Flag;
import org.yongtong.catalogue.Shape.Keys;
import org.yongtong.catalogue.Shape.Text;
import org.yongtong.catalogue.Shape.Whole;
import org.yongtong.catalogue.Shape.Word;
import org.yongtong.catalogue.Words;
import org.yongtong.catalogue.life.LifeEvent.Kind;
import org.yongtong.catalogue.life.LifeEvent.Phase;
import org.yongtong.catalogue.life.LifeEvent.Step;

/** {@code life-events.yaml} of a city pack: what may stand in it, and what it says. */
final class LifeEventFile {

  private static final Text LINE = Text.upTo(120);
  private static final Text KEY = Text.like("[a-z0-9]+(-[a-z0-9]+)*", "小写英文单词，以短横相连");

  private static final Keys SHAPE =
      Keys.none()
          .must("schema", new Whole(1, 1))
          .must("sample", new Flag())
          .must("events", new Each(event(), 1));

  private LifeEventFile() {}

  private static Keys event() {
    return Keys.none()
        .must("key", KEY)
        .must("who", Word.of("person", "legal"))
        .must("name", Text.upTo(12))
        .must("icon", KEY)
        .must("tag", Word.of(Words.lifeEvents().keySet().toArray(String[]::new)))
        .must("summary", LINE)
        .must("words", new Each(Text.upTo(20), 1))
        .must(
            "phases",
            new Each(
                Keys.none().must("when", Text.upTo(30)).must("steps", new Each(step(), 1)), 1));
  }

  private static Keys step() {
    return Keys.none()
        .may("item", KEY)
        .may("say", LINE)
        .may("auto", LINE)
        .may("elsewhere", LINE)
        .may("by", LINE)
        .may("body", LINE)
        .may("only", LINE)
        .may("until", LINE)
        .may("basis", LINE);
  }

  /**
   * @param items ids of the items that there are
   */
  static List<Defect> check(ItemSource source, Set<String> items) {
    if (!source.data().isEmpty()) {
      SHAPE.check(source, "", source.data());
    }
    if (!source.defects().isEmpty()) {
      return source.defects();
    }
    var keys = new HashSet<String>();
    List<Content> events = new Content(source.data()).each("events", each -> each);
    for (int e = 0; e < events.size(); e++) {
      String place = "events[%d]".formatted(e);
      if (!keys.add(events.get(e).text("key"))) {
        source.defect(place + ".key", "人生事 %s 写了两次".formatted(events.get(e).text("key")));
      }
      List<Content> phases = events.get(e).each("phases", each -> each);
      for (int p = 0; p < phases.size(); p++) {
        List<Content> steps = phases.get(p).each("steps", each -> each);
        for (int s = 0; s < steps.size(); s++) {
          check(source, "%s.phases[%d].steps[%d]".formatted(place, p, s), steps.get(s), items);
        }
      }
    }
    return source.defects();
  }

  private static void check(ItemSource source, String place, Content step, Set<String> items) {
    String item = step.textOrNull("item");
    long kinds =
        List.of("item", "auto", "elsewhere").stream().filter(step.map()::containsKey).count();
    if (kinds != 1) {
      source.defect(place, place + " 要写 item、auto、elsewhere 中的一个，只写一个");
      return;
    }
    if (item != null && !items.contains(item)) {
      source.defect(place + ".item", "没有事项 " + item);
    }
    if ((item != null) != step.map().containsKey("say")) {
      source.defect(place, place + (item == null ? " 不需要 say" : " 缺少 say：用平常话说办什么"));
    }
    if (item != null && !step.map().containsKey("by")) {
      source.defect(place, place + " 缺少 by：由谁来办");
    }
    if (step.map().containsKey("elsewhere") != step.map().containsKey("body")) {
      source.defect(place, place + " 的 elsewhere 和 body（在哪里办）要一起写");
    }
    if (step.map().containsKey("until") && !step.map().containsKey("basis")) {
      source.defect(place + ".until", place + " 写了期限，缺少 basis：期限依据哪一条");
    }
  }

  static List<LifeEvent> read(ItemSource source) {
    return new Content(source.data())
        .each(
            "events",
            each ->
                new LifeEvent(
                    each.text("key"),
                    Audience.valueOf(each.text("who").toUpperCase(Locale.ROOT)),
                    each.text("name"),
                    each.text("icon"),
                    each.text("tag"),
                    each.text("summary"),
                    each.texts("words"),
                    each.each(
                        "phases",
                        phase ->
                            new Phase(
                                phase.text("when"), phase.each("steps", LifeEventFile::step)))));
  }

  private static Step step(Content step) {
    String item = step.textOrNull("item");
    Kind kind =
        item != null ? Kind.ITEM : step.map().containsKey("auto") ? Kind.AUTO : Kind.ELSEWHERE;
    return new Step(
        kind,
        step.text(
            switch (kind) {
              case ITEM -> "say";
              case AUTO -> "auto";
              case ELSEWHERE -> "elsewhere";
            }),
        item,
        step.textOrNull(kind == Kind.ELSEWHERE ? "body" : "by"),
        step.textOrNull("only"),
        step.textOrNull("until"),
        step.textOrNull("basis"));
  }
}
