package org.yongtong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yongtong.Eventually;
import org.yongtong.YongtongTest;
import org.yongtong.casework.ItemFixture;
import org.yongtong.catalogue.find.FreshFinder;
import org.yongtong.directory.Directory;
import org.yongtong.platform.CityPack;

/**
 * The search index lives in memory alone, so nothing of it can be torn or stale after a kill: each
 * node makes it from the database when it starts, and takes in by itself what it was not told of.
 */
@YongtongTest
@NullUnmarked // the item is there while a test needs it
class IndexSurvivesDbTest {

  @Autowired ApplicationContext context;
  @Autowired Catalogue running;
  @Autowired ItemTables tables;
  @Autowired ItemReader reader;
  @Autowired Situations situations;
  @Autowired Directory directory;
  @Autowired CityPack pack;

  private ItemFixture items;
  private String name;
  private ServiceItem item;

  @BeforeEach
  void prepare() {
    items = new ItemFixture(context);
    name = "蒲葵扇" + UUID.randomUUID().toString().substring(0, 6) + "登记";
  }

  @AfterEach
  void end() {
    if (item != null) {
      items.cancel(item, null, "试验结束");
    }
  }

  private void publish() {
    item = items.publish(name, "- {id: size, label: 多大, kind: integer}\n", Map.of());
  }

  private CityCatalogue node(ItemFinder finder) {
    return new CityCatalogue(tables, reader, situations, finder);
  }

  private static List<String> found(Catalogue catalogue, String words) {
    return catalogue.search(ItemQuery.words(words, 8)).stream().map(ItemHead::id).toList();
  }

  @Test
  void aNodeThatWasKilledFindsTheSameAfterItsStart() {
    publish();
    CityCatalogue started = node(FreshFinder.of(directory, pack));
    started.refresh();
    assertThat(found(started, name)).first().isEqualTo(item.id());
    for (String words : List.of("开饭店", "低保", "公积金提取", "砍树", "幼儿园")) {
      assertThat(found(started, words)).isNotEmpty().isEqualTo(found(running, words));
    }
  }

  @Test
  void whatANodeWasNotToldOfIsFoundAtItsNextLookWithoutAStart() {
    CityCatalogue node = node(FreshFinder.of(directory, pack));
    node.refresh();
    publish();
    assertThat(found(node, name)).doesNotContain(item.id());
    node.refreshChanged();
    assertThat(found(node, name)).first().isEqualTo(item.id());
    items.cancel(item, null, "试验结束");
    node.refreshChanged();
    assertThat(found(node, name)).doesNotContain(item.id());
    item = null;
  }

  @Test
  void whatCouldNotBeIndexedIsIndexedAtTheNextLookThoughNothingElseIsPublished() {
    var failing = new Failing(FreshFinder.of(directory, pack));
    CityCatalogue node = node(failing);
    node.refresh();
    publish();
    failing.more.set(1);
    assertThatThrownBy(node::refreshChanged).isInstanceOf(IllegalStateException.class);
    assertThat(found(node, name)).doesNotContain(item.id());
    node.refreshChanged();
    assertThat(found(node, name)).first().isEqualTo(item.id());
    assertThat(failing.more).hasValue(0);
  }

  @Test
  void theWatchGoesOnAfterAFailureAndCatchesUp() throws Exception {
    var failing = new Failing(FreshFinder.of(directory, pack));
    CityCatalogue node = node(failing);
    node.refresh();
    failing.more.set(2);
    var watch = new CatalogueWatch(node);
    watch.start();
    try {
      publish();
      Eventually.holds(() -> found(node, name).contains(item.id()));
      assertThat(failing.more).hasValue(0);
    } finally {
      watch.stop();
    }
  }

  /** Fails as often as it is told to, as a finder whose memory ran out would. */
  private static final class Failing implements ItemFinder {

    private final ItemFinder real;
    private final AtomicInteger more = new AtomicInteger();

    Failing(ItemFinder real) {
      this.real = real;
    }

    @Override
    public void show(List<ItemHead> heads, Function<String, List<ItemHead>> implementations) {
      if (more.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IllegalStateException("the index could not be written");
      }
      real.show(heads, implementations);
    }

    @Override
    public List<ItemHead> find(ItemQuery query) {
      return real.find(query);
    }
  }
}
