package org.yongtong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.YongtongTest;
import org.yongtong.directory.Directory;
import org.yongtong.form.Forms;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.CityPack;
import org.yongtong.platform.StartFailure;
import org.yongtong.platform.code.TaskCode;

@YongtongTest
class CatalogueDbTest {

  private static final Path ITEMS = Path.of("city/nanning/items");

  @Autowired CityCatalogue catalogue;
  @Autowired ItemPack pack;
  @Autowired ItemTables versions;
  @Autowired Directory directory;
  @Autowired Journal journal;
  @Autowired Forms forms;
  @Autowired CityPack city;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  @Test
  void everyItemOfThePackIsPublishedWithItsCode() throws Exception {
    try (var files = Files.list(ITEMS)) {
      assertThat(catalogue.leads())
          .extracting(ItemHead::id)
          .containsAll(
              files
                  .map(file -> file.getFileName().toString().replace(".yaml", ""))
                  .collect(java.util.stream.Collectors.toSet()));
    }
    for (ItemHead head : catalogue.leads()) {
      ServiceItem item = catalogue.version(head.version());
      String serial = item.standing().handlingNo();
      assertThat(TaskCode.problem(item.taskCode().substring(0, 31))).isNull();
      assertThat(item.taskCode())
          .isEqualTo(
              directory.department(item.department()).creditCode()
                  + "3"
                  + item.baseCode()
                  + (serial == null ? "" : serial));
      assertThat(catalogue.findPublished(item.taskCode())).containsSame(item);
      assertThat(catalogue.version(item.version())).isSameAs(item);
      assertThat(item.form().fields()).isNotEmpty();
    }
    assertThat(catalogue.findPublished("0".repeat(31))).isEmpty();
    assertThatThrownBy(() -> catalogue.version(new UUID(0, 0)))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void whatIsStoredSaysTheSameAsTheFile() {
    ServiceItem item = item("food-business-licence");
    assertThat(item.name()).isEqualTo("食品经营许可（新办）");
    assertThat(item.kind()).isEqualTo(ServiceItem.Kind.PERMIT);
    assertThat(item.limits().promisedDays()).isEqualTo(8);
    assertThat(item.steps()).extracting(ServiceItem.Step::name).startsWith("受理", "审查", "决定");
    assertThat(item.findPaper("vending_plan").orElseThrow().when()).isEqualTo("uses_vending");
    assertThat(item.result().certificate())
        .extracting(ServiceItem.CertificateForm::type)
        .isEqualTo("FOOD_BUSINESS_LICENCE");
  }

  @Test
  void theSameContentMakesNoNewVersion() {
    long before = rows();
    inVain(status -> assertThat(pack.load()).contains("新发布 0 个版本"));
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void changedContentMakesANewVersionAndTheOldStaysReadable() throws Exception {
    ServiceItem before = item("old-age-allowance");
    String text = Files.readString(ITEMS.resolve("old-age-allowance.yaml"));
    String changed = text.replaceFirst("(?m)^name: .*", "name: 试发津贴");
    long acts = acts("old-age-allowance").size();
    inVain(
        status -> {
          pack.publish(List.of(ItemSource.of("old-age-allowance.yaml", changed)), organisation());
          List<ItemReader.Stored> now =
              versions.listPublished().stream()
                  .filter(each -> each.taskCode().equals(before.taskCode()))
                  .toList();
          assertThat(now).singleElement().matches(each -> each.number() == 2);
          assertThat(now.getFirst().content()).contains("试发津贴");
          assertThat(versions.find(before.version()).orElseThrow().content())
              .contains(before.name())
              .doesNotContain("试发津贴");
          assertThat(versions.find(before.taskCode(), 1).orElseThrow().version())
              .isEqualTo(before.version());
          assertThat(acts("old-age-allowance"))
              .hasSize((int) acts + 1)
              .last()
              .matches(
                  entry ->
                      entry.kind().equals("item.published")
                          && Integer.valueOf(2).equals(entry.payload().get("number")));
          // every other item was not in this load
          assertThat(ofThePack()).hasSize(1);
          // back to the first text: history is a total order, so it is a third version
          pack.publish(List.of(ItemSource.of("old-age-allowance.yaml", text)), organisation());
          assertThat(ofThePack()).singleElement().matches(each -> each.number() == 3);
        });
    assertThat(item("old-age-allowance")).isEqualTo(before);
  }

  @Test
  void aFaultyPackIsReportedWithEveryDefect() {
    var report =
        ItemCheck.ofSources(
            List.of(ItemSource.of("a.yaml", "schema: 2"), ItemSource.of("b.yaml", "- x")),
            organisation(),
            forms);
    var failure = new StartFailure(ItemPack.account(report.defects()));
    assertThat(failure)
        .hasMessageContaining("a.yaml 第 1 行：schema 应当在 1 到 1 之间，现在是 2")
        .hasMessageContaining("a.yaml 第 1 行：缺少 name")
        .hasMessageContaining("b.yaml 第 1 行：");
  }

  /** What other tests have published or changed is the platform's, not the pack's. */
  private List<ItemReader.Stored> ofThePack() {
    var managed = versions.managed();
    return versions.listPublished().stream().filter(each -> !managed.contains(each.id())).toList();
  }

  private Organisation organisation() {
    return Organisation.read(city.file(ItemPack.DEPARTMENTS), city.file(ItemPack.PLACES));
  }

  private List<org.yongtong.journal.Entry> acts(String item) {
    return journal.about(new Subject("item", item));
  }

  private long rows() {
    return database.sql("SELECT count(*) FROM catalogue.item_version").query(Long.class).single();
  }

  private ServiceItem item(String id) {
    return catalogue.leads().stream()
        .filter(item -> item.id().equals(id))
        .map(item -> catalogue.version(item.version()))
        .findFirst()
        .orElseThrow();
  }

  /** Runs in a transaction that is rolled back. */
  private void inVain(Consumer<org.springframework.transaction.TransactionStatus> work) {
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          work.accept(status);
        });
  }
}
