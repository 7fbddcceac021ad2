package org.yongtong.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.YongtongTest;
import org.yongtong.journal.Actor;
import org.yongtong.platform.crypto.FieldCipher;

@YongtongTest
class RegistersDbTest {

  /** An invented person of the Nanning pack: born 1994, alive. */
  private static final String NUMBER = "450103199407069237";

  private static final String NAME = "黄志明";
  private static final String PHONE = "19900000002";
  private static final String NOBODY = "11010519491231002X";

  @Autowired Registers registers;
  @Autowired SampleRegisters samples;
  @Autowired FieldCipher cipher;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  @Test
  void theSampleRegistersAreLoadedWhole() {
    assertThat(count("SELECT count(*) FROM registry.person")).isEqualTo(2_000);
    assertThat(count("SELECT count(*) FROM registry.company")).isEqualTo(500);
  }

  @Test
  void aPersonIsFoundByNumber() {
    Person person = in(() -> registers.findPerson(NUMBER, lookup()).orElseThrow());
    assertThat(person.name()).isEqualTo(NAME);
    assertThat(person.idNumber()).isEqualTo(NUMBER);
    assertThat(person.phone()).isEqualTo(PHONE);
    assertThat(person.address()).contains("新竹社区");
    assertThat(person.alive()).isTrue();
  }

  @Test
  void aLowerCaseCheckCharacterFindsThePersonToo() {
    assertThat(in(() -> registers.findPerson("45010419901123970x", lookup())))
        .map(Person::name)
        .contains("李晓婷");
  }

  @Test
  void aCompanyIsFoundByCreditCodeWithItsRepresentative() {
    Company company = in(() -> registers.findCompany("91450100XY0000012N", lookup()).orElseThrow());
    assertThat(company.name()).isEqualTo("南宁邕通示例第1餐饮有限公司");
    assertThat(company.representative()).isEqualTo(NAME);
    assertThat(company.representativeId()).isEqualTo(NUMBER);
    assertThat(company.capital()).isEqualTo(1_000_000);
  }

  @Test
  void theTablesShowNoNumberAddressOrPhoneToWhoReadsThem() {
    List<String> rows =
        database
            .sql(
                """
                SELECT p::text FROM registry.person p
                UNION ALL SELECT c::text FROM registry.company c
                """)
            .query(String.class)
            .list();
    assertThat(rows)
        .hasSize(2_500)
        .noneMatch(row -> row.contains(NUMBER) || row.contains(PHONE))
        .noneMatch(row -> row.contains("新竹社区1栋"))
        .noneMatch(row -> row.contains(hex(NUMBER)) || row.contains(hex(PHONE)))
        .noneMatch(row -> row.contains(hex("新竹社区")));
  }

