package org.yongtong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yongtong.casework.CaseFixture;
import org.yongtong.journeys.pages.Officer;

class ExtraDemandJourney extends Journey {

  @Autowired ApplicationContext context;

  @Test
  void anExtraDemandIsReportedFromAPhoneAndFoundToBeOne() {
    String item = new CaseFixture(context).item("food-business-licence").taskCode();
    Page visitor = phone();
    visitor.navigate("/items/" + item);
    visitor.locator("#papers a[href^='/extra-demands/new']").click();
    visitor.locator("main button[type=submit]").click();
    assertThat(visitor.locator(".problem-summary")).isVisible();
    picture(visitor, "extra-demand-refused");
    visitor.locator("[name=what]").fill("窗口要求另外提交房东的身份证复印件，办事指南里没有这一项");
    visitor.locator("[name=who]").fill("市民中心 B05 窗口");
    visitor.locator("input[name=way][value=窗口]").check();
    // a file that no request may carry is said so before it is sent
    visitor.locator("#f-evidence").setInputFiles(large());
    assertThat(visitor.locator("#f-evidence-large")).containsText("超过 20 MB");
    assertThat(visitor.locator("#f-evidence")).hasValue("");
    visitor.locator("main button[type=submit]").click();
    assertThat(visitor.locator(".alert-success")).containsText("举报已收到");
    picture(visitor, "extra-demand-received");
    String receipt = visitor.url().replaceFirst("\\?.*", "");

    Page supervisor = signIn(desktop(), "staff", "supervise1");
    supervisor.navigate("/desk/extra-demands");
    picture(supervisor, "extra-demand-list");
    supervisor.locator(".queue th a").first().click();
    supervisor.locator("form[action$='/ask'] [name=text]").fill("请说明要求提交房东身份证的依据和经过。");
    picture(supervisor, "extra-demand-open");
    supervisor.locator("form[action$='/ask'] button").click();
    assertThat(supervisor.locator("main")).containsText("等部门答复");

    Page head = signIn(desktop(), "staff", CaseFixture.HEAD);
    head.navigate("/desk");
    head.locator("main a", new Page.LocatorOptions().setHasText("额外要求举报")).first().click();
    head.locator(".queue th a").first().click();
    new Officer(head).writes("text", "窗口人员误解，办事指南没有这项材料，已经改正并向当事人道歉。");
    picture(head, "extra-demand-answer");
    head.locator("form[action$='/answer'] button").click();
    assertThat(head.locator("main")).containsText("待认定");

    supervisor.reload();
    supervisor.locator("input[name=finding][value=founded]").check();
    supervisor.locator("form[action$='/finding'] [name=text]").fill("办事指南没有这项材料，已责令改正。");
    supervisor.locator("form[action$='/finding'] button").click();
    visitor.navigate(receipt);
    assertThat(visitor.locator("main")).containsText("已责令改正");
    picture(visitor, "extra-demand-founded");
  }

  private static Path large() {
    try {
      Path file = Files.createTempFile("large", ".pdf");
      file.toFile().deleteOnExit();
      try (var out = new RandomAccessFile(file.toFile(), "rw")) {
        out.setLength(21L << 20);
      }
      return file;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
