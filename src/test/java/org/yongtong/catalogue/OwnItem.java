package org.yongtong.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.journal.Actor;

/** A service item that a test may publish, change and end as it likes; close it at the end. */
public final class OwnItem implements AutoCloseable {

  private static final Path FILE = Path.of("city/nanning/items/food-business-licence.yaml");
  private static final AtomicInteger NUMBER = new AtomicInteger(900);
  private static final Actor ACTOR = Actor.system("test");

  private final Publishing publishing;
  private final Catalogue catalogue;
  private final TransactionTemplate transaction;
  private final String id;
  private final String name;
  private boolean over;

  public OwnItem(ApplicationContext context) {
    this.publishing = context.getBean(Publishing.class);
    this.catalogue = context.getBean(Catalogue.class);
    this.transaction = context.getBean(TransactionTemplate.class);
    int number = NUMBER.incrementAndGet();
    this.id = "test-item-" + number;
    this.name = "试验事项" + number;
    publish(Map.of("base_code", "000131%03d000".formatted(number)));
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String taskCode() {
    return catalogue.leads().stream()
        .filter(lead -> lead.id().equals(id))
        .map(ItemHead::taskCode)
        .findFirst()
        .orElseThrow();
  }

  public String department() {
    return "market_regulation";
  }

  private Map<String, Object> document = Map.of();

  /** Publishes it with these elements instead of those it had. */
  public OwnItem publish(Map<String, Object> changes) {
    var next = new LinkedHashMap<>(document.isEmpty() ? source() : document);
    next.put("id", id);
    next.put("name", name);
    next.remove("claims");
    next.putAll(changes);
    document = next;
    return inTransaction(
        () -> publishing.publish(new ItemDocument(id, null, document), change("试验调整"), ACTOR));
  }

  public OwnItem claim(String department, Mode mode) {
    return inTransaction(
        () -> publishing.claim(id, department, mode, Map.of(), change("试验下放"), ACTOR));
  }

  public OwnItem suspend() {
    return inTransaction(() -> publishing.suspend(id, change("试验暂停"), ACTOR));
  }

  public OwnItem resume() {
    return inTransaction(() -> publishing.resume(id, change("试验恢复"), ACTOR));
  }

  public OwnItem cancel(@Nullable String successor) {
    over = true;
    return inTransaction(() -> publishing.cancel(id, successor, change("试验取消"), ACTOR));
  }

  @Override
  public void close() {
    if (!over) {
      over = true;
      inTransaction(() -> publishing.cancel(id, null, change("试验结束"), ACTOR));
    }
  }

  private OwnItem inTransaction(Runnable work) {
    transaction.executeWithoutResult(ignored -> work.run());
    return this;
  }

  private static Publishing.Change change(String reason) {
    return new Publishing.Change(reason, null, null);
  }

  private static Map<String, Object> source() {
    try {
      return ItemSource.of("x.yaml", Files.readString(FILE)).data();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
