// long: one element of an implementation list after another
package org.yongtong.catalogue;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.ServiceItem.Basis;
import org.yongtong.catalogue.ServiceItem.Before;
import org.yongtong.catalogue.ServiceItem.Blank;
import org.yongtong.catalogue.ServiceItem.CertificateForm;
import org.yongtong.catalogue.ServiceItem.Commitment;
import org.yongtong.catalogue.ServiceItem.Condition;
import org.yongtong.catalogue.ServiceItem.Contact;
import org.yongtong.catalogue.ServiceItem.Defer;
import org.yongtong.catalogue.ServiceItem.Depth;
import org.yongtong.catalogue.ServiceItem.FaceField;
import org.yongtong.catalogue.ServiceItem.Fee;
import org.yongtong.catalogue.ServiceItem.Handling;
import org.yongtong.catalogue.ServiceItem.Intermediary;
import org.yongtong.catalogue.ServiceItem.Kind;
import org.yongtong.catalogue.ServiceItem.Limits;
import org.yongtong.catalogue.ServiceItem.More;
import org.yongtong.catalogue.ServiceItem.Need;
import org.yongtong.catalogue.ServiceItem.OnMissed;
import org.yongtong.catalogue.ServiceItem.Paper;
import org.yongtong.catalogue.ServiceItem.Question;
import org.yongtong.catalogue.ServiceItem.Result;
import org.yongtong.catalogue.ServiceItem.ResultKind;
import org.yongtong.catalogue.ServiceItem.Review;
import org.yongtong.catalogue.ServiceItem.Rights;
import org.yongtong.catalogue.ServiceItem.Route;
import org.yongtong.catalogue.ServiceItem.Special;
import org.yongtong.catalogue.ServiceItem.SpecialKind;
import org.yongtong.catalogue.ServiceItem.Standing;
import org.yongtong.catalogue.ServiceItem.Step;
import org.yongtong.form.FormDefinition;
import org.yongtong.form.Forms;
import org.yongtong.platform.web.Role;

/** Makes the {@link ServiceItem} of a stored version. */
@Component
class ItemReader {

  private final Forms engine;
  private final Cache<String, FormDefinition> forms =
      CacheBuilder.newBuilder().weakValues().build();

  ItemReader(Forms engine) {
    this.engine = engine;
  }

  /** A stored version and the item it belongs to. */
  record Stored(
      UUID version,
      int number,
      String id,
      @Nullable String lead,
      Mode mode,
      ItemState state,
      @Nullable String stateReason,
      @Nullable String successor,
      String taskCode,
      String division,
      String content,
      Instant publishedAt) {}

  ServiceItem read(Stored stored) {
    var item = new Content(CanonicalItem.read(stored.content()));
    Content themes = item.inside("themes");
    return new ServiceItem(
        stored.version(),
        stored.number(),
        stored.id(),
        stored.taskCode(),
        item.text("base_code"),
        item.text("name"),
        item.texts("aliases"),
        item.text("summary"),
        word(Kind.class, item.text("kind")),
        word(Handling.class, item.text("handling")),
        audience(item),
        item.text("department"),
        stored.division(),
        themes.words("person"),
        themes.words("legal"),
        item.words("life_events"),
        item.each("bases", ItemReader::basis),
        item.each("conditions", ItemReader::condition),
        limits(item.inside("limits")),
        item.number("visits"),
        word(Depth.class, item.text("depth")),
        result(item.inside("result")),
        item.each("fees", ItemReader::fee),
        item.each("steps", ItemReader::step),
        item.texts("windows"),
        contact(item.inside("consult")),
        contact(item.inside("complain")),
        rights(item.inside("rights")),
        item.each("faq", each -> new Question(each.text("q"), each.text("a"))),
        item.each("papers", ItemReader::paper),
        form(item),
        item.flag("sample"),
        stored.publishedAt(),
        new Standing(
            stored.lead(),
            stored.mode(),
            word(Level.class, item.text("level")),
            stored.state(),
            item.textOrNull("handling_no"),
            item.textOrNull("sub_item_of"),
            Objects.requireNonNullElse(item.textOrNull("power_source"), "statutory"),
            stored.stateReason(),
            stored.successor()),
        more(item));
  }

  /** Claimants have their lead's form; one definition for all means one set of compiled rules. */
  private FormDefinition form(Content item) {
    String key = CanonicalItem.of(item.raw("form")).hash();
    FormDefinition known = forms.getIfPresent(key);
    if (known == null) {
      known = engine.readChecked(item.raw("form"));
      forms.put(key, known);
    }
    return known;
  }

