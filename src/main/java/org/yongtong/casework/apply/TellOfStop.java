package org.yongtong.casework.apply;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.Messages;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Subscription;
import org.yongtong.notification.Letter;
import org.yongtong.notification.Letters;

/**
 * An item was cancelled or suspended: whoever has a draft of it learns why and what to do instead,
 * whoever has a case under way that it goes on. Each is told once.
 */
@Component
class TellOfStop implements Subscription {

  private static final String CANCELLED = "item.cancelled";
  private static final String SUSPENDED = "item.suspended";

  private final JdbcClient database;
  private final CaseFiles files;
  private final Catalogue catalogue;
  private final Messages messages;
  private final Letters letters;

  TellOfStop(
      JdbcClient database,
      CaseFiles files,
      Catalogue catalogue,
      Messages messages,
      Letters letters) {
    this.database = database;
    this.files = files;
    this.catalogue = catalogue;
    this.messages = messages;
    this.letters = letters;
  }

  @Override
  public String name() {
    return "casework-tell-of-stop";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CANCELLED, SUSPENDED);
  }

  @Override
  public void handle(Entry entry) {
    String task = String.valueOf(entry.payload().get("task_code"));
    String successor = name(entry.payload().get("successor"));
    for (OpenDraft draft : drafts(task)) {
      letters.send(letter(draft, entry, successor));
    }
    for (UUID id : cases(task)) {
      files.find(id).ifPresent(file -> tell(file, entry, successor));
    }
  }

  private record OpenDraft(UUID id, @Nullable UUID account, @Nullable UUID clerk, UUID version) {}

  private List<OpenDraft> drafts(String task) {
    return database
        .sql(
            """
            SELECT id, account, clerk, item_version AS version FROM casework.draft
            WHERE task_code = :task AND submitted_at IS NULL AND case_id IS NULL ORDER BY id
            """)
        .param("task", task)
        .query(OpenDraft.class)
        .list();
  }

  private List<UUID> cases(String task) {
    return database
        .sql(
            "SELECT id FROM casework.case_file WHERE task_code = :task AND closed_on IS NULL ORDER"
                + " BY id")
        .param("task", task)
        .query(UUID.class)
        .list();
  }

  private Letter letter(OpenDraft draft, Entry entry, @Nullable String successor) {
    boolean window = draft.account() == null;
    boolean cancelled = entry.kind().equals(CANCELLED);
    String text =
        "“%s”已%s%s。草稿里填写的内容都保存着，但是不能提交%s"
            .formatted(
                catalogue.version(draft.version()).name(),
                cancelled ? "取消" : "暂停办理",
                because(entry),
                successor != null
                    ? "。请改办“%s”，打开草稿可以把内容带过去。".formatted(successor)
                    : cancelled ? "。" : "，恢复办理后可以接着提交。");
    return new Letter(
        window ? draft.clerk() : draft.account(),
        null,
        cancelled ? "您草稿中的事项已取消" : "您草稿中的事项暂停办理",
        text,
        (window ? "/desk/intake/%s/check" : "/apply/drafts/%s/check").formatted(draft.id()),
        "item-stop:%d:draft:%s".formatted(entry.position(), draft.id()));
  }

  private void tell(CaseFile file, Entry entry, @Nullable String successor) {
    boolean cancelled = entry.kind().equals(CANCELLED);
    messages.tell(
        file,
        "item-stop-" + entry.position(),
        cancelled ? "事项已取消，您的办件继续办理" : "事项暂停受理，您的办件继续办理",
        "“%s”已%s%s。您的办件（%s）不受影响，按原来的办事指南继续办理，期限不变%s。"
            .formatted(
                file.itemName(),
                cancelled ? "取消" : "暂停受理新的申请",
                because(entry),
                file.number(),
                successor == null ? "" : "；以后要办的，请办“%s”".formatted(successor)));
  }

  private static String because(Entry entry) {
    Object reason = entry.payload().get("reason");
    return reason == null || reason.toString().isBlank() ? "" : "（原因：%s）".formatted(reason);
  }

  private @Nullable String name(@Nullable Object task) {
    return task == null
        ? null
        : catalogue.findHead(task.toString()).map(ItemHead::name).orElse(null);
  }
}
