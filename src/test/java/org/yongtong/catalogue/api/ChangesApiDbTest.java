package org.yongtong.catalogue.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.OwnItem;
import org.yongtong.journal.Act;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who reads the changes from cursor to cursor gets each once, whatever commits when. */
@YongtongTest
@Timeout(180)
class ChangesApiDbTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WRITERS = 6;
  private static final int EACH = 40;

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Journal journal;
  @Autowired TransactionTemplate transaction;

  @Test
  void nothingIsLostOrDoubledWhileOthersPublish() throws Exception {
    try (var item = new OwnItem(context);
        var writers = Executors.newFixedThreadPool(WRITERS)) {
      String from = end("/api/v1/changes");
      var written = new ConcurrentSkipListSet<String>();
      var start = new CountDownLatch(1);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        running.add(
            writers.submit(
                () -> {
                  start.await();
                  for (int n = 0; n < EACH; n++) {
                    written.addAll(publish(item));
                  }
                  return null;
                }));
      }
      start.countDown();

      Set<String> seen = new HashSet<>();
      List<String> order = new ArrayList<>();
      String next = from;
      while (running.stream().anyMatch(each -> !each.isDone()) || !seen.containsAll(written)) {
        JsonNode page = json(next);
        for (JsonNode change : page.get("changes")) {
          String cursor = change.get("cursor").asString();
          assertThat(seen.add(cursor)).as("read twice: " + cursor).isTrue();
          order.add(cursor);
        }
        next = page.get("next").asString();
      }
      for (Future<?> each : running) {
        each.get();
      }
      assertThat(seen).containsAll(written);
      assertThat(written).hasSizeGreaterThanOrEqualTo(WRITERS * EACH);
      // reading again from the beginning gives the same in the same order
      assertThat(all(from)).containsSubsequence(order);
    }
  }

  @Test
  void aCursorStaysWhereItIsUntilSomethingHappens() throws Exception {
    String end = end("/api/v1/changes");
    JsonNode nothing = json(end);
    if (nothing.get("changes").isEmpty()) {
      assertThat(nothing.get("next").asString()).isEqualTo(end);
      assertThat(nothing.get("more").asBoolean()).isFalse();
    }
  }

  /** A transaction that takes its places early, does one thing or several, and ends some time. */
  private List<String> publish(OwnItem item) {
    var places = new ArrayList<String>();
    transaction.executeWithoutResult(
        ignored -> {
          int acts = ThreadLocalRandom.current().nextInt(1, 4);
          for (int i = 0; i < acts; i++) {
            Entry entry =
                journal.append(
                    new Act(
                        new Subject("item", item.id()),
                        "item.resumed",
                        Actor.system("test"),
                        null,
                        item.department(),
                        null,
                        Map.of("reason", "试验")));
            places.add(entry.tx() + "-" + entry.position());
            for (int spin = ThreadLocalRandom.current().nextInt(20_000); spin > 0; spin--) {
              Thread.onSpinWait();
            }
          }
        });
    return places;
  }

  private List<String> all(String from) throws Exception {
    var all = new ArrayList<String>();
    String next = from;
    while (true) {
      JsonNode page = json(next);
      page.get("changes").forEach(change -> all.add(change.get("cursor").asString()));
      next = page.get("next").asString();
      if (!page.get("more").asBoolean()) {
        return all;
      }
    }
  }

  /** Where one reads on when all that is there has been read. */
  private String end(String from) throws Exception {
    String next = from;
    while (true) {
      JsonNode page = json(next);
      next = page.get("next").asString();
      if (!page.get("more").asBoolean()) {
        return next;
      }
    }
  }

  private JsonNode json(String address) throws Exception {
    return JSON.readTree(
        web.perform(
                get(URI.create(address))
                    .with(
                        request -> {
                          // the limit is not what is tested here
                          request.setRemoteAddr(
                              "198.51.100." + ThreadLocalRandom.current().nextInt(1, 250));
                          return request;
                        }))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }
}
