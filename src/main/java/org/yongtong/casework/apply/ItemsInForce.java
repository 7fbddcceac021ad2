package org.yongtong.casework.apply;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemState;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

/** Where an item of a draft stands today: its version in force, or why it is not in force. */
@Component
public class ItemsInForce {

  private static final List<String> STOPPING = List.of("item.cancelled", "item.suspended");

  private final Catalogue catalogue;
  private final Journal journal;

  ItemsInForce(Catalogue catalogue, Journal journal) {
    this.catalogue = catalogue;
    this.journal = journal;
  }

  /**
   * Why nobody can apply for an item now.
   *
   * @param successor task code of the item to apply for instead, or null
   * @param successorName its name, or null
   */
  public record Stop(
      boolean cancelled,
      String reason,
      @Nullable String successor,
      @Nullable String successorName) {

    public String word() {
      return cancelled ? "已经取消" : "暂停办理";
    }

    public String message() {
      return "这个事项%s，不能提交申请%s。%s"
          .formatted(
              word(),
              reason.isBlank() ? "" : "，原因：" + reason,
              successorName != null
                  ? "请改办“%s”。".formatted(successorName)
                  : cancelled ? "" : "恢复办理后，可以接着提交。");
    }
  }

  /** The head of the item's version in force; empty when it is cancelled. */
  Optional<ItemHead> find(ServiceItem item) {
    String lead = item.standing().lead();
    return catalogue.implementations(lead == null ? item.id() : lead).stream()
        .filter(head -> head.id().equals(item.id()))
        .findFirst();
  }

  /** A later version of the item than this one, in force. */
  Optional<ItemHead> later(ServiceItem item) {
    return find(item).filter(head -> head.versionNumber() > item.versionNumber());
  }

  /** Why the item cannot be applied for; empty when it can. */
  public Optional<Stop> stop(ServiceItem item) {
    Optional<ItemHead> head = find(item);
    if (head.filter(one -> one.state() == ItemState.IN_USE).isPresent()) {
      return Optional.empty();
    }
    Optional<Entry> act =
        journal.about(new Subject("item", item.id())).stream()
            .filter(entry -> STOPPING.contains(entry.kind()))
            .reduce((first, last) -> last);
    String successor =
        act.map(entry -> entry.payload().get("successor")).map(String::valueOf).orElse(null);
    Optional<ItemHead> next =
        successor == null
            ? Optional.empty()
            : catalogue.findHead(successor).filter(one -> one.state() == ItemState.IN_USE);
    return Optional.of(
        new Stop(
            head.isEmpty(),
            act.map(entry -> entry.payload().get("reason")).map(String::valueOf).orElse(""),
            next.map(ItemHead::taskCode).orElse(null),
            next.map(ItemHead::name).orElse(null)));
  }
}
