package org.yongtong.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.yongtong.YongtongTest;
import org.yongtong.certificate.Certificate.Status;
import org.yongtong.directory.Directory;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.code.CertificateIdentifier;

@YongtongTest
class CertificateDbTest {

  @Autowired Certificates certificates;
  @Autowired CertificateFixture fixture;
  @Autowired Journal journal;
  @Autowired Directory directory;
  @Autowired JdbcClient database;

  @Test
  void aCertificateCarriesItsIdentifierNumberAndTerm() {
    Certificate issued = fixture.issueAny();
    var identifier = new CertificateIdentifier(issued.identifier());
    String department = directory.department("market_regulation").creditCode();
    assertThat(identifier.issuer()).isEqualTo(department).isEqualTo(issued.issuerCode());
    assertThat(identifier.type()).matches(department + "[0-9]{3}");
    assertThat(identifier.serial()).isEqualTo(issued.number());
    assertThat(identifier.version()).isEqualTo(1);
    assertThat(issued.number()).matches("JY450103[0-9]{8}");
    assertThat(issued.issuer()).isEqualTo("南宁市市场监督管理局");
    assertThat(issued.validTo()).isEqualTo(issued.validFrom().plusYears(5).minusDays(1));
    assertThat(issued.status()).isEqualTo(Status.VALID);
    assertThat(issued.toString()).doesNotContain(issued.holderName(), issued.holderCode());
  }

  @Test
  void askedAgainForTheSameMatterTheSameCertificateComesBack() {
    IssueCertificate order =
        fixture.order(CertificateFixture.anyMatter(), CertificateFixture.anyHolder());
    Certificate first = fixture.issue(order);
    assertThat(fixture.issue(order)).isEqualTo(first);
    assertThat(certificates.findByMatter(order.matter())).contains(first);
    assertThat(kinds(first)).containsExactly("certificate.issued");
  }

  @Test
  void twoWhoIssueForTheSameMatterAtOnceGetOneCertificate() throws Exception {
    IssueCertificate order =
        fixture.order(CertificateFixture.anyMatter(), CertificateFixture.anyHolder());
    var together = new CyclicBarrier(4);
    Callable<Certificate> clerk =
        () -> {
          together.await();
          return fixture.issue(order);
        };
    List<Certificate> issued = inParallel(IntStream.range(0, 4).mapToObj(i -> clerk).toList());
    assertThat(new HashSet<>(issued)).hasSize(1);
    assertThat(kinds(issued.getFirst())).containsExactly("certificate.issued");
  }

  @Test
  void numbersOfDifferentMattersNeverMeet() throws Exception {
    List<Callable<Certificate>> clerks =
        IntStream.range(0, 8).<Callable<Certificate>>mapToObj(i -> fixture::issueAny).toList();
    List<Certificate> issued = inParallel(clerks);
    assertThat(issued.stream().map(Certificate::number).collect(Collectors.toSet())).hasSize(8);
    assertThat(issued.stream().map(Certificate::identifier).collect(Collectors.toSet())).hasSize(8);
  }

