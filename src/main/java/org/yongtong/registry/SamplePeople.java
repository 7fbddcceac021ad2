package org.yongtong.registry;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.List;
import java.util.Objects;
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

  private final Supplier<List<Person>> people;
  private final Supplier<List<Company>> companies;

  SamplePeople(@Value("${yongtong.samples:true}") boolean wanted, CityPack pack) {
    this.people =
        Suppliers.memoize(() -> wanted ? SampleRegisters.people(pack) : List.<Person>of());
    this.companies =
        Suppliers.memoize(() -> wanted ? SampleRegisters.companies(pack) : List.<Company>of());
  }

  /** In the pack's order; empty where there are no samples. */
  public List<Person> people() {
    return Objects.requireNonNull(people.get());
  }

  public List<Company> companies() {
    return Objects.requireNonNull(companies.get());
  }
}
