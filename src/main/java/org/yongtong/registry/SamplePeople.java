package org.yongtong.registry;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yongtong.platform.CityPack;

/**
 * The invented people and companies of the city pack, to try forms with; none where samples are not
 * wanted. They are read from the pack and not from the registers, so that nobody real is ever
 * looked up for a try.
 */
@Component
public class SamplePeople {

  private final List<Person> people;
  private final List<Company> companies;

  SamplePeople(@Value("${yongtong.samples:true}") boolean wanted, CityPack pack) {
    this.people = wanted ? SampleRegisters.people(pack) : List.of();
    this.companies = wanted ? SampleRegisters.companies(pack) : List.of();
  }

  /** In the pack's order; empty where there are no samples. */
  public List<Person> people() {
    return people;
  }

  public List<Company> companies() {
    return companies;
  }
}