  @Test
  void issuingNeedsTheCallersTransaction() {
    var order = fixture.order(CertificateFixture.anyMatter(), CertificateFixture.anyHolder());
    assertThatThrownBy(() -> certificates.issue(order))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void theHolderFindsAllOwnCertificatesNewestFirst() {
    String holder = CertificateFixture.anyHolder();
    Certificate first = fixture.issue(fixture.order(CertificateFixture.anyMatter(), holder));
    Certificate second = fixture.issue(fixture.order(CertificateFixture.anyMatter(), holder));
    fixture.issueAny();
    assertThat(certificates.of(holder)).containsExactly(second, first);
    assertThat(certificates.findValid(holder, "FOOD_BUSINESS_LICENCE")).contains(second);
    assertThat(certificates.findValid(holder, "NURSE_LICENCE")).isEmpty();
  }

  @Test
  void theLastDayOfTheTermIsStillGoodTheNextIsNot() {
    String holder = CertificateFixture.anyHolder();
    Certificate issued = fixture.issue(fixture.order(CertificateFixture.anyMatter(), holder));
    LocalDate to = issued.validTo();
    assertThat(to).isNotNull();
    int days = (int) issued.validFrom().until(to, java.time.temporal.ChronoUnit.DAYS);
    fixture.age(issued, days);
    assertThat(certificates.findValid(holder, issued.type())).isPresent();
    fixture.age(issued, 1);
    assertThat(certificates.findValid(holder, issued.type())).isEmpty();
    assertThat(certificates.of(holder).getFirst().status()).isEqualTo(Status.EXPIRED);
  }

  @Test
  void everyChangeOfStatusIsJournalledAndKept() {
    Certificate issued = fixture.issueAny();
    change(issued, Status.SUSPENDED);
    change(issued, Status.VALID);
    change(issued, Status.REVOKED);
    change(issued, Status.CANCELLED);
    assertThat(certificates.findByMatter(issued.matter()).orElseThrow().status())
        .isEqualTo(Status.CANCELLED);
    assertThat(
            journal.about(subject(issued)).stream()
                .filter(entry -> entry.kind().equals("certificate.status_changed"))
                .map(entry -> entry.payload().get("from") + ">" + entry.payload().get("to")))
        .containsExactly(
            "VALID>SUSPENDED", "SUSPENDED>VALID", "VALID>REVOKED", "REVOKED>CANCELLED");
  }

  @Test
  void withdrawalIsAlsoPossibleAfterTheTerm() {
    Certificate issued = fixture.issueAny();
    fixture.age(issued, 4000);
    change(issued, Status.WITHDRAWN);
    assertThat(certificates.findByMatter(issued.matter()).orElseThrow().status())
        .isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void aRevokedCertificateIsNeverRestored() {
    Certificate issued = fixture.issueAny();
    change(issued, Status.REVOKED);
    assertThatThrownBy(() -> change(issued, Status.VALID))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("REVOKED");
    assertThat(kinds(issued)).containsExactly("certificate.issued", "certificate.status_changed");
  }

  @Test
  void theTableShowsNeitherTheHoldersCodeNorTheFace() {
    String holder = "450103199001010016";
    Certificate issued = fixture.issue(fixture.nurse("黄春明", holder));
    byte[] row =
        database
            .sql(
                """
                SELECT holder_code_cipher || holder_code_index || face_cipher
                FROM certificate.certificate WHERE id = :id
                """)
            .param("id", issued.id())
            .query(byte[].class)
            .single();
    assertThat(new String(row, StandardCharsets.UTF_8)).doesNotContain(holder, "执业地点");
    assertThat(certificates.findByMatter(issued.matter()).orElseThrow().holderCode())
        .isEqualTo(holder);
    assertThat(journal.about(subject(issued)).toString()).doesNotContain(holder, "黄春明");
  }

  @Test
  void theHistoryCannotBeChanged() {
    Certificate issued = fixture.issueAny();
    assertThatThrownBy(
            () ->
                database
                    .sql("DELETE FROM certificate.status_change WHERE certificate = :id")
                    .param("id", issued.id())
                    .update())
        .hasStackTraceContaining("permission denied");
  }

  private void change(Certificate certificate, Status status) {
    certificates.changeStatus(
        certificate.identifier(), status, "依据测试决定书办理", CertificateFixture.OFFICER);
  }

  private List<String> kinds(Certificate certificate) {
    return journal.about(subject(certificate)).stream().map(Entry::kind).toList();
  }

  private static Subject subject(Certificate certificate) {
    return new Subject("certificate", certificate.id().toString());
  }

  private static List<Certificate> inParallel(List<Callable<Certificate>> clerks) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var issued = new java.util.ArrayList<Certificate>();
      for (Future<Certificate> each : threads.invokeAll(clerks)) {
        issued.add(each.get());
      }
      return issued;
    }
  }
}
