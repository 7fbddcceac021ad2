package org.yongtong.casework.extra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SampleSignIns;

/** Reports of extra demands, brought to where the sentence of the test needs them. */
public final class ExtraDemandFixture {

  static final String SUPERVISOR = "supervise1";

  private final ApplicationContext context;

  public ExtraDemandFixture(ApplicationContext context) {
    this.context = context;
  }

  ExtraDemand reported(ServiceItem item, String contact, @Nullable String login) {
    var form =
        new ReportExtraDemand.Form(
            "窗口要求另外提交房东的身份证复印件",
            "三号窗口",
            "窗口",
            LocalDate.now(context.getBean(Clock.class)).toString(),
            "",
            contact);
    try (var content = new ByteArrayInputStream(ApplicationFixture.png())) {
      var result =
          context
              .getBean(ReportExtraDemand.class)
              .report(
                  item,
                  form,
                  new ReportExtraDemand.Sent("通知.png", content),
                  login == null ? null : SampleSignIns.find(context, login));
      return ((ReportExtraDemand.Result.Received) result).demand();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** One that the department was asked about. */
  public UUID asked(ServiceItem item) {
    ExtraDemand demand = reported(item, "", null);
    step(demand.id(), DemandStep.ASK, 0, "请说明要求房东身份证的依据", SUPERVISOR);
    return demand.id();
  }

  void step(UUID id, DemandStep step, int version, String text, String login) {
    assertThat(
            context
                .getBean(HandleExtraDemand.class)
                .step(id, step, version, text, SampleSignIns.find(context, login)))
        .isInstanceOf(HandleExtraDemand.Result.Done.class);
  }
}