  private static More more(Content item) {
    String range = item.textOrNull("range");
    Content quantity = item.insideOrNull("quantity");
    Content commitment = item.insideOrNull("commitment");
    Content codes = item.insideOrNull("local_codes");
    return new More(
        item.textOrNull("exercise"),
        item.textOrNull("division_of_powers"),
        range == null ? null : word(ServiceItem.Range.class, range),
        item.texts("four_ways"),
        item.textOrNull("visit_reason"),
        quantity == null ? null : condition(quantity),
        commitment == null
            ? null
            : new Commitment(
                commitment.text("scope"),
                commitment.text("consequence"),
                commitment.number("check_days"),
                commitment.textOrNull("basis")),
        item.each("special", ItemReader::special),
        item.texts("joint"),
        item.each(
            "intermediary",
            each ->
                new Intermediary(
                    each.text("name"),
                    each.text("kind"),
                    each.text("basis"),
                    each.textOrNull("note"))),
        item.texts("rights_enjoyed"),
        item.texts("duties"),
        item.each("responsibility", ItemReader::condition),
        codes == null ? null : codes.textOrNull("catalog"),
        codes == null ? null : codes.textOrNull("task"),
        item.each(
            "routing",
            each ->
                new Route(
                    each.text("department"), each.text("when"), each.textOrNull("when_words"))),
        item.each(
            "review",
            each ->
                new Review(
                    each.text("id"),
                    each.text("name"),
                    each.textOrNull("department"),
                    each.number("order"))));
  }

  private static Special special(Content each) {
    return new Special(
        word(SpecialKind.class, each.text("kind")),
        each.text("name"),
        each.number("days"),
        each.textOrNull("body"),
        each.textOrNull("basis"));
  }

  private static Condition condition(Content each) {
    return new Condition(
        each.text("text"),
        each.textOrNull("basis"),
        each.textOrNull("when"),
        each.textOrNull("when_words"));
  }

  private static Set<Audience> audience(Content item) {
    var audience = EnumSet.noneOf(Audience.class);
    item.texts("objects").forEach(each -> audience.add(word(Audience.class, each)));
    return Collections.unmodifiableSet(audience);
  }

  private static Basis basis(Content each) {
    return new Basis(
        each.text("law"), each.text("number"), each.text("article"), each.text("text"));
  }

  private static Limits limits(Content each) {
    return new Limits(
        each.number("legal_days"),
        each.number("promised_days"),
        each.textOrNull("legal_basis"),
        each.textOrNull("note"));
  }

  private static Result result(Content each) {
    Content certificate = each.insideOrNull("certificate");
    return new Result(
        word(ResultKind.class, each.text("kind")),
        each.text("name"),
        certificate == null
            ? null
            : new CertificateForm(
                certificate.text("type"),
                certificate.numberOrNull("validity_years"),
                certificate.text("number_prefix"),
                certificate.each(
                    "face",
                    field ->
                        new FaceField(
                            field.text("label"),
                            field.textOrNull("from"),
                            field.textOrNull("value")))));
  }

  private static Fee fee(Content each) {
    return new Fee(
        each.text("name"),
        each.text("amount"),
        each.text("unit"),
        each.text("basis"),
        each.textOrNull("reduction"),
        each.textOrNull("when"),
        each.textOrNull("when_words"));
  }

  private static Step step(Content each) {
    return new Step(
        each.text("name"),
        word(Role.class, each.text("role")),
        each.number("days"),
        each.text("duty"),
        each.textOrNull("when"),
        each.textOrNull("when_words"));
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

  private static Paper paper(Content each) {
    Content blank = each.insideOrNull("blank");
    return new Paper(
        each.text("id"),
        each.text("name"),
        word(Need.class, each.text("required")),
        each.textOrNull("when"),
        each.text("kind"),
        each.text("form"),
        each.number("originals"),
        each.number("copies"),
        each.text("source"),
        each.text("issuer"),
        each.textOrNull("basis"),
        each.textOrNull("note"),
        each.textOrNull("sample"),
        blank == null
            ? null
            : new Blank(
                blank.text("title"),
                blank.each(
                    "lines", line -> new Blank.Line(line.text("label"), line.text("sample")))),
        each.textOrNull("held"),
        each.textOrNull("format"),
        each.textOrNull("accept"),
        each.textOrNull("when_words"),
        defer(each.insideOrNull("defer")),
        each.flag("commit"));
  }

  private static @Nullable Defer defer(@Nullable Content each) {
    if (each == null) {
      return null;
    }
    String missed = each.textOrNull("missed");
    String before = each.textOrNull("before");
    return new Defer(
        each.number("days"),
        each.text("way"),
        missed == null ? OnMissed.STOP : word(OnMissed.class, missed),
        before == null ? Before.DECISION : word(Before.class, before));
  }

  static <E extends Enum<E>> E word(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
