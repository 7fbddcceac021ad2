package org.yongtong.registry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yongtong.platform.CityPack;
import org.yongtong.platform.PackLoader;

/** Fills the registers with the city pack's invented people and companies, where that is wanted. */
@Component
@ConditionalOnProperty(name = "yongtong.samples", havingValue = "true", matchIfMissing = true)
class SampleRegisters implements PackLoader {

  private static final String PEOPLE = "people.csv";
  private static final String COMPANIES = "companies.csv";

  private final CityPack pack;
  private final RegisterTables tables;

  SampleRegisters(CityPack pack, RegisterTables tables) {
    this.pack = pack;
    this.tables = tables;
  }

  @Override
  public String what() {
    return "示例人口库与法人库";
  }

  @Override
  public List<Path> files() {
    return List.of(pack.file(PEOPLE), pack.file(COMPANIES));
  }

  @Override
  public String load() {
    List<Person> persons = people(pack);
    List<Company> companies = companies(pack);
    tables.putPersons(persons);
    tables.putCompanies(companies);
    return "%,d 人、%,d 家单位".formatted(persons.size(), companies.size());
  }

  static List<Person> people(CityPack pack) {
    return pack.csv(PEOPLE).stream().map(SampleRegisters::person).toList();
  }

  static List<Company> companies(CityPack pack) {
    Map<String, String> names =
        people(pack).stream().collect(Collectors.toMap(Person::idNumber, Person::name));
    return pack.csv(COMPANIES).stream().map(line -> company(line, names)).toList();
  }

  private static Person person(CSVRecord line) {
    return new Person(
        line.get("id_number"),
        line.get("name"),
        line.get("sex"),
        LocalDate.parse(line.get("birth")),
        line.get("nation"),
        line.get("division"),
        line.get("address"),
        line.get("phone"),
        line.get("status").equals("alive"));
  }

  private static Company company(CSVRecord line, Map<String, String> names) {
    String representative = names.get(line.get("representative_id"));
    if (representative == null) {
      throw new IllegalStateException(
          "the representative of " + line.get("credit_code") + " is not among the people");
    }
    String capital = line.get("capital");
    return new Company(
        line.get("credit_code"),
        line.get("name"),
        line.get("kind"),
        representative,
        line.get("representative_id"),
        line.get("address"),
        line.get("division"),
        capital.isBlank() ? null : Long.valueOf(capital),
        LocalDate.parse(line.get("established")),
        line.get("scope"),
        line.get("phone"),
        line.get("status"));
  }
}
