package org.yongtong.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yongtong.YongtongTest;

/** Over a real connection, because many failures never reach a controller. */
@YongtongTest
class ErrorPagesTest {

  private final HttpClient browser = HttpClient.newHttpClient();

  @LocalServerPort int port;

  @Test
  void aLostAddressGetsAPageWithAWayOn() throws Exception {
    var answer = send(to("/nowhere/at-all").GET());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.body()).contains("没有找到这个页面", "href=\"/items\"", "id=\"main\"");
    assertThat(answer.headers().firstValue("X-Request-Id").orElse(""))
        .matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
  }

  @Test
  void anInterfaceAnswersWithAProblem() throws Exception {
    var answer = send(to("/api/v1/nowhere").header("Accept", "text/html").GET());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("\"status\":404", answer.headers().firstValue("X-Request-Id").orElse("?"));
  }

  @Test
  void theWrongMethodIsExplained() throws Exception {
    var answer = send(to("/large-type").GET());
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.body()).contains("要从页面上的按钮进入");
  }

  @Test
  void aFormWithoutItsProtectionFieldIsNotSilentlyLost() throws Exception {
    var answer =
        send(
            to("/large-type")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "XSRF-TOKEN=one")
                .POST(BodyPublishers.ofString("on=1&_csrf=another")));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("没有保存", "编号");
  }

  @Test
  void anUploadThatIsTooLargeIsAnsweredNotCutOff() throws Exception {
    var answer = send(upload(new byte[65 * 1024 * 1024]));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("文件太大了", "单个文件不能超过 20 MB");
  }

  @Test
  void noPageTellsAboutTheInside() throws Exception {
    for (String path : new String[] {"/nowhere", "/items/%00", "/error", "/api/v1/nowhere"}) {
      assertThat(send(to(path).GET()).body())
          .doesNotContain("Exception", "org.springframework", "Tomcat", "at org.");
    }
  }

  private HttpRequest.Builder upload(byte[] file) {
    String start =
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n";
    return to("/large-type")
        .header("Content-Type", "multipart/form-data; boundary=edge")
        .POST(
            BodyPublishers.concat(
                BodyPublishers.ofString(start, StandardCharsets.UTF_8),
                BodyPublishers.ofByteArray(file),
                BodyPublishers.ofString("\r\n--edge--\r\n", StandardCharsets.UTF_8)));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return browser.send(request.build(), BodyHandlers.ofString());
  }
}
