package org.yongtong.directory;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yongtong.form.Field;
import org.yongtong.form.PlaceOptions;

/** Gives the address picker of forms its divisions. */
@Component
class FormPlaces implements PlaceOptions {

  private final Directory directory;

  FormPlaces(Directory directory) {
    this.directory = directory;
  }

  @Override
  public List<Field.Option> children(String code) {
    List<Division> divisions = code.isEmpty() ? directory.counties() : directory.childrenOf(code);
    return divisions.stream()
        .map(division -> new Field.Option(division.code(), division.name()))
        .toList();
  }

  @Override
  public String fullName(String code) {
    return directory.findDivision(code).isPresent() ? directory.fullName(code) : "";
  }
}
