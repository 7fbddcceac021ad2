package org.yongtong.catalogue.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemQuery;
import org.yongtong.catalogue.PackHeads;

class FindItemsTest {

  private final List<ItemHead> leads;
  private final FindItems items;

  FindItemsTest() throws Exception {
    leads = PackHeads.leads();
    items = SearchRecallTest.ofThePack();
  }

  @Test
  void whatIsNoLongerPublishedIsNotFound() {
    ItemHead gone = found("林木采伐许可").getFirst();
    show(leads.stream().filter(head -> !head.id().equals(gone.id())).toList());
    assertThat(found("林木采伐许可")).extracting(ItemHead::id).doesNotContain(gone.id());
    show(leads);
    assertThat(found("林木采伐许可")).first().extracting(ItemHead::id).isEqualTo(gone.id());
  }

  @Test
  void aBrokenIndexIsMadeAnew() {
    ((LeadIndex) Objects.requireNonNull(ReflectionTestUtils.getField(items, "index"))).discard();
    ItemHead gone = found("低保").getFirst();
    show(leads.stream().filter(head -> !head.id().equals(gone.id())).toList());
    assertThat(found("公租房")).first().extracting(ItemHead::id).isEqualTo("public-rental-housing");
    assertThat(found("低保")).extracting(ItemHead::id).doesNotContain(gone.id());
  }

  @Test
  void phrasesAddedByEditorsAreFoundAtOnceAndGoAgain() {
    assertThat(found("砂锅粥铺子")).isEmpty();
    items.phrases(Map.of("food-business-licence", List.of("砂锅粥铺子")));
    assertThat(found("砂锅粥铺子")).first().extracting(ItemHead::id).isEqualTo("food-business-licence");
    items.phrases(Map.of());
    assertThat(found("砂锅粥铺子")).isEmpty();
  }

  @Test
  void searchesGoOnWhileItemsAreShownAnew() throws InterruptedException {
    var failed = new AtomicInteger();
    var empty = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      for (int n = 0; n < 100; n++) {
                        empty.addAndGet(found("营业执照").isEmpty() ? 1 : 0);
                      }
                    } catch (RuntimeException failure) {
                      failed.incrementAndGet();
                    }
                  }));
    }
    for (int i = 0; i < 20; i++) {
      show(i % 2 == 0 ? leads.subList(0, leads.size() - 1) : leads);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failed).hasValue(0);
    assertThat(empty).hasValue(0);
  }

  @Test
  void somethingNearIsOfferedWhenNothingIsFound() {
    assertThat(items.near("残疾车", 8)).isNotEmpty().hasSizeLessThanOrEqualTo(8);
    assertThat(items.near("zzqqxx", 8)).isEmpty();
  }

  private List<ItemHead> found(String words) {
    return items.find(ItemQuery.words(words, 8));
  }

  private void show(List<ItemHead> heads) {
    items.show(heads, id -> heads.stream().filter(head -> head.id().equals(id)).limit(1).toList());
  }
}
