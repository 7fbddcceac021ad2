package org.yongtong.catalogue.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.ServiceItem.Need;
import org.yongtong.catalogue.ServiceItem.Paper;
import org.yongtong.catalogue.Words;
import org.yongtong.directory.Directory;
import org.yongtong.directory.ServicePlace;

/** Looks at one item after the other; pure but for what it was given. */
final class Inspection {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final Pattern DAY = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日");
  private static final int FRESH_MONTHS = 12;

  /** Papers that a register of the platform answers for, by words of their name. */
  private static final Map<String, String> REGISTERED =
      Map.of("居民身份证", "人口信息库", "身份证复印件", "人口信息库", "营业执照", "企业登记信息库", "统一社会信用代码证书", "企业登记信息库");

  private final Laws laws;
  private final Directory directory;
  private final Map<String, Instant> reviews;
  private final Set<String> certificates;
  private final LocalDate today;
  private final List<Finding> found = new ArrayList<>();

  /**
   * @param certificates names of certificates that the city issues
   */
  Inspection(
      Laws laws,
      Directory directory,
      Map<String, Instant> reviews,
      Set<String> certificates,
      LocalDate today) {
    this.laws = laws;
    this.directory = directory;
    this.reviews = reviews;
    this.certificates = certificates;
    this.today = today;
  }

  List<Finding> found() {
    return found;
  }

  /** What the light head of any implementation tells. */
  void head(ItemHead head) {
    if (head.legalDays() > 0 && head.promisedDays() > head.legalDays()) {
      add(
          Rule.ABOVE_LAW,
          head,
          "承诺 %d 个工作日，法定 %d 个工作日".formatted(head.promisedDays(), head.legalDays()),
          "limits",
          "");
    }
    if (head.legalDays() > 0 && head.promisedDays() == head.legalDays()) {
      add(Rule.NOT_FASTER, head, "承诺、法定都是 %d 个工作日".formatted(head.legalDays()), "limits", "");
    }
    Instant looked = reviews.getOrDefault(Reviews.key(head.id(), "stale"), head.publishedAt());
    LocalDate last =
        (looked.isAfter(head.publishedAt()) ? looked : head.publishedAt())
            .atZone(BEIJING)
            .toLocalDate();
    if (head.isLead() && last.isBefore(today.minusMonths(FRESH_MONTHS))) {
      add(Rule.STALE, head, "最近一次发布或者核对是 %s".formatted(day(last)), "basic", "stale");
    }
  }

  /** What only the complete text tells. */
  void item(ItemHead head, ServiceItem item) {
    missing(head, item);
    item.bases().stream()
        .map(basis -> new Cited(basis.law(), basis.number()))
        .distinct()
        .forEach(cited -> law(head, cited));
    for (Paper paper : item.papers()) {
      held(head, paper);
      catchAll(head, "材料“%s”".formatted(paper.name()), paper.name(), "papers/" + paper.id());
      catchAll(head, "材料“%s”".formatted(paper.name()), paper.note(), "papers/" + paper.id());
    }
    item.conditions().forEach(condition -> catchAll(head, "受理条件", condition.text(), "conditions"));
    hours(head, "咨询电话", item.consult());
    if (!item.complain().phone().equals("12345")) { // which is answered day and night
      hours(head, "投诉电话", item.complain());
    }
  }

  private void missing(ItemHead head, ServiceItem item) {
    if (item.bases().isEmpty()) {
      add(Rule.MISSING, head, "没有设定依据", "bases", "");
    }
    if (item.conditions().isEmpty()) {
      add(Rule.MISSING, head, "没有受理条件", "conditions", "");
    }
    if (item.steps().isEmpty()) {
      add(Rule.MISSING, head, "没有办理流程", "steps", "");
    }
    List<ServicePlace> places =
        item.places().stream().flatMap(key -> directory.findPlace(key).stream()).toList();
    if (places.isEmpty()) {
      add(Rule.MISSING, head, "没有办理地点", "places", "");
    }
    for (ServicePlace place : places) {
      if (place.hours().isBlank()) {
        add(Rule.MISSING, head, "办理地点“%s”没有时间".formatted(place.name()), "places", "");
      }
    }
    if (item.consult().phone().isBlank()) {
      add(Rule.MISSING, head, "没有咨询电话", "places", "");
    }
    for (Paper paper : item.papers()) {
      boolean own = paper.source().equals("applicant");
      if (own && paper.blank() == null && blank(paper.sample()) && blank(paper.note())) {
        add(
            Rule.MISSING,
            head,
            "材料“%s”没有空白表格，也没有样例和填报须知".formatted(paper.name()),
            "papers/" + paper.id(),
            "");
      }
    }
  }

  /** A law as an item cites it. */
  private record Cited(String law, String number) {}

  /** The text that is cited is older than the law's last change, and nobody has looked since. */
  private void law(ItemHead head, Cited cited) {
    laws.find(cited.law())
        .ifPresent(
            law -> {
              LocalDate text = newest(cited.number());
              Instant looked = reviews.get(Reviews.key(head.id(), "law:" + cited.law()));
              boolean outdated = law.repealed() || text == null || text.isBefore(law.changedOn());
              boolean reviewed =
                  looked != null && !looked.atZone(BEIJING).toLocalDate().isBefore(law.changedOn());
              if (outdated && !reviewed) {
                add(
                    Rule.LAW_CHANGED,
                    head,
                    "《%s》已于%s%s。%s"
                        .formatted(
                            cited.law(),
                            day(law.changedOn()),
                            law.repealed() ? "废止" : "修改",
                            law.note()),
                    "bases",
                    "law:" + cited.law());
              }
            });
  }

  private static @Nullable LocalDate newest(String number) {
    LocalDate newest = null;
    Matcher matcher = DAY.matcher(number);
    while (matcher.find()) {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)));
      newest = newest == null || day.isAfter(newest) ? day : newest;
    }
    return newest;
  }

  /** 优化营商环境条例第四十条: what can be had by sharing is not asked for. */
  private void held(ItemHead head, Paper paper) {
    if (paper.held() != null || paper.need() == Need.OPTIONAL) {
      return;
    }
    String where =
        REGISTERED.entrySet().stream()
            .filter(known -> paper.name().contains(known.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(certificates.contains(paper.name()) ? "电子证照库" : null);
    if (where != null) {
      add(
          Rule.HELD,
          head,
          "材料“%s”可以从%s调取".formatted(paper.name(), where),
          "papers/" + paper.id(),
          "held:" + paper.id());
    }
  }

  private void hours(ItemHead head, String what, ServiceItem.Contact contact) {
    if (!contact.phone().isBlank() && blank(contact.hours())) {
      add(Rule.NO_HOURS, head, what + "没有写接听时间", "places", "");
    }
  }

  private void catchAll(ItemHead head, String where, @Nullable String text, String page) {
    for (String phrase : Words.CATCH_ALL) {
      if (text != null && text.contains(phrase)) {
        add(Rule.CATCH_ALL, head, "%s里有“%s”".formatted(where, phrase), page, "");
      }
    }
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static String day(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private void add(Rule rule, ItemHead head, String message, String page, String subject) {
    if (!subject.isEmpty()
        && rule == Rule.HELD
        && reviews.containsKey(Reviews.key(head.id(), subject))) {
      return; // looked at, and there was a reason to ask for it
    }
    found.add(
        new Finding(
            rule,
            head.id(),
            head.name(),
            head.department(),
            head.division(),
            message,
            page,
            subject));
  }
}
