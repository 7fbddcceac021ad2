package org.yongtong.casework.accept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.State;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

@YongtongTest
class DeemedAcceptanceDbTest {

  @Autowired ApplicationContext context;
  @Autowired DeemAccepted deem;
  @Autowired Documents documents;
  @Autowired Journal journal;
  @Autowired JdbcClient database;

  // 行政许可法 §32(1)4: not told within five working days, accepted from the day of receipt
  @Test
  void silenceAcceptsFromTheDayOfReceipt() {
    var cases = new CaseFixture(context);
    CaseFile late = cases.submitted();
    CaseFile inTime = cases.submitted();
    database
        .sql("UPDATE casework.case_file SET due_on = CURRENT_DATE - 1 WHERE id = :id")
        .param("id", late.id())
        .update();
    assertThat(deem.run()).isPositive();
    CaseFile now = cases.now(late);
    assertThat(now.state()).isEqualTo(State.IN_REVIEW);
    assertThat(now.acceptedOn())
        .isEqualTo(late.submittedAt().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate());
    assertThat(documents.of(late.id()).getLast().kind()).isEqualTo(DocumentKind.ACCEPTANCE);
    assertThat(
            journal
                .about(new Subject(CaseFiles.SUBJECT, late.id().toString()))
                .getLast()
                .act()
                .actor()
                .name())
        .isEqualTo("系统自动");
    assertThat(cases.now(inTime).state()).isEqualTo(State.SUBMITTED);
  }
}
