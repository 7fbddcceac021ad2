package org.yongtong.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.journal.Act;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.code.PersonName;

/** Asks the tables and leaves a trace of having asked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CityRegisters implements Registers {

  static final String LOOKED_UP = "registry.looked_up";
  private static final String PERSON = "person";
  private static final String COMPANY = "company";
  private static final String DEREGISTERED = "deregistered";

  private final RegisterTables tables;
  private final Journal journal;

  CityRegisters(RegisterTables tables, Journal journal) {
    this.tables = tables;
    this.journal = journal;
  }

  @Override
  public Optional<Person> findPerson(String idNumber, Lookup lookup) {
    var row = tables.person(idNumber);
    record(PERSON, row.orElse(null), null, lookup);
    return row.map(Registered::entry);
  }

  @Override
  public Optional<Company> findCompany(String creditCode, Lookup lookup) {
    var row = tables.company(creditCode);
    record(COMPANY, row.orElse(null), null, lookup);
    return row.map(Registered::entry);
  }

  @Override
  public boolean verifyPerson(String name, String idNumber, Lookup lookup) {
    var row = tables.person(idNumber);
    boolean matches =
        row.map(Registered::entry)
            .filter(person -> person.alive() && samePerson(person.name(), name))
            .isPresent();
    record(PERSON, row.orElse(null), matches, lookup);
    return matches;
  }

  @Override
  public boolean verifyCompany(String name, String creditCode, Lookup lookup) {
    var row = tables.company(creditCode);
    boolean matches =
        row.map(Registered::entry)
            .filter(company -> !company.status().equals(DEREGISTERED))
            .filter(company -> brackets(company.name()).equals(brackets(name)))
            .isPresent();
    record(COMPANY, row.orElse(null), matches, lookup);
    return matches;
  }

  /**
   * Nobody was found: then there is no key to name, and the number that was asked for stays out.
   *
   * @param matches answer to a verification, null when the record itself was asked for
   */
  private void record(
      String register, @Nullable Registered<?> row, @Nullable Boolean matches, Lookup lookup) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("register", register);
    payload.put("purpose", lookup.purpose());
    payload.put("matter", lookup.matter());
    payload.put("found", row != null);
    if (matches != null) {
      payload.put("matches", matches);
    }
    journal.append(
        new Act(
            new Subject(register, row == null ? "unknown" : row.id().toString()),
            LOOKED_UP,
            lookup.actor(),
            row == null ? null : row.division(),
            null,
            null,
            payload));
  }

  private static boolean samePerson(String registered, String given) {
    return PersonName.parse(given)
        .filter(name -> PersonName.parse(registered).filter(name::equals).isPresent())
        .isPresent();
  }

  /** Full-width and half-width brackets are typed at random in company names. */
  private static String brackets(String name) {
    return name.strip().replace('(', '（').replace(')', '）');
  }
}
