package org.yongtong.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.directory.Directory;
import org.yongtong.directory.Division;
import org.yongtong.form.Field;

/** What the registers know, in the shape in which a form's field keeps it. */
@Component
public class RegisterFacts {

  private final Directory directory;

  RegisterFacts(Directory directory) {
    this.directory = directory;
  }

  /** The register's value for a field, shaped for its kind; null when unknown. */
  public @Nullable Object find(Field field, @Nullable Person person, @Nullable Company company) {
    String text = text(String.valueOf(field.prefill()), person, company);
    if (text == null || text.isBlank()) {
      return null;
    }
    return switch (field.kind()) {
      case ADDRESS -> {
        String division =
            person != null ? person.division() : company == null ? "" : company.division();
        yield address(division, text);
      }
      case CHOICE ->
          field.options().stream().anyMatch(option -> option.value().equals(text)) ? text : null;
      case TEXT, TEXTAREA, DATE, PHONE, CITIZEN_NUMBER, CREDIT_CODE, MONEY, INTEGER, DECIMAL ->
          text;
      default -> null;
    };
  }

  /** What the division says already is left out of the register's line. */
  private Map<String, String> address(String division, String line) {
    List<String> names = new ArrayList<>();
    Optional<Division> at = directory.findDivision(division);
    if (at.isEmpty()) {
      return Map.of("division", division, "detail", line, "full", line);
    }
    while (at.isPresent()) {
      names.addFirst(at.get().name());
      at = Optional.ofNullable(at.get().parent()).flatMap(directory::findDivision);
    }
    String rest = line;
    for (String name : names) {
      for (String written :
          List.of(name, name.replaceFirst("壮族自治区$|居委会$|村委会$|居民委员会$|村民委员会$", ""))) {
        if (rest.startsWith(written)) {
          rest = rest.substring(written.length());
        }
      }
    }
    return rest.isBlank()
        ? Map.of("division", division, "full", directory.fullName(division))
        : Map.of("division", division, "detail", rest, "full", directory.fullName(division) + rest);
  }

  private static @Nullable String text(
      String path, @Nullable Person person, @Nullable Company company) {
    if (person != null) {
      switch (path) {
        case "person.name":
          return person.name();
        case "person.id_number":
          return person.idNumber();
        case "person.sex":
          return person.sex();
        case "person.birth":
          return person.birth().toString();
        case "person.phone":
          return person.phone();
        case "person.address":
          return person.address();
        case "person.nation":
          return person.nation();
        default:
          return null;
      }
    }
    if (company == null) {
      return null;
    }
    return switch (path) {
      case "company.name" -> company.name();
      case "company.credit_code" -> company.creditCode();
      case "company.kind" -> company.kind();
      case "company.representative" -> company.representative();
      case "company.representative_id" -> company.representativeId();
      case "company.address" -> company.address();
      case "company.capital" -> company.capital() == null ? null : company.capital().toString();
      case "company.established" -> company.established().toString();
      case "company.scope" -> company.scope();
      case "company.phone" -> company.phone();
      default -> null;
    };
  }
}
