package org.yongtong.casework.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.casework.ApplicationFixture;

@YongtongTest
class ProgressPageTest {

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;

  private MockHttpServletResponse ask(String address, String number, String last) throws Exception {
    return web.perform(
            get("/progress")
                .param("number", number)
                .param("last", last)
                .with(
                    request -> {
                      request.setRemoteAddr(address);
                      return request;
                    }))
        .andReturn()
        .getResponse();
  }

  private static Document page(MockHttpServletResponse response) throws Exception {
    return Jsoup.parse(response.getContentAsString());
  }

  @Test
  void numberAndFourCharactersShowStateAndNothingOfThePerson() throws Exception {
    var elder = new ApplicationFixture(web, context);
    UUID id = elder.submitted();
    String number = elder.file(id).number();
    var answer = ask("198.51.100.251", number.toLowerCase(java.util.Locale.ROOT), "9860");
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(page(answer).select("main").text())
        .contains("高龄津贴", "待受理", "民政局", "最迟")
        .doesNotContain("韦秀兰", "韦*兰", "199");
  }

  @Test
  void aWrongEndAndAWrongNumberGetTheSameAnswer() throws Exception {
    var elder = new ApplicationFixture(web, context);
    String number = elder.file(elder.submitted()).number();
    String other = number.substring(0, 31) + "202601010001";
    String wrongEnd = page(ask("198.51.100.252", number, "0000")).select(".alert-danger").text();
    assertThat(wrongEnd).contains("没有找到这个办件");
    assertThat(page(ask("198.51.100.252", other, "9860")).select(".alert-danger").text())
        .isEqualTo(wrongEnd);
    assertThat(ask("198.51.100.252", number, "0000").getStatus()).isEqualTo(422);
  }

  @Test
  void whatIsNoNumberIsSaidToBeNone() throws Exception {
    assertThat(page(ask("198.51.100.253", "123", "9860")).text()).contains("办件编号应为43至50位");
    assertThat(page(ask("198.51.100.253", "", "")).text()).contains("请填写办件编号");
  }

  @Test
  void whoAsksTooOftenMustWait() throws Exception {
    var elder = new ApplicationFixture(web, context);
    String number = elder.file(elder.submitted()).number();
    for (int i = 0; i < 10; i++) {
      assertThat(ask("198.51.100.254", number, "%04d".formatted(i)).getStatus()).isEqualTo(422);
    }
    var answer = ask("198.51.100.254", number, "9860");
    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(page(answer).text()).contains("一分钟后再试").doesNotContain("待受理");
  }
}
