package org.yongtong.casework.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.yongtong.casework.ApplicationFixture.location;
import static org.yongtong.casework.ApplicationFixture.png;
import static org.yongtong.casework.ApplicationFixture.refused;

import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.ItemFixture;
import org.yongtong.casework.file.Filings;
import org.yongtong.casework.file.Marks;
import org.yongtong.catalogue.ServiceItem;

/** A form that takes files itself, from the upload to the correction, without a script. */
@YongtongTest
class FormFilesPageTest {

  private static final String FIELDS =
      """
      - {id: shop, label: 店名, kind: text, required: true, max: 60}
      - {id: photo, label: 门面照片, kind: paper, required: true, hint: 能看清招牌}
      - {id: plan, label: 平面图, kind: paper}
      """;

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Filings filings;
  ItemFixture items;
  ApplicationFixture elder;
  ServiceItem item;
  String draft;

  @BeforeEach
  void begun() throws Exception {
    items = new ItemFixture(context);
    elder = new ApplicationFixture(web, context);
    item = items.publish("门面登记", FIELDS, Map.of());
    String first = location(elder.send(post("/apply/" + item.taskCode())));
    draft = first.substring(0, first.lastIndexOf('/'));
  }

  @AfterEach
  void ended() {
    items.cancel(item, null, "试验结束");
  }

  @Test
  void theFormIsSentWithItsFilesAndKeepsWhatWasTyped() throws Exception {
    Document form = elder.page(draft + "/form");
    assertThat(form.select("form[action$=/form]").attr("enctype")).isEqualTo("multipart/form-data");
    assertThat(form.select("input[type=file]").eachAttr("name"))
        .containsExactly("file.photo", "file.plan");
    // no button beside the field was pressed: the file is taken all the same
    assertThat(location(send("/form", "photo", "门面.png", png(), Map.of("f.shop", "邕江小馆"))))
        .isEqualTo(draft + "/papers");
    Document again = elder.page(draft + "/form");
    assertThat(again.select("input[name=f.shop]").val()).isEqualTo("邕江小馆");
    assertThat(again.select(".form-files a").text()).contains("门面.png");
    String file = again.select(".form-files a").attr("href");
    web.perform(get(file).with(As.login("elder")))
        .andExpect(
            answer -> assertThat(answer.getResponse().getContentType()).isEqualTo("image/png"));
    assertThat(elder.page(draft + "/check").text()).contains("门面照片", "门面.png");
  }

  @Test
  void whatCannotBeTakenIsSaidBesideTheFieldAndTypedWordsStay() throws Exception {
    Document page =
        refused(
            send(
                "/form",
                "photo",
                "a.exe",
                "MZ".getBytes(),
                Map.of("f.shop", "邕江", "f.upload", "photo")));
    assertThat(page.select("#f-photo-error").text()).contains("a.exe", "只接收");
    assertThat(page.select("input[name=f.shop]").val()).isEqualTo("邕江");
    Document nothing = refused(elder.fill(draft + "/form", Map.of("f.upload", "plan")));
    assertThat(nothing.select("#f-plan-error").text()).contains("请先选择");
    Document missing = refused(elder.fill(draft + "/form", Map.of("f.shop", "邕江小馆")));
    assertThat(missing.select("#f-photo-error").text()).contains("请上传门面照片");
  }

  @Test
  void aFilesNameInTheFormIsNoFile() throws Exception {
    refused(elder.fill(draft + "/form", Map.of("f.shop", "邕江小馆", "f.photo", "门面.png")));
    assertThat(elder.page(draft + "/form").select(".form-files")).isEmpty();
  }

  @Test
  void aScriptSendsTheFileAloneAndGetsTheFormBack() throws Exception {
    var answer = send("/save", "photo", "门面.png", png(), Map.of()).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString()).contains("门面.png", "id=\"form-sections\"");
    var wrong = send("/save", "photo", "b.png", new byte[0], Map.of()).andReturn().getResponse();
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString()).contains("b.png", "空的");
  }

  @Test
  void aFileIsRemovedAfterAskingAgainAndTheFormComesBack() throws Exception {
    location(send("/form", "photo", "门面.png", png(), Map.of("f.upload", "photo")));
    Document form = elder.page(draft + "/form");
    String id = form.select("button[name=f.unload]").val();
    String ask = location(elder.fill(draft + "/form", Map.of("f.unload", id, "f.shop", "改了")));
    assertThat(ask).isEqualTo(draft + "/files/" + id + "/remove");
    assertThat(elder.page(ask).select("main").text()).contains("门面照片", "门面.png");
    assertThat(location(elder.send(post(ask)))).isEqualTo(draft + "/form#f-photo");
    Document after = elder.page(draft + "/form");
    assertThat(after.select(".form-files")).isEmpty();
    assertThat(after.select("input[name=f.shop]").val()).isEqualTo("改了");
    assertThat(elder.page(draft + "/check").select(".problem-summary").text()).contains("请上传门面照片");
  }

  @Test
  void theOfficerSeesTheFileAndACorrectionAsksForANewOne() throws Exception {
    location(send("/form", "photo", "门面.png", png(), Map.of("f.shop", "邕江小馆")));
    UUID id = elder.submit(draft);
    assertThat(elder.page("/my/cases/" + id).text()).contains("门面照片", "门面.png");
    Document desk = new DeskPages(web).page("/desk/cases/" + id, "clerk.civil_affairs");
    assertThat(desk.select("#pane").text()).contains("门面照片", "门面.png");

    elder.corrected(
        id,
        new Marks.Mark("field", "photo", "门面照片", "看不清招牌"),
        new Marks.Mark("field", "plan", "平面图", "请补一张"));
    String form = location(elder.send(post("/my/cases/" + id + "/correction")));
    draft = form.substring(0, form.lastIndexOf('/'));
    Document page = elder.page(form);
    assertThat(page.text()).contains("看不清招牌");
    assertThat(page.select("input[type=file]").eachAttr("name"))
        .containsExactly("file.photo", "file.plan");
    Document asked = refused(elder.fill(draft + "/form", Map.of()));
    assertThat(asked.select("#f-photo-error").text()).contains("请上传门面照片");
    assertThat(asked.select("#f-plan-error").text()).contains("请重新上传“平面图”");
    assertThat(refused(send("/form", "shop", "x.png", png(), Map.of())).select("main").text())
        .contains("这里不收文件");
    refused(send("/form", "plan", "平面.png", png(), Map.of()));
    location(send("/form", "photo", "清楚.png", png(), Map.of()));
    assertThat(elder.submit(draft)).isEqualTo(id);
    assertThat(filings.get(id, 1).values().files("photo"))
        .extracting("name")
        .containsExactly("门面.png");
    assertThat(filings.get(id, 2).values().files("photo"))
        .extracting("name")
        .containsExactly("清楚.png");
    assertThat(elder.page("/my/cases/" + id).text()).contains("清楚.png", "已被补正材料替换");
  }

  private ResultActions send(
      String step, String field, String name, byte[] content, Map<String, String> typed)
      throws Exception {
    var request =
        multipart(draft + step)
            .file(
                new MockMultipartFile("file." + field, name, "application/octet-stream", content));
    typed.forEach(request::param);
    return web.perform(request.with(As.login(ApplicationFixture.ELDER)).with(As.csrf()));
  }
}
