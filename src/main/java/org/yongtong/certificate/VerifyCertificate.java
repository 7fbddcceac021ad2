package org.yongtong.certificate;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.certificate.Certificate.Status;
import org.yongtong.certificate.Verdict.Check;
import org.yongtong.certificate.Verdict.Outcome;
import org.yongtong.certificate.Verdict.Result;
import org.yongtong.directory.Directory;
import org.yongtong.platform.code.CertificateIdentifier;
import org.yongtong.platform.pdf.ChineseDate;

/** Tells anyone whether a certificate is good, and why. */
@Component
class VerifyCertificate {

  private static final String IDENTIFIER_ROOT = "1.2.156.";
  private static final String WRONG_CHECK = "校验不符";

  private final CertificateTables tables;
  private final Directory directory;
  private final Clock clock;

  VerifyCertificate(CertificateTables tables, Directory directory, Clock clock) {
    this.tables = tables;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * The verdict on an identifier or number as somebody typed or scanned it: full-width characters,
   * small letters and spaces are forgiven.
   */
  @Transactional(readOnly = true)
  public Verdict verify(String typed) {
    String number = normal(typed);
    if (!number.startsWith(IDENTIFIER_ROOT)) {
      return tables.findByNumber(number).map(this::judge).orElseGet(VerifyCertificate::unknown);
    }
    String problem = CertificateIdentifier.problem(number);
    if (problem == null) {
      return tables.findByIdentifier(number).map(this::judge).orElseGet(VerifyCertificate::unknown);
    }
    return problem.contains(WRONG_CHECK) ? wrongCheck() : malformed();
  }

  static String normal(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Cf}]", "")
        .toUpperCase(Locale.ROOT);
  }

  private Verdict judge(Stored stored) {
    Certificate certificate = stored.certificate();
    LocalDate today = LocalDate.now(clock);
    boolean early = certificate.validFrom().isAfter(today);
    Outcome outcome =
        certificate.status() == Status.VALID && early
            ? Outcome.NOT_YET_VALID
            : Outcome.valueOf(certificate.status().name());
    var checks = new ArrayList<Check>();
    checks.add(identifier(certificate));
    checks.add(registered(stored));
    checks.add(period(certificate, today));
    checks.add(issuer(stored));
    return new Verdict(
        outcome, sentence(outcome, certificate), advice(outcome), checks, shown(stored));
  }

  private static Check identifier(Certificate certificate) {
    return CertificateIdentifier.problem(certificate.identifier()) == null
        ? new Check("编号校验位", Result.PASSED, "证照标识的校验位正确（GB/T 36904）。")
        : new Check("编号校验位", Result.FAILED, "登记的证照标识校验不符，请联系签发机构。");
  }

  private Check registered(Stored stored) {
    Status status = stored.certificate().status();
    if (status == Status.VALID || status == Status.EXPIRED) {
      return new Check("登记状态", Result.PASSED, "已在电子证照库登记，没有暂扣、撤销、注销、吊销记录。");
    }
    StatusChange last = tables.changes(stored.certificate().id()).getLast();
    return new Check("登记状态", Result.FAILED, "已于%s%s。".formatted(last.when(), status.word()));
  }

  private static Check period(Certificate certificate, LocalDate today) {
    String words = Validity.words(certificate);
    if (certificate.validFrom().isAfter(today)) {
      return new Check("有效期", Result.FAILED, words + "，今天还没有开始。");
    }
    LocalDate to = certificate.validTo();
    return to != null && to.isBefore(today)
        ? new Check("有效期", Result.FAILED, words + "，已经届满。")
        : new Check("有效期", Result.PASSED, words + "，今天在有效期内。");
  }

  private Check issuer(Stored stored) {
    Certificate certificate = stored.certificate();
    return directory
        .findDepartment(stored.department())
        .filter(department -> department.creditCode().equals(certificate.issuerCode()))
        .map(department -> new Check("签发机构", Result.PASSED, certificate.issuer() + "，机构代码与机构名录一致。"))
        .orElseGet(
            () ->
                new Check(
                    "签发机构", Result.UNDECIDED, certificate.issuer() + "，现行机构名录中没有这一机构代码，可能已经改革调整。"));
  }

  private static String sentence(Outcome outcome, Certificate certificate) {
    return switch (outcome) {
      case VALID -> "有效：这张%s已登记，在有效期内".formatted(certificate.name());
      case NOT_YET_VALID ->
          "尚未生效：这张%s自%s起有效".formatted(certificate.name(), ChineseDate.of(certificate.validFrom()));
      case EXPIRED -> "已过有效期：这张%s已经到期".formatted(certificate.name());
      default -> "已%s：这张%s现在不能使用".formatted(certificate.status().word(), certificate.name());
    };
  }

  private static @Nullable String advice(Outcome outcome) {
    return switch (outcome) {
      case VALID -> "请再核对下面的名称、持证人与您手中的证照是否一致。";
      case EXPIRED -> "持证人可以联系签发机构，问清能否延续或者重新申领。";
      case NOT_YET_VALID -> null;
      default -> "原因可以向签发机构询问。";
    };
  }

  private static Verdict unknown() {
    return new Verdict(
        Outcome.UNKNOWN,
        "没有查到这个编号的证照",
        "请核对是否抄错；本平台只能核验本市签发的电子证照，其他地方或者以前签发的纸质证照请向签发机构核实。没有查到不等于证照是假的。",
        List.of(),
        null);
  }

  private static Verdict wrongCheck() {
    return new Verdict(
        Outcome.WRONG_CHECK_CHARACTER,
        "编号不对：校验位不符",
        "证照标识的最后一位是校验位，用来发现抄写错误。请逐位核对，或者改用证照编号、扫描二维码核验。",
        List.of(new Check("编号校验位", Result.FAILED, "按 GB/T 36904 计算的校验位与输入的最后一位不同。")),
        null);
  }

  private static Verdict malformed() {
    return new Verdict(
        Outcome.MALFORMED,
        "编号不完整或者格式不对",
        "证照标识以“1.2.156.3005.2.”开头，后面有五段，用小数点隔开；也可以改用证照编号核验。",
        List.of(),
        null);
  }

  private static Verdict.Shown shown(Stored stored) {
    Certificate certificate = stored.certificate();
    return new Verdict.Shown(
        certificate.identifier(),
        certificate.number(),
        certificate.name(),
        Words.holder(stored),
        certificate.issuer(),
        ChineseDate.of(certificate.issuedOn()),
        Validity.words(certificate),
        certificate.status().code(),
        certificate.status().word());
  }
}
