package org.yongtong.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ContentDisposition;

class DownloadNameTest {

  @ParameterizedTest
  @CsvSource({
    "营业执照.pdf, 营业执照.pdf",
    "营业执照.PDF, 营业执照.PDF",
    "../../etc/passwd, passwd.pdf",
    "'C:\\temp\\a.pdf', a.pdf",
    "a.html, a.html.pdf",
    ".htaccess, htaccess.pdf",
    "'', 文件.pdf",
    "..., 文件.pdf",
    "'a\";x=\"b.pdf', ax=b.pdf"
  })
  void isCleanedAndEndsAsItsContentSays(String given, String clean) {
    assertThat(DownloadName.of(given, FileType.PDF).value()).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nSet-Cookie: x=1.pdf",
        "a\u0000.exe",
        "a\u202Efdp.exe",
        "a\u2028b",
        "\uD800a",
        "a%0d%0ab"
      })
  void neverBreaksOutOfTheHeader(String hostile) {
    DownloadName name = DownloadName.of(hostile, FileType.PDF);
    assertThat(name.value()).endsWith(".pdf");
    assertThat(name.disposition(false))
        .matches("attachment; filename=\"[ -~&&[^\"\\\\]]*\"; filename\\*=UTF-8''[!-~]+");
  }

  @Test
  void chineseNamesArriveWhole() {
    var parsed =
        ContentDisposition.parse(DownloadName.of("身份证 正面.jpg", FileType.JPG).disposition(true));
    assertThat(parsed.isInline()).isTrue();
    assertThat(parsed.getFilename()).isEqualTo("身份证 正面.jpg");
  }

  @Test
  void aLongNameIsCutNotItsEnding() {
    String value = DownloadName.of("𠮷".repeat(500) + ".jpeg", FileType.JPG).value();
    assertThat(value).endsWith("𠮷.jpeg");
    assertThat(value.codePointCount(0, value.length())).isEqualTo(105);
  }
}
