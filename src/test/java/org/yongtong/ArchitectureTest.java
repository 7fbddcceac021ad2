package org.yongtong;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.yongtong.platform.Modules;

/** The house rules that can be tested. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.yongtong");

  @Test
  void modulesUseOnlyModulesBeforeThem() {
    var wrong = new TreeSet<String>();
    for (var type : CLASSES) {
      String from = module(type.getPackageName());
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        String to = module(dependency.getTargetClass().getPackageName());
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
          continue;
        }
        if (Modules.IN_ORDER.indexOf(to) > Modules.IN_ORDER.indexOf(from)) {
          wrong.add(from + " -> " + to);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyModuleStandsInTheOrderedList() {
    assertThat(
            CLASSES.stream()
                .map(type -> module(type.getPackageName()))
                .filter(name -> !name.isEmpty())
                .distinct())
        .isSubsetOf(Modules.IN_ORDER);
  }

  @Test
  void modulesUseOnlyEachOthersApi() {
    ApplicationModules.of(Yongtong.class).verify();
  }

  @Test
  void timeComesFromTheClock() {
    for (Class<?> type :
        List.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class)) {
      ArchRuleDefinition.noClasses().should().callMethod(type, "now").check(CLASSES);
    }
    ArchRuleDefinition.noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void noClassIsNamedAfterATechnicalLayer() {
    ArchRuleDefinition.noClasses()
        .should()
        .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto)")
        .check(CLASSES);
  }

  @Test
  void aMainClassAboveThreeHundredLinesSaysWhy() throws java.io.IOException {
    try (var files = java.nio.file.Files.walk(java.nio.file.Path.of("src/main/java"))) {
      var silent =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(ArchitectureTest::longWithoutReason)
              .toList();
      assertThat(silent).as("add a line '// long: why', or make it smaller").isEmpty();
    }
  }

  private static boolean longWithoutReason(java.nio.file.Path file) {
    try {
      var lines = java.nio.file.Files.readAllLines(file);
      return lines.size() > 300 && lines.stream().noneMatch(line -> line.startsWith("// long: "));
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static String module(String packageName) {
    String root = "org.yongtong.";
    if (!packageName.startsWith(root)) {
      return "";
    }
    String inside = packageName.substring(root.length());
    int dot = inside.indexOf('.');
    return dot < 0 ? inside : inside.substring(0, dot);
  }
}
