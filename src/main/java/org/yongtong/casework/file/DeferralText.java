package org.yongtong.casework.file;

import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.ServiceItem.OnMissed;
import org.yongtong.directory.Directory;
import org.yongtong.platform.CityPack;

/**
 * Words of the promise to hand papers in later, and of the papers that follow from it. The rule
 * they rest on is the city's own: {@code deferral_basis} in {@code site.yaml} of the pack.
 */
@Component
public class DeferralText {

  private static final String USUAL_BASIS = "本市容缺受理的规定，参照《中华人民共和国行政许可法》第三十二条";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

  private final Directory directory;
  private final Clock clock;
  private final String basis;

  DeferralText(Directory directory, CityPack pack, Clock clock) {
    this.directory = directory;
    this.clock = clock;
    Object own =
        Files.isRegularFile(pack.file("site.yaml"))
            ? pack.yaml("site.yaml").get("deferral_basis")
            : null;
    this.basis = own == null || own.toString().isBlank() ? USUAL_BASIS : own.toString().strip();
  }

  /** What the applicant promises and ticks, paragraph by paragraph. */
  public List<String> promise(String itemName, List<Deferral> papers) {
    var text = new ArrayList<String>();
    text.add(
        "申请办理“%s”，下列 %d 种材料现在不能提交，申请容缺办理，并承诺自受理之日起按期补交（受理当日不算）："
            .formatted(itemName, papers.size()));
    int n = 1;
    for (Deferral paper : papers) {
      text.add(
          "%d. “%s”：受理后 %d 个工作日内、%s补交，方式：%s。"
              .formatted(
                  n++, paper.name(), paper.days(), paper.before().word(), trimStop(paper.way())));
    }
    text.add("补交的材料不符合要求的，在同一期限内可以重新补交一次。办理期限照常计算，不因容缺而停止。");
    text.add("逾期没有补交的后果：" + consequences(papers) + "。");
    text.add("没有履行承诺的，记入信用记录，%d 个月以内不再适用容缺办理。依据：%s。".formatted(Deferrals.BARRED_MONTHS, basis));
    return text;
  }

  private static String consequences(List<Deferral> papers) {
    var words = new ArrayList<String>();
    for (OnMissed one : OnMissed.values()) {
      List<String> names =
          papers.stream().filter(paper -> paper.missed() == one).map(Deferral::name).toList();
      if (!names.isEmpty()) {
        words.add(
            names.size() == papers.size()
                ? one.word()
                : "“%s”%s".formatted(String.join("”“", names), one.word()));
      }
    }
    if (papers.stream()
        .anyMatch(paper -> paper.before() == org.yongtong.catalogue.ServiceItem.Before.DELIVERY)) {
      words.add("已经作出准予决定的，依法撤销，结果不予送达");
    }
    return String.join("；", words);
  }

  /**
   * 容缺受理通知书: accepted, though papers are missing.
   *
   * @param last paper → its last day
   * @param deemedFrom day of receipt when it was deemed accepted, else null
   */
  public Document.Content acceptance(
      CaseFile file,
      List<Deferral> papers,
      Map<String, LocalDate> last,
      @Nullable LocalDate promisedDue,
      @Nullable LocalDate deemedFrom) {
    var text = new ArrayList<String>();
    text.add(
        deemedFrom == null
            ? "您（单位）提交的“%s”申请（办件编号：%s），主要材料齐全、符合法定形式。根据您（单位）的书面承诺和%s，决定容缺受理。"
                .formatted(file.itemName(), file.number(), basis)
            : "您（单位）提交的“%s”申请（办件编号：%s），本机关未在收到申请材料之日起 5 个工作日内告知是否需要补正，%s《中华人民共和国行政许可法》第三十二条第一款第四项的规定，自收到申请材料之日（%s）起即为受理；所承诺的容缺材料仍应按期补交。"
                .formatted(
                    file.itemName(),
                    file.number(),
                    file.permit() ? "根据" : "参照",
                    DAY.format(deemedFrom)));
    text.add("请您（单位）按承诺补交下列 %d 种材料：".formatted(papers.size()));
    int n = 1;
    for (Deferral paper : papers) {
      LocalDate day = last.get(paper.paper());
      text.add(
          "%d. “%s”：最迟%s补交，方式：%s。"
              .formatted(
                  n++,
                  paper.name(),
                  day == null ? "受理后 %d 个工作日内".formatted(paper.days()) : DAY.format(day),
                  trimStop(paper.way())));
    }
    text.add("逾期没有补交的：" + consequences(papers) + "；并记入信用记录。");
    text.add(
        "法定办理期限 %d 个工作日，承诺办理期限 %d 个工作日，自受理之日起计算（受理当日不计），补交材料期间照常计算。"
                .formatted(file.legalDays(), file.promisedDays())
            + (promisedDue == null ? "" : "本机关将于%s前作出决定。".formatted(DAY.format(promisedDue))));
    return content(file, DocumentKind.DEFERRED_ACCEPTANCE, text);
  }

  /** 终止办理通知书 because the promise was broken. */
  public Document.Content end(CaseFile file, List<Deferral> missed, @Nullable String reason) {
    var text = new ArrayList<String>();
    for (Deferral paper : missed) {
      LocalDate day = paper.dueOn();
      text.add(
          "您（单位）办理“%s”（办件编号：%s）时承诺补交的“%s”，到最后一日%s仍没有补齐。"
              .formatted(
                  file.itemName(),
                  file.number(),
                  paper.name(),
                  day == null ? "" : "（%s）".formatted(DAY.format(day))));
    }
    text.add(
        reason == null
            ? "按您（单位）的书面承诺和%s，视为撤回申请，本机关自%s起终止办理。"
                .formatted(basis, DAY.format(LocalDate.now(clock)))
            : "%s。按您（单位）的书面承诺和%s，本机关决定自%s起终止办理。"
                .formatted(trimStop(reason), basis, DAY.format(LocalDate.now(clock))));
    text.add("材料齐备以后可以重新申请。未履行容缺承诺的情况已记入信用记录，%d 个月以内不再适用容缺办理。".formatted(Deferrals.BARRED_MONTHS));
    return content(file, DocumentKind.WITHDRAWAL, text);
  }

  private Document.Content content(CaseFile file, DocumentKind kind, List<String> text) {
    return new Document.Content(
        kind.title(),
        file.applicant().name(),
        List.copyOf(text),
        List.of(),
        directory.department(file.department()).name(),
        LocalDate.now(clock));
  }

  private static String trimStop(String text) {
    String stripped = text.strip();
    return stripped.endsWith("。") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }
}