  @Test
  void theIndexIsTheSameForOneNumberAndTheCipherIsNot() {
    assertThat(
            database
                .sql("SELECT count(*) FROM registry.person WHERE id_number_index = :index")
                .param("index", cipher.blindIndex(RegisterTables.NUMBER, NUMBER))
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(cipher.encrypt(NUMBER)).isNotEqualTo(cipher.encrypt(NUMBER));
  }

  @Test
  void aLookUpLeavesExactlyOneJournalRowUnderTheRegistersOwnKey() {
    var lookup = lookup();
    in(() -> registers.findPerson(NUMBER, lookup));
    UUID key =
        database
            .sql("SELECT id FROM registry.person WHERE id_number_index = :index")
            .param("index", cipher.blindIndex(RegisterTables.NUMBER, NUMBER))
            .query(UUID.class)
            .single();
    assertThat(trace(lookup))
        .containsExactly(new Trace("person", key.toString(), "申请表预填", "true", null));
    assertThat(wholeRow(lookup)).doesNotContain(NUMBER).doesNotContain(NAME);
  }

  @Test
  void aLookUpThatFindsNobodyIsRecordedToo() {
    var lookup = lookup();
    assertThat(in(() -> registers.findPerson(NOBODY, lookup))).isEmpty();
    assertThat(trace(lookup))
        .containsExactly(new Trace("person", "unknown", "申请表预填", "false", null));
    assertThat(wholeRow(lookup)).doesNotContain(NOBODY);
  }

  @Test
  void theTraceRollsBackWithTheLookUp() {
    var lookup = lookup();
    transaction.executeWithoutResult(
        each -> {
          registers.findPerson(NUMBER, lookup);
          assertThat(trace(lookup)).hasSize(1);
          each.setRollbackOnly();
        });
    assertThat(trace(lookup)).isEmpty();
  }

  @Test
  void withoutATransactionNothingIsLookedUp() {
    var lookup = lookup();
    assertThatThrownBy(() -> registers.findPerson(NUMBER, lookup))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThat(trace(lookup)).isEmpty();
  }

  @Test
  void aNameIsVerifiedAgainstItsNumber() {
    var lookup = lookup();
    assertThat(in(() -> registers.verifyPerson(NAME, NUMBER, lookup))).isTrue();
    assertThat(trace(lookup)).extracting(Trace::matches).containsExactly("true");
    assertThat(in(() -> registers.verifyPerson("黄志", NUMBER, lookup()))).isFalse();
    assertThat(in(() -> registers.verifyPerson(NAME, NOBODY, lookup()))).isFalse();
    assertThat(in(() -> registers.verifyPerson(NAME, "not a number", lookup()))).isFalse();
  }

  @Test
  void theDeadAreNotVerified() {
    String number =
        cipher.decrypt(
            database
                .sql("SELECT id_number_cipher FROM registry.person WHERE NOT alive LIMIT 1")
                .query((row, ignored) -> row.getBytes(1))
                .single());
    Person person = in(() -> registers.findPerson(number, lookup()).orElseThrow());
    assertThat(person.alive()).isFalse();
    assertThat(in(() -> registers.verifyPerson(person.name(), number, lookup()))).isFalse();
  }

  @Test
  void aCompanyIsVerifiedUnlessDeregistered() {
    Named active = anyCompany("active");
    assertThat(in(() -> registers.verifyCompany(active.name(), active.creditCode(), lookup())))
        .isTrue();
    assertThat(in(() -> registers.verifyCompany("别的公司", active.creditCode(), lookup()))).isFalse();
    Named gone = anyCompany("deregistered");
    assertThat(in(() -> registers.verifyCompany(gone.name(), gone.creditCode(), lookup())))
        .isFalse();
  }

  @Test
  void bracketsOfACompanyNameMayBeTypedEitherWay() {
    Named company = anyCompany("active");
    transaction.executeWithoutResult(
        each -> {
          database
              .sql("UPDATE registry.company SET name = '示例（南宁）公司' WHERE credit_code = :code")
              .param("code", company.creditCode())
              .update();
          assertThat(registers.verifyCompany("示例(南宁)公司", company.creditCode(), lookup())).isTrue();
          each.setRollbackOnly();
        });
  }

  @Test
  void loadingAgainKeepsEveryKey() {
    String keys = "SELECT md5(string_agg(id::text, ',' ORDER BY id)) FROM registry.person";
    String before = database.sql(keys).query(String.class).single();
    transaction.executeWithoutResult(
        each -> {
          samples.load();
          assertThat(database.sql(keys).query(String.class).single()).isEqualTo(before);
          each.setRollbackOnly();
        });
  }

  private <T> T in(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(each -> work.get()));
  }

  /** As a column of bytes would print it. */
  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private int count(String sql) {
    return database.sql(sql).query(Integer.class).single();
  }

  private Named anyCompany(String status) {
    return database
        .sql(
            """
            SELECT name, credit_code FROM registry.company
            WHERE status = :status ORDER BY credit_code LIMIT 1
            """)
        .param("status", status)
        .query(Named.class)
        .single();
  }

  private static Lookup lookup() {
    return new Lookup(Actor.system("test"), "申请表预填", "test-" + UUID.randomUUID());
  }

  private List<Trace> trace(Lookup lookup) {
    return database
        .sql(
            """
            SELECT subject_type AS register, subject_id AS key, payload->>'purpose' AS purpose,
                   payload->>'found' AS found, payload->>'matches' AS matches
            FROM journal.entry
            WHERE kind = 'registry.looked_up' AND payload->>'matter' = :matter
            """)
        .param("matter", lookup.matter())
        .query(Trace.class)
        .list();
  }

  private String wholeRow(Lookup lookup) {
    return database
        .sql("SELECT e::text FROM journal.entry e WHERE payload->>'matter' = :matter")
        .param("matter", lookup.matter())
        .query(String.class)
        .single();
  }

  record Trace(
      String register, String key, String purpose, String found, @Nullable String matches) {}

  record Named(String name, String creditCode) {}
}
