package org.yongtong.catalogue.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.ItemSource;
import org.yongtong.catalogue.Organisation;
import org.yongtong.catalogue.PowerItem;
import org.yongtong.catalogue.Powers;
import org.yongtong.directory.Directory;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.code.TaskCode;

/** Powers keep their identity, every version stays, every change is in the journal. */
@YongtongTest
class PowersDbTest {

  private static final String WATER = "water/water-conservation-fee";

  @Autowired PowerPack pack;
  @Autowired PowerTables tables;
  @Autowired CityPowers powers;
  @Autowired Directory directory;
  @Autowired Journal journal;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  @Test
  void aPowerHasTheCodeOfItsBodyItsLevelAndItsBase() {
    inVain(
        status -> {
          publish(PublishedPowers.sources());
          PowerItem fee = read(WATER);
          assertThat(TaskCode.problem(fee.code())).isNull();
          assertThat(fee.code())
              .isEqualTo(directory.department("water").creditCode() + "3" + "000419001000");
          assertThat(fee.kind()).isEqualTo(PowerItem.Kind.LEVY);
          assertThat(fee.steps())
              .extracting(PowerItem.Step::name)
              .containsExactly("核定", "告知", "缴纳入库");
          assertThat(acts(WATER))
              .singleElement()
              .matches(entry -> entry.kind().equals("power.published"))
              .matches(entry -> fee.code().equals(entry.payload().get("code")));
        });
  }

  @Test
  void theSameContentMakesNoNewVersion() {
    inVain(
        status -> {
          publish(PublishedPowers.sources());
          assertThat(publish(PublishedPowers.sources())).contains("新发布 0 个版本");
          assertThat(acts(WATER)).hasSize(1);
        });
  }

  @Test
  void changedContentMakesANewVersionAndTheOldStays() {
    inVain(
        status -> {
          publish(PublishedPowers.sources());
          publish(List.of(ItemSource.of("water.yaml", water().replace("name: 核定,", "name: 核算,"))));
          assertThat(read(WATER).versionNumber()).isEqualTo(2);
          assertThat(versions(WATER)).isEqualTo(2);
          assertThat(acts(WATER)).extracting(Entry::kind).containsOnly("power.published");
        });
  }

  @Test
  void whatTheFilesNoLongerNameIsWithdrawn() {
    inVain(
        status -> {
          publish(PublishedPowers.sources());
          publish(PublishedPowers.sources().subList(0, 1));
          assertThat(tables.listPublished())
              .extracting(PowerReader.Stored::id)
              .doesNotContain(WATER);
          assertThat(acts(WATER))
              .extracting(Entry::kind)
              .containsExactly("power.published", "power.withdrawn");
          assertThat(acts(WATER).getLast().payload().get("name")).isEqualTo("水土保持补偿费征收");
          assertThat(versions(WATER)).isEqualTo(1);
        });
  }

  @Test
  void whatIsPublishedIsFoundByCodeAndByBody() {
    Powers now = powers;
    for (PowerItem power : now.all()) {
      assertThat(now.find(power.code())).containsSame(power);
      assertThat(now.of(power.department())).contains(power);
    }
    assertThat(now.find("0".repeat(31))).isEmpty();
    assertThat(now.of("nobody")).isEmpty();
  }

  private PowerItem read(String id) {
    return tables.listPublished().stream()
        .filter(stored -> stored.id().equals(id))
        .map(PowerReader::read)
        .findFirst()
        .orElseThrow();
  }

  private String publish(List<ItemSource> sources) {
    return pack.publish(sources, Organisation.of(directory));
  }

  private static String water() {
    try {
      return Files.readString(Path.of("src/test/resources/city/powers/water.yaml"));
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private List<Entry> acts(String power) {
    return journal.about(new Subject("power", power));
  }

  private long versions(String power) {
    return database
        .sql("SELECT count(*) FROM catalogue.power_version WHERE power = ?")
        .param(power)
        .query(Long.class)
        .single();
  }

  /** Runs in a transaction that is rolled back. */
  private void inVain(Consumer<TransactionStatus> work) {
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          work.accept(status);
        });
  }
}
