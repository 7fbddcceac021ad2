package org.yongtong.casework.apply;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yongtong.Eventually;
import org.yongtong.YongtongTest;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Values;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.identity.SignedIn;

/** Uploads over a real connection, sent as a browser without a script sends them. */
@YongtongTest
class UploadSocketTest {

  private static final String LOGIN = "veteran";
  private static final String PAPER = "account_page";
  private static final String BOUNDARY = "----yongtong";

  @LocalServerPort int port;

  @Value("${yongtong.database.data}")
  String data;

  @Autowired ApplicationContext context;
  @Autowired ServletContext servlets;
  @Autowired Drafts drafts;
  @Autowired Attachments attachments;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private UUID draft;
  private String token;

  @BeforeEach
  void signedIn() throws Exception {
    SignedIn me = SampleSignIns.find(context, LOGIN);
    ServiceItem item = ApplicationFixture.item(context, "old-age-allowance");
    var sheet =
        new ApplicantSheet(
            "person", me.name(), "" + me.code(), "19900008001", "", "", "", "", "", "", "");
    draft =
        drafts
            .start(
                item.version(),
                item.taskCode(),
                null,
                new Filing(sheet, Values.EMPTY, Map.of()),
                me)
            .id();
    String csrf = csrf(Jsoup.parse(get("/sign-in").body()));
    HttpResponse<String> in =
        browser.send(
            HttpRequest.newBuilder(at("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "_csrf=" + csrf + "&login=" + LOGIN + "&password=Yongtong-2026"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(in.statusCode()).isEqualTo(303);
    HttpResponse<String> page = get("/apply/drafts/" + draft + "/papers");
    assertThat(page.statusCode()).isEqualTo(200);
    token = csrf(Jsoup.parse(page.body()));
  }

  @Test
  void aFileCutOffInTheMiddleLeavesNothingBehind() throws Exception {
    byte[] body = body("存折.png", ApplicationFixture.png(), 600_000);
    List<Path> before = temporary();
    try (var socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(head(body.length).getBytes(StandardCharsets.UTF_8));
      out.write(body, 0, body.length / 2);
      out.flush();
      Eventually.holds(() -> !temporary().equals(before)); // the server is reading
    }
    Eventually.holds(() -> temporary().equals(before));
    assertThat(attachments.ofDraft(draft)).isEmpty();
    assertThat(get("/apply/drafts/" + draft + "/papers").statusCode()).isEqualTo(200);
  }

  @Test
  void aFileOfMoreThanTwentyMegabytesIsSaidToBeTooLargeBesideThePaper() throws Exception {
    for (int megabytes : new int[] {21, 22, 30}) {
      List<Path> before = temporary();
      HttpResponse<String> answer =
          send(body("大.pdf", new byte[] {'%', 'P', 'D', 'F'}, megabytes << 20));
      String text = follow(answer).select("#paper-" + PAPER + " .field-error").text();
      assertThat(text).as(megabytes + " MB, status " + answer.statusCode()).contains("20 MB");
      Eventually.holds(() -> temporary().equals(before));
      assertThat(attachments.ofDraft(draft)).isEmpty();
    }
  }

  @Test
  void whatNoRequestMayCarryIsRefusedByAPageThatSaysTheLimits() throws Exception {
    List<Path> before = temporary();
    HttpResponse<String> answer = send(body("大.pdf", new byte[] {'%', 'P', 'D', 'F'}, 70 << 20));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(Jsoup.parse(answer.body()).select("main").text()).contains("20 MB", "逐个上传");
    Eventually.holds(() -> temporary().equals(before));
    assertThat(attachments.ofDraft(draft)).isEmpty();
  }

  /** What the page's script would have stopped; without it the browser still gets an answer. */
  @Test
  void twoHundredMegabytesAreAnsweredInWordsAndNotByAClosedConnection() throws Exception {
    List<Path> before = temporary();
    byte[] head = body("很大.pdf", new byte[] {'%', 'P', 'D', 'F'}, 4);
    long length = 200L << 20;
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(at("/apply/drafts/" + draft + "/papers/" + PAPER))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .timeout(Duration.ofMinutes(2))
                .POST(
                    HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(
                            () ->
                                new SequenceInputStream(
                                    new ByteArrayInputStream(head),
                                    new Zeros(length - head.length))),
                        length))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(Jsoup.parse(answer.body()).select("main").text()).contains("20 MB", "逐个上传");
    Eventually.holds(() -> temporary().equals(before));
  }

  /** So many zeros, without the memory for them. */
  private static final class Zeros extends InputStream {

    private long left;

    Zeros(long count) {
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (left <= 0) {
        return -1;
      }
      int now = (int) Math.min(left, most);
      java.util.Arrays.fill(into, from, from + now, (byte) 0);
      left -= now;
      return now;
    }
  }

  private Document follow(HttpResponse<String> answer) throws Exception {
    if (answer.statusCode() == 303) {
      String location = answer.headers().firstValue("Location").orElseThrow();
      return Jsoup.parse(get(URI.create(location).getPath() + query(location)).body());
    }
    return Jsoup.parse(answer.body());
  }

  private static String query(String location) {
    String query = URI.create(location).getQuery();
    return query == null ? "" : "?" + query;
  }

  /** Files of uploads under way: the server's own and those of the store. */
  private List<Path> temporary() throws IOException {
    Path server = ((java.io.File) servlets.getAttribute(ServletContext.TEMPDIR)).toPath();
    try (Stream<Path> theirs = Files.list(server);
        Stream<Path> ours = Files.list(Path.of(data, "files", "incoming"))) {
      return Stream.concat(theirs, ours).filter(Files::isRegularFile).sorted().toList();
    }
  }

  private String head(int length) {
    String sent =
        cookies.getCookieStore().getCookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return """
    POST /apply/drafts/%s/papers/%s HTTP/1.1\r
    Host: localhost:%d\r
    Cookie: %s\r
    Content-Type: multipart/form-data; boundary=%s\r
    Content-Length: %d\r
    \r
    """
        .formatted(draft, PAPER, port, sent, BOUNDARY, length);
  }

  private HttpResponse<String> send(byte[] body) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(at("/apply/drafts/" + draft + "/papers/" + PAPER))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .timeout(Duration.ofMinutes(2))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** A form's body with the file's content filled up to the length. */
  private byte[] body(String name, byte[] content, int length) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(
        """
        --%s\r
        Content-Disposition: form-data; name="_csrf"\r
        \r
        %s\r
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        """
            .formatted(BOUNDARY, token, BOUNDARY, name)
            .getBytes(StandardCharsets.UTF_8));
    out.write(content);
    out.write(new byte[Math.max(0, length - content.length)]);
    out.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static String csrf(Document page) {
    return page.select("input[name=_csrf]").eachAttr("value").getFirst();
  }
}
