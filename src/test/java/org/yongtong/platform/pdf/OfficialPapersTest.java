package org.yongtong.platform.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yongtong.platform.pdf.OfficialPaper.Row;

class OfficialPapersTest {

  private static final String URL = "https://yongtong.example/verify?number=450100202611230001";
  private static final String LONG =
      "经审查，您提交的申请材料齐全、符合法定形式，依照《中华人民共和国行政许可法》第三十二条第一款第五项的规定，本机关决定予以受理（受理日期见下表）。".repeat(6);

  private final OfficialPapers papers = new OfficialPapers();

  @Test
  void everyPartOfThePaperCanBeReadOut() throws IOException {
    String text = text(papers.pdf(notice("黄春明", List.of("您提交的食品经营许可申请已收到，依法予以受理。"))));
    assertThat(text)
        .contains(
            "受理通知书",
            "南市监受〔2026〕第17号",
            "黄春明：",
            "您提交的食品经营许可申请已收到，依法予以受理。",
            "办件编号",
            "450100202611230001",
            "南宁市市场监督管理局",
            "2026年11月3日",
            "第 1 页")
        .contains("示例");
  }

  @Test
  void theSamePaperGivesTheSameBytes() throws IOException {
    var paper = notice("黄春明", List.of(LONG, "㙍村"));
    byte[] once = papers.pdf(paper);
    assertThat(papers.pdf(paper)).isEqualTo(once);
    keep("notice-long.pdf", once);
  }

  @Test
  void theFileTellsItsTitleAndLanguage() throws IOException {
    try (var file = Loader.loadPDF(papers.pdf(notice("黄春明", List.of("同意。"))))) {
      assertThat(file.getDocumentInformation().getTitle()).isEqualTo("受理通知书");
      assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
      assertThat(file.getDocumentInformation().getCreationDate()).isNull();
      assertThat(file.getPage(0).getResources().getFontNames())
          .allSatisfy(
              name ->
                  assertThat(file.getPage(0).getResources().getFont(name).isEmbedded()).isTrue());
    }
  }

  @Test
  void aShortNoticeKeepsToOnePage() throws IOException {
    byte[] pdf = papers.pdf(notice("黄春明", List.of(LONG.substring(0, 140), "特此通知。")));
    keep("notice.pdf", pdf);
    assertThat(pages(pdf)).isEqualTo(1);
  }

  @Test
  void longParagraphsFlowOverPagesAndNothingIsLost() throws IOException {
    var paragraphs = List.of(LONG, LONG, LONG, LONG, LONG);
    assertThat(LONG.length()).isGreaterThan(400);
    byte[] pdf = papers.pdf(notice("广西壮族自治区南宁市示例餐饮管理有限公司", paragraphs));
    keep("notice-pages.pdf", pdf);
    assertThat(pages(pdf)).isGreaterThan(1);
    String plain = text(pdf).replaceAll("\\s|示例|第\\d页　?共\\d页", "");
    assertThat(plain).contains(LONG.replaceAll("\\s", ""));
  }

  @Test
  void noSignatureStandsOnAPageAlone() throws IOException {
    for (int sentences = 8; sentences < 40; sentences++) {
      String body = "本机关决定准予许可，有关内容如下。".repeat(sentences);
      var paper =
          new OfficialPaper(
              "准予行政许可决定书",
              "南审批决〔2026〕1号",
              "黄春明",
              List.of(body),
              List.of(),
              "南宁市行政审批局",
              LocalDate.of(2026, 11, 23),
              null,
              false);
      try (var file = Loader.loadPDF(papers.pdf(paper))) {
        var last = new PDFTextStripper();
        last.setStartPage(file.getNumberOfPages());
        assertThat(last.getText(file)).contains("南宁市行政审批局").contains("有关内容如下");
      }
    }
  }

  @Test
  void aRowThatNoPageHoldsGoesOnOverleaf() throws IOException {
    var paper = paper("黄春明", List.of("经审查，决定如下："), List.of(new Row("理由", LONG.repeat(6))), null);
    byte[] pdf = papers.pdf(paper);
    assertThat(pages(pdf)).isGreaterThan(1);
    assertThat(text(pdf).replaceAll("\\s", "").split("经审查，您", -1)).hasSize(37);
  }

  @Test
  void rareCharactersOfNamesArePrinted() throws IOException {
    assertThat(text(papers.pdf(notice("韦㙍龑喆", List.of("同意。"))))).contains("韦㙍龑喆：");
  }

  @Test
  void aCharacterInNoTypefaceLeavesAMarkInsteadOfAFailure() throws IOException {
    String text = text(papers.pdf(notice("韦𠮷明😀\t\u0007", List.of("同意。"))));
    assertThat(text).contains("韦〓明〓");
  }

  @Test
  void emptyPartsAreLeftOut() throws IOException {
    var paper =
        new OfficialPaper(
            "证明", "", "", List.of(), List.of(), "南宁市民政局", LocalDate.of(2026, 1, 2), null, false);
    assertThat(text(papers.pdf(paper))).startsWith("证明").contains("2026年1月2日").doesNotContain("示例");
  }

  private static OfficialPaper notice(String addressee, List<String> paragraphs) {
    var rows =
        List.of(
            new Row("办件编号", "450100202611230001"),
            new Row("事项名称", "食品经营许可（新办）"),
            new Row("承诺办结时限", "自受理之日起8个工作日，最迟2026年12月3日办结"),
            new Row("联系电话", "0771-0000001"));
    return paper(addressee, paragraphs, rows, URL);
  }

  private static OfficialPaper paper(
      String addressee, List<String> paragraphs, List<Row> rows, @Nullable String url) {
    return new OfficialPaper(
        "受理通知书",
        "南市监受〔2026〕第17号",
        addressee,
        paragraphs,
        rows,
        "南宁市市场监督管理局",
        LocalDate.of(2026, 11, 3),
        url,
        true);
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

  private static int pages(byte[] pdf) throws IOException {
    try (var file = Loader.loadPDF(pdf)) {
      return file.getNumberOfPages();
    }
  }
}
