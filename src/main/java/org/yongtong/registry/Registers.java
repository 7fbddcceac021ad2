package org.yongtong.registry;

import java.util.Optional;

/**
 * Population and legal-entity registers. Needs a transaction: a look-up and its journal row stand
 * or fall together.
 */
public interface Registers {

  Optional<Person> findPerson(String idNumber, Lookup lookup);

  Optional<Company> findCompany(String creditCode, Lookup lookup);

  /** Whether this name belongs to this citizen number and the person is alive. */
  boolean verifyPerson(String name, String idNumber, Lookup lookup);

  boolean verifyCompany(String name, String creditCode, Lookup lookup);
}
