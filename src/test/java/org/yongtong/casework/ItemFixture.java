package org.yongtong.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.Yaml;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemDocument;
import org.yongtong.catalogue.ItemDocuments;
import org.yongtong.catalogue.Publishing;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.journal.Actor;

/** Small items of a test's own, published, changed and ended as an editor would. */
public final class ItemFixture {

  private static final AtomicInteger SERIAL = new AtomicInteger(700);
  private static final Actor EDITOR = Actor.system("test");

  private final ApplicationContext context;

  public ItemFixture(ApplicationContext context) {
    this.context = context;
  }

  /**
   * A new item for persons, of the civil affairs bureau.
   *
   * @param fields YAML of the one section's fields
   * @param papers names: id and need, e.g. {@code proof: must}
   */
  public ServiceItem publish(String name, String fields, Map<String, String> papers) {
    return publish(name, fields, papers, Map.of());
  }

  /**
   * The same with further elements.
   *
   * @param elements key → value as an item's file has it
   */
  public ServiceItem publish(
      String name, String fields, Map<String, String> papers, Map<String, Object> elements) {
    int serial = SERIAL.incrementAndGet();
    Map<String, Object> data = template();
    data.put("id", "test-item-" + serial);
    data.put("name", name);
    data.put("aliases", List.of("试验叫法一", "试验叫法二", "试验叫法三", "试验叫法四", "试验叫法五"));
    data.put("base_code", "450511%03d000".formatted(serial));
    data.put("form", form(fields));
    data.put("papers", papers(papers));
    data.remove("claims");
    data.putAll(elements);
    return put("test-item-" + serial, data, "试验");
  }

  /** The next version of an item, with another form and other papers. */
  public ServiceItem change(ServiceItem item, String fields, Map<String, String> papers) {
    ItemDocument document = bean(ItemDocuments.class).find(item.id()).orElseThrow();
    Map<String, Object> data = new LinkedHashMap<>(document.data());
    data.put("form", form(fields));
    data.put("papers", papers(papers));
    return put(item.id(), data, "修订");
  }

  public void suspend(ServiceItem item, String reason) {
    in(() -> bean(Publishing.class).suspend(item.id(), change(reason), EDITOR));
  }

  public void resume(ServiceItem item) {
    in(() -> bean(Publishing.class).resume(item.id(), change("恢复"), EDITOR));
  }

  public void cancel(ServiceItem item, @Nullable ServiceItem successor, String reason) {
    in(
        () ->
            bean(Publishing.class)
                .cancel(
                    item.id(), successor == null ? null : successor.id(), change(reason), EDITOR));
  }

  private ServiceItem put(String id, Map<String, Object> data, String reason) {
    in(
        () ->
            bean(Publishing.class)
                .publish(new ItemDocument(id, null, data), change(reason), EDITOR));
    return bean(Catalogue.class).leads().stream()
        .filter(head -> head.id().equals(id))
        .map(head -> bean(Catalogue.class).version(head.version()))
        .findFirst()
        .orElseThrow();
  }

  private static Publishing.Change change(String reason) {
    return new Publishing.Change(reason, null, null);
  }

  private void in(Runnable work) {
    bean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
  }

  private Map<String, Object> template() {
    return new LinkedHashMap<>(
        bean(ItemDocuments.class).find("old-age-allowance").orElseThrow().data());
  }

  private static Map<String, Object> form(String fields) {
    String yaml = "sections:\n- id: one\n  title: 基本情况\n  fields:\n" + fields.indent(4);
    return Objects.requireNonNull(new Yaml().load(yaml));
  }

  /** Name of a paper is its id between 《》. */
  private static List<Map<String, Object>> papers(Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .map(
            paper -> {
              Map<String, Object> data = new LinkedHashMap<>();
              data.put("id", paper.getKey());
              data.put("name", "《" + paper.getKey() + "》");
              data.put("required", paper.getValue());
              data.put("kind", "copy");
              data.put("form", "either");
              data.put("originals", 0);
              data.put("copies", 1);
              data.put("source", "other");
              data.put("issuer", "开户银行");
              return data;
            })
        .toList();
  }

  private <T> T bean(Class<T> type) {
    return context.getBean(type);
  }
}
