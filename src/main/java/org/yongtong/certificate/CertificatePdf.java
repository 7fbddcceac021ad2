package org.yongtong.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.certificate.Certificate.FaceItem;
import org.yongtong.certificate.Certificate.Status;
import org.yongtong.platform.CityPack;
import org.yongtong.platform.pdf.Canvas;
import org.yongtong.platform.pdf.ChineseDate;
import org.yongtong.platform.pdf.Ink;

/** Prints a certificate: A4 across, framed, facts on the left, issuer and date below. */
@Component
class CertificatePdf {

  private static final float WIDTH = 297 * Canvas.MM;
  private static final float HEIGHT = 210 * Canvas.MM;
  private static final double LEFT = 82;
  private static final double RIGHT = WIDTH - 82;
  private static final double FACE_TOP = 178;
  private static final double FACE_BOTTOM = HEIGHT - 172;
  private static final double QR = 84;
  private static final double[] SIZES = {15, 13.5, 12, 10.5, 9};

  /** Size of a face that goes on overleaf whatever its size. */
  private static final double OVERLEAF = 11;

  private final SiteAddress address;
  private final boolean sample;

  CertificatePdf(SiteAddress address, CityPack pack) {
    this.address = address;
    this.sample = Boolean.TRUE.equals(pack.yaml("site.yaml").get("sample"));
  }

  byte[] pdf(Certificate certificate) {
    try (var canvas = new Canvas(certificate.name() + " " + certificate.number())) {
      List<FaceItem> face = face(certificate);
      double size =
          Arrays.stream(SIZES)
              .filter(each -> height(canvas, face, each) <= FACE_BOTTOM - FACE_TOP)
              .findFirst()
              .orElse(OVERLEAF);
      List<FaceItem> rest = page(canvas, certificate, face, size);
      while (!rest.isEmpty()) {
        rest = page(canvas, certificate, rest, size);
      }
      return canvas.bytes();
    }
  }

  /** Who holds it and how long stand on every face, whether the type lists them or not. */
  private static List<FaceItem> face(Certificate certificate) {
    var face = new ArrayList<FaceItem>();
    if (certificate.face().stream()
        .noneMatch(item -> item.value().equals(certificate.holderName()))) {
      face.add(new FaceItem("持证人", certificate.holderName()));
    }
    certificate.face().stream().filter(item -> !item.value().isBlank()).forEach(face::add);
    face.add(new FaceItem("有效期", Validity.words(certificate)));
    return face;
  }

  /** One page; answers what it could not hold. */
  private List<FaceItem> page(
      Canvas canvas, Certificate certificate, List<FaceItem> face, double size) {
    canvas.page(WIDTH, HEIGHT);
    if (sample) {
      canvas.watermark("示例", WIDTH, 170);
    }
    canvas.frame(24, 24, WIDTH - 48, HEIGHT - 48, 3, Ink.BLUE);
    canvas.frame(31, 31, WIDTH - 62, HEIGHT - 62, 0.8, Ink.GOLD);
    double axis = WIDTH / 2;
    title(canvas, certificate.name(), axis);
    canvas.text("证照编号：" + certificate.number(), LEFT, 140, 12, Ink.BLACK);
    canvas.right("电子证照", RIGHT, 140, 12, Ink.GREY);
    canvas.rule(LEFT, 152, RIGHT, 152, 0.8, Ink.GOLD);
    List<FaceItem> rest = items(canvas, face, size);
    foot(canvas, certificate, rest.isEmpty());
    return rest;
  }

  private static void title(Canvas canvas, String name, double axis) {
    double size = 36;
    while (size > 16 && canvas.width(name, size) > RIGHT - LEFT) {
      size -= 2;
    }
    canvas.title(name, axis, 100, size, Ink.BLUE, name.length() <= 10 ? size / 10 : 0);
  }

  private static List<FaceItem> items(Canvas canvas, List<FaceItem> face, double size) {
    double label = labelWidth(canvas, face, size);
    double y = FACE_TOP;
    for (int i = 0; i < face.size(); i++) {
      List<String> lines = canvas.lines(face.get(i).value(), size, RIGHT - LEFT - label);
      double high = lines.size() * size * 1.45 + size * 0.45;
      if (y + high > FACE_BOTTOM && i > 0) {
        return face.subList(i, face.size());
      }
      canvas.text(face.get(i).label(), LEFT, y + size, size, Ink.GREY);
      for (String line : lines) {
        canvas.text(line, LEFT + label, y + size, size, Ink.BLACK);
        y += size * 1.45;
      }
      y += size * 0.45;
    }
    return List.of();
  }

  private static double height(Canvas canvas, List<FaceItem> face, double size) {
    double label = labelWidth(canvas, face, size);
    double height = 0;
    for (FaceItem item : face) {
      int lines = canvas.lines(item.value(), size, RIGHT - LEFT - label).size();
      height += lines * size * 1.45 + size * 0.45;
    }
    return height;
  }

  private static double labelWidth(Canvas canvas, List<FaceItem> face, double size) {
    double widest = 0;
    for (FaceItem item : face) {
      widest = Math.max(widest, canvas.width(item.label(), size));
    }
    return Math.min(widest + 1.5 * size, (RIGHT - LEFT) / 2);
  }

  private void foot(Canvas canvas, Certificate certificate, boolean last) {
    double top = HEIGHT - 160;
    canvas.qr(address.verify(certificate), LEFT - 8, top, QR);
    double beside = LEFT + QR + 6;
    canvas.text("扫码核验证照状态", beside, top + 22, 10.5, Ink.BLACK);
    canvas.text("证照状态以核验结果为准", beside, top + 40, 9, Ink.GREY);
    String refused = standing(certificate);
    if (refused != null) {
      canvas.bold(refused, beside, top + 66, 13, Ink.RED);
    }
    canvas.text("证照标识 " + certificate.identifier(), LEFT, HEIGHT - 56, 8, Ink.GREY);
    if (!last) {
      canvas.right("（续下页）", RIGHT, top + 40, 12, Ink.GREY);
      return;
    }
    LocalDate issued = certificate.issuedOn();
    String date = ChineseDate.of(issued);
    double half = Math.max(canvas.width(certificate.issuer(), 16), canvas.width(date, 16)) / 2;
    double axis = RIGHT - half;
    canvas.centred("签发机构", axis, top + 14, 10.5, Ink.GREY, false);
    canvas.centred(certificate.issuer(), axis, top + 38, 16, Ink.BLACK, false);
    canvas.centred(date, axis, top + 64, 16, Ink.BLACK, false);
  }

  /** What a holder of the paper must know when it is no longer good. */
  private static @Nullable String standing(Certificate certificate) {
    return certificate.status() == Status.VALID ? null : "本证照已" + Words.done(certificate.status());
  }
}
