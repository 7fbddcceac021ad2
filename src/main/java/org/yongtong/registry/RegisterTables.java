package org.yongtong.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.platform.Ids;
import org.yongtong.platform.code.CitizenNumber;
import org.yongtong.platform.code.CreditCode;
import org.yongtong.platform.crypto.FieldCipher;

/** Reads and writes the registers; the only place that encrypts and decrypts. */
@Component
class RegisterTables {

  /** Domain of the blind index. */
  static final String NUMBER = "citizen-number";

  private final JdbcClient database;
  private final JdbcTemplate batches;
  private final FieldCipher cipher;
  private final Clock clock;

  RegisterTables(JdbcClient database, JdbcTemplate batches, FieldCipher cipher, Clock clock) {
    this.database = database;
    this.batches = batches;
    this.cipher = cipher;
    this.clock = clock;
  }

  Optional<Registered<Person>> person(String idNumber) {
    return CitizenNumber.parse(idNumber).flatMap(this::person);
  }

  private Optional<Registered<Person>> person(CitizenNumber number) {
    return database
        .sql(
            """
            SELECT id, id_number_cipher, name, sex, birth, nation, division, address_cipher,
                   phone_cipher, alive
            FROM registry.person WHERE id_number_index = :index
            """)
        .param("index", cipher.blindIndex(NUMBER, number.value()))
        .query(
            (row, ignored) ->
                new Registered<>(
                    row.getObject("id", UUID.class),
                    row.getString("division"),
                    new Person(
                        cipher.decrypt(row.getBytes("id_number_cipher")),
                        row.getString("name"),
                        row.getString("sex"),
                        row.getObject("birth", LocalDate.class),
                        row.getString("nation"),
                        row.getString("division"),
                        cipher.decrypt(row.getBytes("address_cipher")),
                        cipher.decrypt(row.getBytes("phone_cipher")),
                        row.getBoolean("alive"))))
        .optional();
  }

  Optional<Registered<Company>> company(String creditCode) {
    return CreditCode.parse(creditCode).flatMap(this::company);
  }

  private Optional<Registered<Company>> company(CreditCode code) {
    return database
        .sql(
            """
            SELECT id, credit_code, name, kind, representative, representative_id_cipher,
                   address_cipher, division, capital, established, scope, phone_cipher, status
            FROM registry.company WHERE credit_code = :code
            """)
        .param("code", code.value())
        .query(
            (row, ignored) ->
                new Registered<>(
                    row.getObject("id", UUID.class),
                    row.getString("division"),
                    new Company(
                        row.getString("credit_code"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("representative"),
                        cipher.decrypt(row.getBytes("representative_id_cipher")),
                        cipher.decrypt(row.getBytes("address_cipher")),
                        row.getString("division"),
                        row.getObject("capital", Long.class),
                        row.getObject("established", LocalDate.class),
                        row.getString("scope"),
                        cipher.decrypt(row.getBytes("phone_cipher")),
                        row.getString("status"))))
        .optional();
  }

  /** Adds or replaces; who is known by number keeps the key. */
  void putPersons(List<Person> persons) {
    batches.batchUpdate(
        """
        INSERT INTO registry.person (id, id_number_cipher, id_number_index, name, sex, birth, nation,
                                     division, address_cipher, phone_cipher, alive)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id_number_index) DO UPDATE SET
          id_number_cipher = excluded.id_number_cipher, name = excluded.name, sex = excluded.sex,
          birth = excluded.birth, nation = excluded.nation, division = excluded.division,
          address_cipher = excluded.address_cipher, phone_cipher = excluded.phone_cipher,
          alive = excluded.alive
        """,
        persons.stream()
            .map(
                person ->
                    new Object[] {
                      Ids.next(clock),
                      cipher.encrypt(person.idNumber()),
                      cipher.blindIndex(NUMBER, person.idNumber()),
                      person.name(),
                      person.sex(),
                      person.birth(),
                      person.nation(),
                      person.division(),
                      cipher.encrypt(person.address()),
                      cipher.encrypt(person.phone()),
                      person.alive()
                    })
            .toList());
  }

  /** Adds or replaces; who is known by credit code keeps the key. */
  void putCompanies(List<Company> companies) {
    batches.batchUpdate(
        """
        INSERT INTO registry.company (id, credit_code, name, kind, representative,
                                      representative_id_cipher, address_cipher, division, capital,
                                      established, scope, phone_cipher, status)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (credit_code) DO UPDATE SET
          name = excluded.name, kind = excluded.kind, representative = excluded.representative,
          representative_id_cipher = excluded.representative_id_cipher,
          address_cipher = excluded.address_cipher, division = excluded.division,
          capital = excluded.capital, established = excluded.established, scope = excluded.scope,
          phone_cipher = excluded.phone_cipher, status = excluded.status
        """,
        companies.stream()
            .map(
                company ->
                    new Object[] {
                      Ids.next(clock),
                      company.creditCode(),
                      company.name(),
                      company.kind(),
                      company.representative(),
                      cipher.encrypt(company.representativeId()),
                      cipher.encrypt(company.address()),
                      company.division(),
                      company.capital(),
                      company.established(),
                      company.scope(),
                      cipher.encrypt(company.phone()),
                      company.status()
                    })
            .toList());
  }
}
