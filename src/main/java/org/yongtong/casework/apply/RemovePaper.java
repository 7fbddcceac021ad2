package org.yongtong.casework.apply;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.PaperKey;
import org.yongtong.identity.SignedIn;

/** Takes an uploaded file away from an open draft, online or at the window. */
@Component
public class RemovePaper {

  private final Drafts drafts;
  private final Attachments attachments;
  private final FieldFiles fields;

  RemovePaper(Drafts drafts, Attachments attachments, FieldFiles fields) {
    this.drafts = drafts;
    this.attachments = attachments;
    this.fields = fields;
  }

  /** The key under which the file stood; empty when there was no such file to remove. */
  @Transactional
  public Optional<String> remove(UUID draft, UUID file, SignedIn me) {
    Optional<Attachments.Attachment> there =
        drafts
            .lockOwn(draft, me)
            .filter(own -> !own.submitted())
            .flatMap(own -> attachments.findInDraft(draft, file));
    if (there.isEmpty() || !attachments.remove(draft, file)) {
      return Optional.empty();
    }
    String key = there.get().paper();
    PaperKey.field(key).ifPresent(field -> fields.follow(draft, field, me));
    return Optional.of(key);
  }
}
