package org.yongtong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/security.md} to the tests that are there. */
class SecurityTableTest {

  private static final Path TABLE = Path.of("docs/security.md");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern NAME = Pattern.compile("`([A-Za-z0-9]+)`");

  @Test
  void everyThreatNamesAControlAndATestThatExists() throws IOException {
    Set<String> present = testClasses();
    List<String[]> rows = rows();
    assertThat(rows).isNotEmpty();
    for (String[] row : rows) {
      assertThat(row).as("threat, control, test: %s", String.join("|", row)).hasSize(3);
      assertThat(row[1]).as("control of: %s", row[0]).isNotBlank();
      Set<String> named =
          NAME.matcher(row[2])
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(named).as("tests of: %s", row[0]).isNotEmpty();
      assertThat(present).as("test classes named for: %s", row[0]).containsAll(named);
    }
  }

  private static List<String[]> rows() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line -> line.strip().replaceAll("^\\|\\s*|\\s*\\|$", "").split("\\s*\\|\\s*"))
        .toList();
  }

  private static Set<String> testClasses() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
