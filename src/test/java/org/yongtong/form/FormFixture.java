package org.yongtong.form;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.yaml.snakeyaml.Yaml;

/** Forms on 23 November 2026 in a city of two villages. */
final class FormFixture {

  static final String COUNTY = "450103000000";
  static final String TOWN = "450103001000";
  static final String VILLAGE = "450103001001";
  static final String CITIZEN = "45010319900307002X";
  static final Applicant APPLICANT =
      new Applicant("person", "李秀英", CITIZEN, "1990-03-07", "女", VILLAGE);

  private FormFixture() {}

  static Forms forms() {
    return new CelForms(
        Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneId.of("Asia/Shanghai")), places());
  }

  static Places places() {
    var beans = new StaticListableBeanFactory(Map.of("placeOptions", new SmallCity()));
    return new Places(beans.getBeanProvider(PlaceOptions.class));
  }

  static FormDefinition form(String fields) {
    return forms()
        .read(source("sections:\n- id: one\n  title: 第一节\n  fields:\n" + fields.indent(4)));
  }

  static Map<String, Object> source(String yaml) {
    return new Yaml().load(yaml);
  }

  static Values values(Object... pairs) {
    var data = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      data.put((String) pairs[i], pairs[i + 1]);
    }
    return new Values(data, Map.of());
  }

  static FormCheck check(FormDefinition form, Object... pairs) {
    return forms().check(form, values(pairs), APPLICANT);
  }

  static Map<String, String[]> posted(String... pairs) {
    var parameters = new LinkedHashMap<String, String[]>();
    for (int i = 0; i < pairs.length; i += 2) {
      String value = pairs[i + 1];
      parameters.merge(
          pairs[i],
          new String[] {value},
          (before, more) -> {
            var all = java.util.Arrays.copyOf(before, before.length + 1);
            all[before.length] = more[0];
            return all;
          });
    }
    return parameters;
  }

  private static final class SmallCity implements PlaceOptions {

    @Override
    public List<Field.Option> children(String code) {
      return switch (code) {
        case "" -> List.of(option(COUNTY, "青秀区"), option("450107000000", "西乡塘区"));
        case COUNTY -> List.of(option(TOWN, "新竹街道"));
        case TOWN -> List.of(option(VILLAGE, "新竹社区居委会"), option("450103001002", "思贤社区居委会"));
        default -> List.of();
      };
    }

    @Override
    public String fullName(String code) {
      return switch (code) {
        case COUNTY -> "南宁市青秀区";
        case TOWN -> "南宁市青秀区新竹街道";
        case VILLAGE -> "南宁市青秀区新竹街道新竹社区居委会";
        case "450103001002" -> "南宁市青秀区新竹街道思贤社区居委会";
        case "450107000000" -> "南宁市西乡塘区";
        default -> "";
      };
    }

    private static Field.Option option(String code, String name) {
      return new Field.Option(code, name);
    }
  }
}
