package org.yongtong.registry;

import java.util.Optional;

/**
 * Population and legal-entity registers. Every look-up writes one journal row ({@code
 * registry.looked_up}) with its purpose, whether or not anybody was found; the row names the
 * register's own key, never the number. Needs the caller's transaction ({@link
 * org.springframework.transaction.IllegalTransactionStateException} without one): a look-up and its
 * journal row stand or fall together.
 */
public interface Registers {

  /** The person with this citizen number; a malformed number finds nobody. */
  Optional<Person> findPerson(String idNumber, Lookup lookup);

  /** The company with this unified social credit code, whatever its status. */
  Optional<Company> findCompany(String creditCode, Lookup lookup);

  /** Whether this name belongs to this citizen number and the person is alive. */
  boolean verifyPerson(String name, String idNumber, Lookup lookup);

  /** Whether this name belongs to this credit code and the company has not been deregistered. */
  boolean verifyCompany(String name, String creditCode, Lookup lookup);
}
