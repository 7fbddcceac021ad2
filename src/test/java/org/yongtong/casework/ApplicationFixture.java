package org.yongtong.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yongtong.As;
import org.yongtong.casework.accept.AcceptCase;
import org.yongtong.casework.accept.RequireCorrection;
import org.yongtong.casework.decide.DecideCase;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.review.ReviewCase;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.identity.SignedIn;

/** Applications for the old-age allowance by the sample person {@code elder}, over the pages. */
public final class ApplicationFixture {

  public static final String ELDER = "elder";

  private final MockMvc web;
  private final ApplicationContext context;

  public ApplicationFixture(MockMvc web, ApplicationContext context) {
    this.web = web;
    this.context = context;
  }

  public static ServiceItem item(ApplicationContext context, String id) {
    var catalogue = context.getBean(Catalogue.class);
    return catalogue.leads().stream()
        .filter(item -> item.id().equals(id))
        .map(item -> catalogue.version(item.version()))
        .findFirst()
        .orElseThrow();
  }

  public ServiceItem item() {
    return item(context, "old-age-allowance");
  }

  /** Everything that the form asks of the simplest case; what the register knows is there. */
  public static Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("f.request_kind", "首次申请");
    answers.put("f.household_in", "南宁市");
    answers.put("f.lives_at", "户籍地址");
    answers.put("f.care", "与子女同住");
    answers.put("f.alive_check", "社区工作人员上门");
    answers.put("f.relatives.rows", "1");
    answers.put("f.relatives.0.row", "1");
    answers.put("f.relatives.0.relative.name", "韦小明");
    answers.put("f.relatives.0.relative.id_number", "45010419901123970X");
    answers.put("f.relatives.0.relative.phone", "13800000000");
    answers.put("f.relatives.0.relation", "子女");
    answers.put("f.payee", "本人账户领取");
    answers.put("f.account.holder", "韦秀兰");
    answers.put("f.account.bank", "示例银行南宁民族支行");
    answers.put("f.account.number", "6222021234567890128");
    answers.put("f.promise", "true");
    return answers;
  }

  /** A new draft; an open one from before is thrown away. Gives its address. */
  public String begin() throws Exception {
    Document start = page("/apply/" + item().taskCode());
    MockHttpServletRequestBuilder begin = post("/apply/" + item().taskCode());
    String open = start.select("input[name=instead]").attr("value");
    if (!open.isEmpty()) {
      begin.param("instead", open);
    }
    String first = location(send(begin));
    return first.substring(0, first.lastIndexOf('/'));
  }

  /** A draft with everything in it. */
  public String complete() throws Exception {
    String draft = begin();
    assertThat(location(fill(draft + "/form", answers()))).isEqualTo(draft + "/papers");
    assertThat(location(upload(draft, "account_page", "存折.png", png())))
        .isEqualTo(draft + "/papers#paper-account_page");
    return draft;
  }

  /** A case handed in. */
  public UUID submitted() throws Exception {
    return submit(complete());
  }

  public UUID submit(String draft) throws Exception {
    String location = location(send(post(draft + "/submit").param("agree", "true")));
    assertThat(location).matches("/my/cases/[0-9a-f-]{36}\\?submitted");
    return UUID.fromString(location.substring("/my/cases/".length(), location.indexOf('?')));
  }

  public UUID corrected(UUID id, Marks.Mark... marks) {
    done(
        context
            .getBean(RequireCorrection.class)
            .require(request(id), java.util.List.of(marks), null, staff("clerk.civil_affairs")));
    return id;
  }

  public UUID accepted(UUID id) {
    done(context.getBean(AcceptCase.class).accept(request(id), staff("clerk.civil_affairs")));
    return id;
  }

  public UUID asked(UUID id, String question) {
    done(
        context
            .getBean(ReviewCase.class)
            .ask(request(id), "", question, staff("review1.civil_affairs")));
    return id;
  }

  public UUID decided(UUID id, boolean approve) {
    done(
        context
            .getBean(ReviewCase.class)
            .giveOpinion(request(id), approve, "材料齐全，情况属实", staff("review1.civil_affairs")));
    var decide = context.getBean(DecideCase.class);
    SignedIn decider = staff("decide.civil_affairs");
    done(
        approve
            ? decide.approve(request(id), "符合发放条件", decider)
            : decide.refuse(request(id), "户籍不在本市", decider));
    return id;
  }

  public CaseFile file(UUID id) {
    return context.getBean(CaseFiles.class).find(id).orElseThrow();
  }

  public SignedIn staff(String login) {
    return SampleSignIns.find(context, login);
  }

  private CaseActions.Request request(UUID id) {
    return new CaseActions.Request(id, file(id).version(), UUID.randomUUID(), "test");
  }

  private static void done(CaseResult result) {
    assertThat(result).isInstanceOf(CaseResult.Done.class);
  }

  public ResultActions fill(String path, Map<String, String> values) throws Exception {
    MockHttpServletRequestBuilder request = post(path);
    values.forEach(request::param);
    return send(request);
  }

  public ResultActions upload(String draft, String paper, String name, byte[] content)
      throws Exception {
    return web.perform(
        multipart(draft + "/papers/" + paper)
            .file(new MockMultipartFile("file", name, "application/octet-stream", content))
            .with(As.login(ELDER))
            .with(As.csrf()));
  }

  public ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.with(As.login(ELDER)).with(As.csrf()));
  }

  public Document page(String path) throws Exception {
    var response =
        web.perform(get(java.net.URI.create(path)).with(As.login(ELDER))).andReturn().getResponse();
    assertThat(response.getStatus()).as(path).isEqualTo(200);
    return Jsoup.parse(response.getContentAsString());
  }

  public static String location(ResultActions answer) throws Exception {
    var response = answer.andReturn().getResponse();
    assertThat(response.getStatus()).as(() -> text(answer)).isEqualTo(303);
    return String.valueOf(response.getHeader("Location"));
  }

  public static Document refused(ResultActions answer) throws Exception {
    var response = answer.andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(422);
    return Jsoup.parse(response.getContentAsString());
  }

  private static String text(ResultActions answer) {
    try {
      return Jsoup.parse(answer.andReturn().getResponse().getContentAsString())
          .select("main")
          .text();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /** A picture no other test has. */
  public static byte[] png() throws IOException {
    var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    var random = ThreadLocalRandom.current();
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 30; y++) {
        image.setRGB(x, y, random.nextInt(0xffffff));
      }
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
