package org.yongtong.catalogue;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.ServiceItem.Basis;
import org.yongtong.catalogue.ServiceItem.Blank;
import org.yongtong.catalogue.ServiceItem.CertificateForm;
import org.yongtong.catalogue.ServiceItem.Condition;
import org.yongtong.catalogue.ServiceItem.Contact;
import org.yongtong.catalogue.ServiceItem.Depth;
import org.yongtong.catalogue.ServiceItem.FaceField;
import org.yongtong.catalogue.ServiceItem.Fee;
import org.yongtong.catalogue.ServiceItem.Handling;
import org.yongtong.catalogue.ServiceItem.Kind;
import org.yongtong.catalogue.ServiceItem.Limits;
import org.yongtong.catalogue.ServiceItem.Need;
import org.yongtong.catalogue.ServiceItem.Paper;
import org.yongtong.catalogue.ServiceItem.Question;
import org.yongtong.catalogue.ServiceItem.Result;
import org.yongtong.catalogue.ServiceItem.ResultKind;
import org.yongtong.catalogue.ServiceItem.Rights;
import org.yongtong.catalogue.ServiceItem.Step;
import org.yongtong.form.Forms;
import org.yongtong.platform.web.Role;

/** Makes the {@link ServiceItem} of a stored version. */
@Component
class ItemReader {

  private final Forms forms;

  ItemReader(Forms forms) {
    this.forms = forms;
  }

  /** A stored version and the item it belongs to. */
  record Stored(
      UUID version,
      int number,
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
        item.text("id"),
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
        item.each("conditions", each -> new Condition(each.text("text"), each.textOrNull("basis"))),
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
        forms.readChecked(item.raw("form")),
        item.flag("sample"),
        stored.publishedAt());
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
        each.textOrNull("reduction"));
  }

  private static Step step(Content each) {
    return new Step(
        each.text("name"),
        word(Role.class, each.text("role")),
        each.number("days"),
        each.text("duty"));
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
        each.textOrNull("held"));
  }

  private static <E extends Enum<E>> E word(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
