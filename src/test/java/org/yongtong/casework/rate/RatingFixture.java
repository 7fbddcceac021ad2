package org.yongtong.casework.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.context.ApplicationContext;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.accept.RefuseAcceptance;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.NonAcceptance;

/** Finished cases, rated where the sentence of the test needs it. */
public final class RatingFixture {

  private final ApplicationContext context;
  private final CaseFixture cases;

  public RatingFixture(ApplicationContext context) {
    this.context = context;
    this.cases = new CaseFixture(context);
  }

  /** A case of the sample company that is over. */
  public CaseFile finished() {
    CaseFile file = cases.submitted();
    return cases.expectDone(
        context
            .getBean(RefuseAcceptance.class)
            .refuse(
                cases.request(file),
                NonAcceptance.values()[0],
                "经核对，这次申请的活动不需要取得许可。",
                null,
                cases.as(CaseFixture.CLERK)));
  }

  /** One whose applicant is not satisfied. */
  public CaseFile badlyRated(String text) {
    CaseFile file = finished();
    rate(file, "1", text);
    return cases.now(file);
  }

  void rate(CaseFile file, String level, String text) {
    cases.expectDone(
        context
            .getBean(RateCase.class)
            .rate(
                cases.request(file),
                new RateCase.Said(level, List.of("SLOW"), text),
                cases.as(CaseFixture.COMPANY)));
    assertThat(context.getBean(Ratings.class).ofCase(file.id())).isPresent();
  }
}
