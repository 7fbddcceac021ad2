package org.yongtong.platform.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sample people and companies were numbered by other code than ours; both must agree. */
class PackCodesTest {

  @Test
  void everyCodeOfThePackPasses() throws IOException {
    check("people.csv", "id_number", CitizenNumber::problem);
    check("people.csv", "name", PersonName::problem);
    check("people.csv", "division", DivisionCode::problem);
    check("companies.csv", "credit_code", CreditCode::problem);
    check("companies.csv", "phone", PhoneNumber::problem);
    check("divisions.csv", "code", DivisionCode::problem);
  }

  private static void check(String file, String column, Function<String, @Nullable String> problem)
      throws IOException {
    try (var reader = Files.newBufferedReader(Path.of("city/nanning", file));
        var rows =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      List<String> values = rows.stream().map(row -> row.get(column)).toList();
      assertThat(values).isNotEmpty().allMatch(value -> problem.apply(value) == null);
    }
  }
}
