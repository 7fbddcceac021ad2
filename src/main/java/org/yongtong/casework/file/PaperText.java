package org.yongtong.casework.file;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.directory.Directory;

/**
 * Words of the statutory papers. Each names its article; what the law says only of permits is said
 * of other matters as the platform's own rule (参照).
 */
@Component
public class PaperText {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

  private final Directory directory;
  private final Clock clock;

  PaperText(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** 收件凭证: what was received and until when the acceptance is decided. */
  public Document.Content receipt(CaseFile file, List<String> papers) {
    var text = new ArrayList<String>();
    text.add("您（单位）于%s提交的“%s”申请已经收到，办件编号：%s。".formatted(today(), file.itemName(), file.number()));
    text.add(
        papers.isEmpty()
            ? "本次申请未附材料。"
            : "收到材料 %d 件：%s。".formatted(papers.size(), String.join("；", papers)));
    LocalDate due = file.dueOn();
    text.add(
        "本机关将在 5 个工作日内%s作出是否受理的决定；需要补正的，一次告知全部内容；逾期不告知的，自收到申请材料之日起即为受理（%s《中华人民共和国行政许可法》第三十二条第一款第四项）。"
            .formatted(due == null ? "" : "（" + DAY.format(due) + "前）", permitWord(file)));
    return content(file, DocumentKind.RECEIPT, text, List.of());
  }

  public Document.Content acceptance(CaseFile file, @Nullable LocalDate promisedDue) {
    var text = new ArrayList<String>();
    text.add(
        "您（单位）提交的“%s”申请（办件编号：%s），申请材料齐全、符合法定形式，%s《中华人民共和国行政许可法》第三十二条第一款第五项的规定，决定予以受理。"
            .formatted(file.itemName(), file.number(), basisWord(file)));
    text.add(
        "法定办理期限 %d 个工作日，承诺办理期限 %d 个工作日，自受理之日起计算（受理当日不计）。"
                .formatted(file.legalDays(), file.promisedDays())
            + (promisedDue == null ? "" : "本机关将于%s前作出决定。".formatted(DAY.format(promisedDue))));
    text.add("您可以凭办件编号在平台“查进度”中随时查询办理情况。");
    return content(file, DocumentKind.ACCEPTANCE, text, List.of());
  }

  public Document.Content deemedAcceptance(CaseFile file, LocalDate received) {
    return content(
        file,
        DocumentKind.ACCEPTANCE,
        List.of(
            "您（单位）提交的“%s”申请（办件编号：%s），本机关未在收到申请材料之日起 5 个工作日内告知是否需要补正，%s《中华人民共和国行政许可法》第三十二条第一款第四项的规定，自收到申请材料之日（%s）起即为受理。"
                .formatted(file.itemName(), file.number(), basisWord(file), DAY.format(received)),
            "法定办理期限 %d 个工作日，承诺办理期限 %d 个工作日，自上述日期起计算（当日不计）。"
                .formatted(file.legalDays(), file.promisedDays())),
        List.of());
  }

  public Document.Content correction(CaseFile file, List<Marks.Mark> marks, @Nullable String note) {
    var text = new ArrayList<String>();
    text.add(
        "您（单位）提交的“%s”申请（办件编号：%s），有以下 %d 处需要补正。%s《中华人民共和国行政许可法》第三十二条第一款第四项的规定，现一次告知全部内容："
            .formatted(file.itemName(), file.number(), marks.size(), basisWord(file)));
    int n = 1;
    for (var mark : marks) {
      text.add(
          "%d. %s“%s”：%s"
              .formatted(n++, mark.field() ? "填写内容" : "申请材料", mark.label(), mark.reason()));
    }
    if (note != null && !note.isBlank()) {
      text.add("说明：" + note.strip());
    }
    text.add("请登录平台在“我的办件”中修改上述内容，或者到窗口补正。除上述内容外，其他已提交的内容无需重复提交。收到补正内容后，本机关重新计算受理期限。");
    return content(file, DocumentKind.CORRECTION, text, List.of());
  }

  public Document.Content nonAcceptance(
      CaseFile file,
      NonAcceptance reason,
      String explanation,
      @Nullable String redirect,
      ServiceItem.Rights rights) {
    var text = new ArrayList<String>();
    text.add(
        "您（单位）提交的“%s”申请（办件编号：%s），经审查，%s。%s%s的规定，决定不予受理。"
            .formatted(
                file.itemName(), file.number(), reason.word(), basisWord(file), reason.basis()));
    text.add("具体理由：" + explanation.strip());
    if (redirect != null && !redirect.isBlank()) {
      text.add("请您（单位）向%s申请。".formatted(redirect.strip()));
    }
    text.add(rights(rights));
    return content(file, DocumentKind.NON_ACCEPTANCE, text, List.of());
  }

  public Document.Content extension(
      CaseFile file, int workdays, String reason, @Nullable LocalDate promisedDue) {
    return content(
        file,
        DocumentKind.EXTENSION,
        List.of(
            "您（单位）的“%s”申请（办件编号：%s），因%s，不能在规定期限内作出决定。%s《中华人民共和国行政许可法》第四十二条第一款的规定，经本机关负责人批准，延长办理期限 %d 个工作日。"
                .formatted(
                    file.itemName(), file.number(), trimStop(reason), basisWord(file), workdays),
            promisedDue == null
                ? "延长后的办结日期另行告知。"
                : "延长后，本机关将于%s前作出决定。".formatted(DAY.format(promisedDue))),
        List.of());
  }

  /** 行政许可法 §45: the applicant is told in writing how much time the procedure needs. */
  public Document.Content special(
      CaseFile file, Procedure.Order order, @Nullable LocalDate plannedEnd) {
    var text = new ArrayList<String>();
    text.add(
        "您（单位）的“%s”申请（办件编号：%s），在审查中需要进行%s“%s”，由%s承担。原因：%s。"
            .formatted(
                file.itemName(),
                file.number(),
                order.kind().word(),
                order.name(),
                order.body(),
                trimStop(order.reason())));
    text.add(
        "自%s起，计划需要 %d 个工作日%s。"
            .formatted(
                today(),
                order.days(),
                plannedEnd == null ? "" : "，计划于%s前完成".formatted(DAY.format(plannedEnd))));
    text.add(
        order.stops()
            ? "%s《中华人民共和国行政许可法》第四十五条的规定，所需时间不计算在办理期限内，自结束之日起办理期限继续计算，特此告知。"
                .formatted(basisWord(file))
            : "依据：%s。所需时间计入办理期限，办理期限照常计算，特此告知。".formatted(order.basis()));
    return content(file, DocumentKind.SPECIAL, text, List.of());
  }

  /** A procedure takes longer than was said: told again, once. */
  public Document.Content specialProlonged(
      CaseFile file,
      Procedure procedure,
      int workdays,
      String reason,
      @Nullable LocalDate plannedEnd) {
    return content(
        file,
        DocumentKind.SPECIAL,
        List.of(
            "您（单位）的“%s”申请（办件编号：%s），正在进行的%s“%s”因%s，不能在计划时间内完成，延长 %d 个工作日%s。"
                .formatted(
                    file.itemName(),
                    file.number(),
                    procedure.kind().word(),
                    procedure.name(),
                    trimStop(reason),
                    workdays,
                    plannedEnd == null ? "" : "，计划于%s前完成".formatted(DAY.format(plannedEnd))),
            procedure.stops()
                ? "%s《中华人民共和国行政许可法》第四十五条的规定，所需时间不计算在办理期限内，自结束之日起办理期限继续计算，特此告知。"
                    .formatted(basisWord(file))
                : "所需时间计入办理期限，办理期限照常计算，特此告知。"),
        List.of());
  }

  public Document.Content approval(
      CaseFile file,
      String grounds,
      @Nullable String certificateName,
      @Nullable String certificateNumber) {
    var text = new ArrayList<String>();
    text.add(
        "您（单位）提出的“%s”申请（办件编号：%s），经审查，%s。%s《中华人民共和国行政许可法》第三十八条第一款的规定，决定准予。"
            .formatted(file.itemName(), file.number(), trimStop(grounds), basisWord(file)));
    if (certificateName != null && certificateNumber != null) {
      text.add(
          "同时颁发《%s》，编号：%s。电子证照与纸质证照具有同等法律效力，可在平台“我的证照”中查看和下载。"
              .formatted(certificateName, certificateNumber));
    }
    text.add("本决定自作出之日起 10 个工作日内送达（%s《中华人民共和国行政许可法》第四十四条）。".formatted(permitWord(file)));
    return content(file, DocumentKind.APPROVAL, text, List.of());
  }

  /** 行政许可法 §38(2): reasons, and the right to review or litigation. */
  public Document.Content refusal(CaseFile file, String grounds, ServiceItem.Rights rights) {
    return content(
        file,
        DocumentKind.REFUSAL,
        List.of(
            "您（单位）提出的“%s”申请（办件编号：%s），经审查，不符合法定条件、标准。%s《中华人民共和国行政许可法》第三十八条第二款的规定，决定不予批准。"
                .formatted(file.itemName(), file.number(), basisWord(file)),
            "理由：" + grounds.strip(),
            rights(rights)),
        List.of());
  }

  public Document.Content withdrawal(CaseFile file, String reason) {
    return content(
        file,
        DocumentKind.WITHDRAWAL,
        List.of(
            "您（单位）的“%s”申请（办件编号：%s），您（单位）于%s自愿撤回%s，本机关终止办理。以后需要办理的，可以重新申请。"
                .formatted(
                    file.itemName(),
                    file.number(),
                    today(),
                    reason.isBlank() ? "" : "（原因：" + reason.strip() + "）")),
        List.of());
  }

  private String rights(ServiceItem.Rights rights) {
    return "如不服本决定，可以自收到本决定书之日起 %d 日内向%s申请行政复议（%s），或者自收到本决定书之日起 %d 个月内依法向%s提起行政诉讼（%s）。"
        .formatted(
            rights.reviewDays(),
            rights.reviewBody(),
            rights.reviewBasis(),
            rights.litigationMonths(),
            rights.court(),
            rights.litigationBasis());
  }

  private Document.Content content(
      CaseFile file, DocumentKind kind, List<String> paragraphs, List<Document.Line> lines) {
    return new Document.Content(
        kind.title(),
        file.applicant().name(),
        List.copyOf(paragraphs),
        lines,
        directory.department(file.department()).name(),
        LocalDate.now(clock));
  }

  private String today() {
    return DAY.format(LocalDate.now(clock));
  }

  private static String basisWord(CaseFile file) {
    return file.permit() ? "根据" : "参照";
  }

  private static String permitWord(CaseFile file) {
    return file.permit() ? "" : "参照";
  }

  private static String trimStop(String text) {
    String stripped = text.strip();
    return stripped.endsWith("。") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }
}
