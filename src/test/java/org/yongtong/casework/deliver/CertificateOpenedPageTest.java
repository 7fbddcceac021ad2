package org.yongtong.casework.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;
import org.yongtong.Eventually;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.decide.DecideCase;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.State;
import org.yongtong.certificate.Certificates;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

@YongtongTest
class CertificateOpenedPageTest {

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired DecideCase decide;
  @Autowired Certificates certificates;
  @Autowired Journal journal;

  @Test
  void openingTheCertificateDeliversItsCaseOnce() throws Exception {
    var cases = new CaseFixture(context);
    CaseFile file = cases.pendingDecision();
    cases.expectDone(
        decide.approve(cases.request(file), "材料齐全，符合条件。", cases.as(CaseFixture.DECIDER)));
    var certificate = certificates.findByMatter(file.id().toString()).orElseThrow();
    String path = "/my/certificates/" + certificate.id();
    web.perform(get(path).with(As.person())).andExpect(status().isNotFound());
    assertThat(cases.now(file).state()).isEqualTo(State.APPROVED);
    for (int i = 0; i < 2; i++) {
      web.perform(get(path).with(As.company())).andExpect(status().isOk());
    }
    Eventually.holds(() -> cases.now(file).state() == State.DELIVERED);
    var history = journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString()));
    assertThat(history)
        .filteredOn(entry -> entry.kind().equals("case.delivered"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.payload().get("way")).isEqualTo("ONLINE");
              assertThat(entry.act().actor().id())
                  .isEqualTo(cases.as(CaseFixture.COMPANY).account().toString());
            });
    assertThat(
            journal.about(new Subject("certificate", certificate.id().toString())).stream()
                .filter(entry -> entry.kind().equals("certificate.viewed")))
        .hasSize(1);
  }
}
