package org.yongtong.catalogue.find;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yongtong.directory.Directory;
import org.yongtong.directory.Division;
import org.yongtong.platform.CityPack;

@Configuration(proxyBeanMethods = false)
class FindConfiguration {

  static final String SYNONYMS = "synonyms.txt";

  @Bean
  FindItems findItems(Directory directory, CityPack pack) {
    return new FindItems(
        key ->
            directory
                .findDepartment(key)
                .map(department -> department.name() + " " + department.shortName())
                .orElse(""),
        () -> directory.counties().stream().map(Division::code).toList(),
        Synonyms.read(pack.file(SYNONYMS)));
  }
}
