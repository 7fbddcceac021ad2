package org.yongtong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yongtong.YongtongTest;

@YongtongTest
class AccountsDbTest {

  private static final String SHOPKEEPER = "450103199407069237";
  private static final String NURSE = "45010419901123970X";

  @Autowired Accounts accounts;
  @Autowired JdbcClient database;

  @Test
  void anApplicantIsFoundByNumberOfTheRightKind() {
    var found = accounts.findByCode(AccountKind.PERSON, SHOPKEEPER).orElseThrow();
    assertThat(found.name()).isEqualTo("黄志明");
    assertThat(accounts.find(found.id())).contains(found);
    assertThat(accounts.findByCode(AccountKind.LEGAL, SHOPKEEPER)).isEmpty();
    assertThat(accounts.findByCode(AccountKind.LEGAL, "91450100XY0000012N")).isPresent();
  }

  @Test
  void theLastLetterOfANumberMayBeSmall() {
    assertThat(accounts.findByCode(AccountKind.PERSON, " 45010419901123970x "))
        .isEqualTo(accounts.findByCode(AccountKind.PERSON, NURSE))
        .isPresent();
  }

  @Test
  void noNumberAndNoPhoneStandsInTheTableAsText() {
    String all =
        Objects.requireNonNull(
            database
                .sql(
                    """
                    SELECT string_agg(account::text, E'\\n')
                    FROM identity.account
                    """)
                .query((row, ignored) -> row.getString(1))
                .single());
    assertThat(all).contains("黄志明").doesNotContain(SHOPKEEPER, "19900000002");
  }

  @Test
  void nobodyHasTwoOpenAccountsOfOneKind() {
    assertThatThrownBy(
            () ->
                database
                    .sql(
                        """
                        INSERT INTO identity.account
                          (id, kind, login, name, code_index, level, password_hash, status, created_at)
                        SELECT uuidv7(), kind, 'second-' || login, name, code_index, level,
                          password_hash, 'active', created_at
                        FROM identity.account WHERE login = 'nurse'
                        """)
                    .update())
        .isInstanceOf(DuplicateKeyException.class);
  }
}
