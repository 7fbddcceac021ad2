package org.yongtong.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.YongtongTest;
import org.yongtong.form.Field;
import org.yongtong.form.PlaceOptions;
import org.yongtong.platform.web.PlaceNames;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Shell;

@YongtongTest
class DirectoryDbTest {

  @Autowired Directory directory;
  @Autowired PlaceNames placeNames;
  @Autowired PlaceOptions formPlaces;
  @Autowired DirectoryPack pack;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  @ParameterizedTest
  @CsvSource({
    "450102000000,兴宁区,6,80",
    "450103000000,青秀区,11,119",
    "450105000000,江南区,11,120",
    "450107000000,西乡塘区,15,159",
    "450108000000,良庆区,8,87",
    "450109000000,邕宁区,5,81",
    "450110000000,武鸣区,14,233",
    "450123000000,隆安县,11,138",
    "450124000000,马山县,11,156",
    "450125000000,上林县,11,134",
    "450126000000,宾阳县,17,238",
    "450181000000,横州市,18,311"
  })
  void everyCountyHasItsTownsAndVillages(String code, String name, int towns, int villages) {
    assertThat(directory.findDivision(code)).map(Division::name).contains(name);
    List<Division> ofCounty = directory.childrenOf(code);
    assertThat(ofCounty).hasSize(towns).allMatch(each -> each.level() == Division.Level.TOWN);
    assertThat(ofCounty.stream().mapToInt(town -> directory.childrenOf(town.code()).size()).sum())
        .isEqualTo(villages);
  }

  @Test
  void theCityHasTwelveUnitsInCodeOrder() {
    assertThat(directory.city().name()).isEqualTo("南宁市");
    assertThat(directory.counties())
        .hasSize(12)
        .isSortedAccordingTo((a, b) -> a.code().compareTo(b.code()))
        .allMatch(each -> each.validTo() == null);
  }

  @Test
  void anAbolishedCodeGivesItsOldNameAndItsSuccessor() {
    Division heng = directory.findDivision("450127000000").orElseThrow();
    assertThat(heng.name()).isEqualTo("横县");
    assertThat(heng.validTo()).isEqualTo(LocalDate.of(2021, 2, 3));
    assertThat(heng.replacedBy()).isEqualTo("450181000000");
    assertThat(directory.findDivision("450122000000").orElseThrow().replacedBy())
        .isEqualTo("450110000000");
    assertThat(directory.fullName("450127000000")).isEqualTo("南宁市横县");
    assertThat(directory.fullName("452122000000")).isEqualTo("南宁地区横县");
  }

  @Test
  void anAbolishedCodeIsNoLongerAmongTheChildren() {
    assertThat(directory.childrenOf("450100000000"))
        .extracting(Division::code)
        .doesNotContain("450127000000", "450122000000");
  }

  @Test
  void fullNamesRunFromTheCityDown() {
    assertThat(directory.fullName("450103001005")).isEqualTo("南宁市青秀区新竹街道新竹社区居委会");
    assertThat(directory.fullName("450100000000")).isEqualTo("南宁市");
    assertThat(directory.fullName("450000000000")).isEqualTo("广西壮族自治区");
    assertThatThrownBy(() -> directory.fullName("999999000000"))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void onlyTheCityAndItsUnitsCanBeChosenAsPlace() {
    assertThat(placeNames.name("450100000000")).isEqualTo("南宁市");
    assertThat(placeNames.name("450103000000")).isEqualTo("青秀区");
    assertThat(placeNames.name("450103001000")).isNull();
    assertThat(placeNames.name("450127000000")).isNull();
    assertThat(placeNames.name("<script>")).isNull();
    assertThat(placeNames.choices())
        .hasSize(13)
        .startsWith(new Shell.Place("450100000000", "南宁市"))
        .allMatch(place -> place.name().equals(placeNames.name(place.code())));
  }

  @Test
  void theAddressPickerOffersTheSameDivisions() {
    assertThat(formPlaces.children("")).hasSize(12);
    assertThat(formPlaces.children("450103001000"))
        .contains(new Field.Option("450103001005", "新竹社区居委会"));
    assertThat(formPlaces.children("450103001005")).isEmpty();
    assertThat(formPlaces.fullName("450103001005")).isEqualTo("南宁市青秀区新竹街道新竹社区居委会");
    assertThat(formPlaces.fullName("999999000000")).isEmpty();
  }

  @Test
  void aDepartmentKnowsWhomItSucceeded() {
    Department market = directory.department("market_regulation");
    assertThat(market.name()).isEqualTo("南宁市市场监督管理局");
    assertThat(market.hours()).startsWith("工作日");
    assertThat(
            database
                .sql(
                    "SELECT count(*) FROM directory.department_predecessor WHERE department ="
                        + " 'tax'")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    assertThatThrownBy(() -> directory.department("nobody"))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void everyWindowServesDepartmentsThatExist() {
    var unknown = new TreeSet<String>();
    for (ServicePlace place : directory.places()) {
      assertThat(directory.findDivision(place.division())).isPresent();
      for (ServicePlace.Window window : place.windows()) {
        assertThat(window.departments()).isNotEmpty();
        window.departments().stream()
            .filter(key -> directory.findDepartment(key).isEmpty())
            .forEach(unknown::add);
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(directory.findPlace("civic-centre").orElseThrow().windows()).hasSize(23);
  }

  @Test
  void staffHoldTheirPostsAndRoles() {
    StaffMember clerk = directory.findStaff("clerk.hall1").orElseThrow();
    assertThat(clerk.roles()).containsExactly(Role.WINDOW);
    assertThat(clerk.windows()).containsExactly("civic-centre/A01");
    assertThat(directory.staffOf("market_regulation"))
        .isNotEmpty()
        .allMatch(member -> member.department().equals("market_regulation"));
    assertThat(directory.findStaff("nobody")).isEmpty();
  }

  @Test
  void zonesLieInDivisionsButAreNone() {
    assertThat(directory.areas())
        .hasSize(14)
        .allMatch(area -> directory.findDivision(area.parent()).isPresent());
  }

  @Test
  void loadingAgainKeepsTheKeysOfStaff() {
    var before = directory.findStaff("clerk.hall1").orElseThrow().id();
    transaction.executeWithoutResult(
        each -> {
          pack.load();
          assertThat(
                  database
                      .sql("SELECT id FROM directory.staff WHERE login = 'clerk.hall1'")
                      .query(java.util.UUID.class)
                      .single())
              .isEqualTo(before);
          each.setRollbackOnly();
        });
  }
}
