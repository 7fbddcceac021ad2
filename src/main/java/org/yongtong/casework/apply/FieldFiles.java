package org.yongtong.casework.apply;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.PaperKey;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.FieldFile;
import org.yongtong.form.FieldKind;
import org.yongtong.form.Values;
import org.yongtong.identity.SignedIn;

/** Keeps the value of a form's field for files in step with what has been uploaded for it. */
@Component
public class FieldFiles {

  private final Drafts drafts;
  private final Attachments attachments;

  FieldFiles(Drafts drafts, Attachments attachments) {
    this.drafts = drafts;
    this.attachments = attachments;
  }

  /** Whether the item's form has such a field for files. */
  static boolean asks(ServiceItem item, String field) {
    return item.form().find(field).filter(found -> found.kind() == FieldKind.PAPER).isPresent();
  }

  /** In the transaction that has added or removed a file of the field. */
  void follow(UUID draft, String field, SignedIn me) {
    String key = PaperKey.ofField(field);
    List<FieldFile> there =
        attachments.ofDraft(draft).stream()
            .filter(file -> file.paper().equals(key))
            .map(file -> new FieldFile(file.id().toString(), file.name()))
            .toList();
    drafts.change(
        draft,
        me,
        before -> before.filing().with(before.filing().values().withFiles(field, there)));
  }

  /**
   * What a correction begins with: of fields for files that were marked nothing, for they must be
   * uploaded anew.
   */
  public static Filing withoutMarked(Filing filed, ServiceItem item, List<Marks.Mark> marks) {
    Values values = filed.values();
    for (Marks.Mark mark : marks) {
      if (mark.field() && asks(item, mark.topField())) {
        values = values.withFiles(mark.topField(), List.of());
      }
    }
    return filed.with(values);
  }
}
