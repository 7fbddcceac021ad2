package org.yongtong.catalogue.power;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Content;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.ItemSource;
import org.yongtong.catalogue.Organisation;
import org.yongtong.catalogue.Shape.Each;
import org.yongtong.catalogue.Shape.Flag;
import org.yongtong.catalogue.Shape.Keys;
import org.yongtong.catalogue.Shape.Text;
import org.yongtong.catalogue.Shape.Whole;
import org.yongtong.catalogue.Shape.Word;
import org.yongtong.platform.CityPack;

/**
 * Powers that were cancelled, delegated or taken over before the platform kept the catalogue; from
 * {@code powers/changes.yaml} of the city pack, where there is one.
 */
@Component
class PowerChanges {

  private static final Keys SHAPE =
      Keys.none()
          .must("schema", new Whole(1, 1))
          .must("sample", new Flag())
          .must(
              "changes",
              new Each(
                  Keys.none()
                      .must("name", Text.upTo(80))
                      .must("department", Text.upTo(60))
                      .must("what", Word.of("cancelled", "delegated", "taken_over"))
                      .must("date", Text.like("\\d{4}-\\d{2}-\\d{2}", "日期，例如 2024-01-01（加引号）"))
                      .must("reason", Text.upTo(600))
                      .must("basis", Text.upTo(200))
                      .may("to", Text.upTo(200)),
                  0));

  private final CityPack pack;
  private volatile List<Change> list = List.of();

  PowerChanges(CityPack pack) {
    this.pack = pack;
  }

  enum What {
    CANCELLED("取消"),
    DELEGATED("下放"),
    TAKEN_OVER("承接");

    private final String word;

    What(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * @param to who has it now, in words
   */
  record Change(
      String name,
      String department,
      What what,
      LocalDate date,
      String reason,
      String basis,
      @Nullable String to,
      boolean sample) {}

  /** Newest first. */
  List<Change> list() {
    return list;
  }

  void refresh() {
    list = source().map(PowerChanges::read).orElse(List.of());
  }

  List<Defect> defects(Organisation organisation) {
    return source().map(source -> check(source, organisation)).orElse(List.of());
  }

  private Optional<ItemSource> source() {
    Path file = pack.file(PowerPack.FOLDER).resolve(PowerPack.CHANGES);
    return Files.isRegularFile(file) ? Optional.of(ItemSource.read(file)) : Optional.empty();
  }

  static List<Defect> check(ItemSource source, Organisation organisation) {
    if (!source.data().isEmpty()) {
      SHAPE.check(source, "", source.data());
    }
    if (source.defects().isEmpty()) {
      List<Content> changes = new Content(source.data()).each("changes", each -> each);
      for (int i = 0; i < changes.size(); i++) {
        String place = "changes[%d]".formatted(i);
        if (!organisation.departments().containsKey(changes.get(i).text("department"))) {
          source.defect(place + ".department", "没有部门 " + changes.get(i).text("department"));
        }
        if (date(changes.get(i).text("date")) == null) {
          source.defect(place + ".date", "没有这一天：" + changes.get(i).text("date"));
        }
      }
    }
    return source.defects();
  }

  static List<Change> read(ItemSource source) {
    var file = new Content(source.data());
    return file
        .each(
            "changes",
            each ->
                new Change(
                    each.text("name"),
                    each.text("department"),
                    What.valueOf(each.text("what").toUpperCase(Locale.ROOT)),
                    LocalDate.parse(each.text("date")),
                    each.text("reason"),
                    each.text("basis"),
                    each.textOrNull("to"),
                    file.flag("sample")))
        .stream()
        .sorted(Comparator.comparing(Change::date).reversed())
        .toList();
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}
