package org.yongtong.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongtong.platform.CityPack;

/** The forms of the city pack, held against the reader and each other's rules. */
class PackFormsTest {

  private final Forms forms = FormFixture.forms();

  @Test
  void everyItemOfThePackReadsWithoutDefects() throws Exception {
    var defects = new ArrayList<String>();
    int read = 0;
    for (Path file : items()) {
      Map<String, Object> item = CityPack.yaml(file);
      try {
        FormDefinition form = forms.read(source(item));
        read++;
        for (Object paper : (List<?>) item.getOrDefault("papers", List.of())) {
          if (paper instanceof Map<?, ?> map && map.get("when") instanceof String when) {
            forms
                .defectsOf(form, when)
                .forEach(
                    defect ->
                        defects.add(
                            file.getFileName()
                                + " papers."
                                + map.get("id")
                                + ".when "
                                + when
                                + "："
                                + defect));
          }
        }
      } catch (FormDefinitionException wrong) {
        wrong.defects().forEach(defect -> defects.add(file.getFileName() + " " + defect));
      }
    }
    assertThat(defects).isEmpty();
    assertThat(read).isGreaterThanOrEqualTo(11);
  }

  @Test
  void anEmptyDraftOfEveryItemAsksForSomethingAndBreaksNowhere() throws Exception {
    for (Path file : items()) {
      FormDefinition form;
      try {
        form = forms.read(source(CityPack.yaml(file)));
      } catch (FormDefinitionException namedByTheOtherTest) {
        continue;
      }
      FormCheck check = forms.check(form, Values.EMPTY, Applicant.UNKNOWN_PERSON);
      assertThat(check.problems())
          .as(file.toString())
          .isNotEmpty()
          .allMatch(FormCheck.Problem::missing);
      FormView view = forms.view(form, Values.EMPTY, check, FormView.Options.ALL);
      assertThat(view.sections()).as(file.toString()).isNotEmpty();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> source(Map<String, Object> item) {
    return (Map<String, Object>) java.util.Objects.requireNonNull(item.get("form"));
  }

  private static List<Path> items() throws Exception {
    try (var files = Files.list(Path.of("city/nanning/items"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
