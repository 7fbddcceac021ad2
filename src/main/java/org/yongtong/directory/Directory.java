package org.yongtong.directory;

import java.util.List;
import java.util.Optional;

/**
 * Divisions, departments, places and staff of the city pack; read often, changed rarely, kept in
 * memory.
 */
public interface Directory {

  /** The division with this 12-digit code, in force or abolished. */
  Optional<Division> findDivision(String code);

  /** Current children, in code order. */
  List<Division> childrenOf(String code);

  /**
   * Full name from the city down, e.g. {@code 南宁市青秀区新竹街道新竹社区居委会}; historic codes give their
   * historic name.
   *
   * @throws java.util.NoSuchElementException when the code is not known
   */
  String fullName(String code);

  /** The city itself. */
  Division city();

  /** The 12 county-level units of the city. */
  List<Division> counties();

  /** Development zones and their like. */
  List<Area> areas();

  /**
   * The department with this key.
   *
   * @throws java.util.NoSuchElementException when there is none
   */
  Department department(String key);

  Optional<Department> findDepartment(String key);

  List<Department> departments();

  Optional<ServicePlace> findPlace(String key);

  List<ServicePlace> places();

  Optional<StaffMember> findStaff(String login);

  List<StaffMember> staffOf(String department);
}
