package org.yongtong.certificate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.certificate.Certificate.FaceItem;
import org.yongtong.journal.Actor;

/** Issues certificates for tests. */
@Component
class CertificateFixture {

  static final Actor OFFICER = new Actor("system:test", null, "测试经办");

  private final Certificates certificates;
  private final TransactionTemplate transaction;
  private final JdbcClient database;
  private final Clock clock;

  CertificateFixture(
      Certificates certificates,
      TransactionTemplate transaction,
      JdbcClient database,
      Clock clock) {
    this.certificates = certificates;
    this.transaction = transaction;
    this.database = database;
    this.clock = clock;
  }

  static String anyMatter() {
    return "case-" + UUID.randomUUID();
  }

  /** Credit code-like holder code that no other test uses. */
  static String anyHolder() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 18);
  }

  IssueCertificate order(String matter, String holderCode) {
    return new IssueCertificate(
        "FOOD_BUSINESS_LICENCE",
        "食品经营许可证",
        "JY",
        "market_regulation",
        "450103000000",
        "legal",
        "南宁市龑喆餐饮管理有限公司",
        holderCode,
        LocalDate.now(clock),
        5,
        List.of(
            new FaceItem("经营者名称", "南宁市龑喆餐饮管理有限公司"),
            new FaceItem("经营场所", "广西壮族自治区南宁市青秀区民族大道100号（示例）"),
            new FaceItem("主体业态", "餐饮服务经营者"),
            new FaceItem("经营项目", "热食类食品制售、冷食类食品制售（不含生食类）、自制饮品制售")),
        matter,
        OFFICER);
  }

  IssueCertificate nurse(String holderName, String holderCode) {
    return new IssueCertificate(
        "NURSE_LICENCE",
        "护士执业证书",
        "HS",
        "health",
        "450100000000",
        "person",
        holderName,
        holderCode,
        LocalDate.now(clock),
        5,
        List.of(new FaceItem("姓名", holderName), new FaceItem("执业地点", "南宁市示例医院")),
        anyMatter(),
        OFFICER);
  }

  Certificate issue(IssueCertificate order) {
    Certificate issued = transaction.execute(ignored -> certificates.issue(order));
    if (issued == null) {
      throw new AssertionError("nothing issued");
    }
    return issued;
  }

  Certificate issueAny() {
    return issue(order(anyMatter(), anyHolder()));
  }

  /** As if it had been issued so many days earlier. */
  void age(Certificate certificate, int days) {
    database
        .sql(
            """
            UPDATE certificate.certificate
            SET issued_on = issued_on - :days, valid_from = valid_from - :days, valid_to = valid_to - :days
            WHERE id = :id
            """)
        .param("days", days)
        .param("id", certificate.id())
        .update();
  }
}
