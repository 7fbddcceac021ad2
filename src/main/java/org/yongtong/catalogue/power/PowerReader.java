package org.yongtong.catalogue.power;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.CanonicalItem;
import org.yongtong.catalogue.Content;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.PowerItem;
import org.yongtong.catalogue.PowerItem.Discretion;
import org.yongtong.catalogue.PowerItem.Duty;
import org.yongtong.catalogue.PowerItem.Inspection;
import org.yongtong.catalogue.PowerItem.Levy;
import org.yongtong.catalogue.PowerItem.Limit;
import org.yongtong.catalogue.PowerItem.Punishment;
import org.yongtong.catalogue.PowerItem.Step;
import org.yongtong.catalogue.PowerItem.Unit;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.ServiceItem.Basis;
import org.yongtong.catalogue.ServiceItem.Contact;
import org.yongtong.catalogue.ServiceItem.Rights;

/** Makes the {@link PowerItem} of a stored version. */
final class PowerReader {

  private PowerReader() {}

  /** A stored version and the power it belongs to. */
  record Stored(
      UUID version,
      int number,
      String id,
      String code,
      String department,
      String division,
      String content,
      Instant publishedAt) {}

  static PowerItem read(Stored stored) {
    var power = new Content(CanonicalItem.read(stored.content()));
    return new PowerItem(
        stored.version(),
        stored.number(),
        stored.id(),
        stored.code(),
        power.text("base_code"),
        power.text("name"),
        PowerCheck.kind(power),
        stored.department(),
        stored.division(),
        objects(power),
        power.each(
            "bases",
            each ->
                new Basis(
                    each.text("law"),
                    each.text("number"),
                    each.text("article"),
                    each.text("text"))),
        power.text("exercise"),
        power.texts("levels").stream().map(each -> word(Level.class, each)).toList(),
        power.textOrNull("division_of_powers"),
        limit(power.insideOrNull("limits")),
        power.each("steps", PowerReader::step),
        duties(power, "responsibility"),
        duties(power, "accountability"),
        discretion(power.insideOrNull("discretion")),
        punishment(power.insideOrNull("punishment")),
        levy(power.insideOrNull("levy")),
        inspection(power.insideOrNull("check")),
        contact(power.inside("complain")),
        rights(power.inside("rights")),
        power.flag("sample"),
        stored.publishedAt());
  }

  private static Set<Audience> objects(Content power) {
    var objects = EnumSet.noneOf(Audience.class);
    power.texts("objects").forEach(each -> objects.add(word(Audience.class, each)));
    return Collections.unmodifiableSet(objects);
  }

  private static @Nullable Limit limit(@Nullable Content each) {
    return each == null
        ? null
        : new Limit(
            each.number("days"),
            word(Unit.class, each.text("unit")),
            each.text("basis"),
            each.textOrNull("note"));
  }

  private static Step step(Content each) {
    @Nullable String unit = each.textOrNull("unit");
    return new Step(
        each.text("id"),
        each.text("name"),
        each.text("duty"),
        each.numberOrNull("days"),
        unit == null ? Unit.WORKING : word(Unit.class, unit),
        each.textOrNull("basis"),
        each.textOrNull("body"),
        each.texts("next"));
  }

  private static List<Duty> duties(Content power, String key) {
    return power.each(key, each -> new Duty(each.text("text"), each.text("basis")));
  }

  private static @Nullable Discretion discretion(@Nullable Content each) {
    return each == null
        ? null
        : new Discretion(
            each.textOrNull("note"),
            each.each(
                "grades",
                grade ->
                    new Discretion.Grade(
                        grade.text("grade"), grade.text("situation"), grade.text("measure"))));
  }

  private static @Nullable Punishment punishment(@Nullable Content each) {
    return each == null
        ? null
        : new Punishment(each.text("act"), each.texts("kinds"), each.text("range"));
  }

  private static @Nullable Levy levy(@Nullable Content each) {
    return each == null
        ? null
        : new Levy(each.text("item"), each.text("standard"), each.textOrNull("reduction"));
  }

  private static @Nullable Inspection inspection(@Nullable Content each) {
    return each == null
        ? null
        : new Inspection(each.text("way"), each.text("frequency"), each.texts("items"));
  }

  private static Contact contact(Content each) {
    return new Contact(each.text("phone"), each.textOrNull("hours"), each.textOrNull("url"));
  }

  private static Rights rights(Content each) {
    Content review = each.inside("review");
    Content litigation = each.inside("litigation");
    return new Rights(
        review.text("body"),
        review.number("days"),
        review.text("basis"),
        litigation.text("court"),
        litigation.number("months"),
        litigation.text("basis"));
  }

  private static <E extends Enum<E>> E word(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
