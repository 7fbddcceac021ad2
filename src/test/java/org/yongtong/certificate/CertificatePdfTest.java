package org.yongtong.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yongtong.YongtongTest;
import org.yongtong.certificate.Certificate.FaceItem;
import org.yongtong.certificate.Certificate.Status;

@YongtongTest
class CertificatePdfTest {

  @Autowired Certificates certificates;

  @Test
  void everyFactOfTheFaceCanBeReadOut() throws IOException {
    byte[] pdf = certificates.pdf(certificate(Status.VALID, face()));
    keep("certificate.pdf", pdf);
    assertThat(text(pdf))
        .contains(
            "食品经营许可证",
            "JY45010300000017",
            "1.2.156.3005.2.11450100XX0000019J001",
            "南宁市龑喆餐饮管理有限公司",
            "热食类食品制售",
            "2026年11月23日至2031年11月22日",
            "南宁市市场监督管理局",
            "示例")
        .doesNotContain("已吊销");
  }

  @Test
  void theSameCertificateGivesTheSameBytes() {
    var certificate = certificate(Status.VALID, face());
    assertThat(certificates.pdf(certificate)).isEqualTo(certificates.pdf(certificate));
  }

  @Test
  void aRevokedCertificateSaysSoOnItsPrint() throws IOException {
    byte[] pdf = certificates.pdf(certificate(Status.REVOKED, face()));
    keep("certificate-revoked.pdf", pdf);
    assertThat(text(pdf)).contains("本证照已吊销");
  }

  @Test
  void aLongFaceIsSetSmallerAndThenGoesOnOverleaf() throws IOException {
    var face = new ArrayList<>(face());
    for (int i = 1; i <= 8; i++) {
      face.add(new FaceItem("核定项目" + i, "第" + i + "项：" + "热食类食品制售、冷食类食品制售；".repeat(9)));
    }
    byte[] pdf = certificates.pdf(certificate(Status.VALID, face));
    keep("certificate-long.pdf", pdf);
    assertThat(text(pdf)).contains("第1项", "第8项", "续下页");
    try (var file = Loader.loadPDF(pdf)) {
      assertThat(file.getNumberOfPages()).isBetween(2, 3);
    }
  }

  private static List<FaceItem> face() {
    return List.of(
        new FaceItem("经营者名称", "南宁市龑喆餐饮管理有限公司"),
        new FaceItem("统一社会信用代码", "91450103MA5XXXXX0X"),
        new FaceItem("经营场所", "广西壮族自治区南宁市青秀区民族大道100号一层（示例）"),
        new FaceItem("主体业态", "餐饮服务经营者"),
        new FaceItem("经营项目", "热食类食品制售、冷食类食品制售（不含生食类）、自制饮品制售、糕点类食品制售（不含裱花蛋糕）"));
  }

  private static Certificate certificate(Status status, List<FaceItem> face) {
    return new Certificate(
        UUID.fromString("019abcde-0000-7000-8000-000000000001"),
        "1.2.156.3005.2.11450100XX0000019J001.11450100XX0000019J.JY45010300000017.001.8",
        "JY45010300000017",
        "FOOD_BUSINESS_LICENCE",
        "食品经营许可证",
        "南宁市龑喆餐饮管理有限公司",
        "91450103MA5XXXXX0X",
        "南宁市市场监督管理局",
        "11450100XX0000019J",
        LocalDate.of(2026, 11, 23),
        LocalDate.of(2026, 11, 23),
        LocalDate.of(2031, 11, 22),
        status,
        face,
        "case-1");
  }

  /** Left in the build folder to be looked at. */
  private static void keep(String name, byte[] pdf) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "papers"));
    Files.write(folder.resolve(name), pdf);
  }

  private static String text(byte[] pdf) throws IOException {
    try (var file = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(file);
    }
  }
}
