package org.yongtong.casework.file;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.journal.Actor;

/**
 * An application that has just been submitted.
 *
 * @param draft its draft; the same draft never becomes two cases
 * @param contentDigest SM3 of the filed content, kept in the journal
 * @param assignment who takes it, and what is promised
 */
public record NewCase(
    UUID draft,
    ServiceItem item,
    CaseFile.Channel channel,
    @Nullable UUID intakeBy,
    Applying applicant,
    Actor actor,
    String contentDigest,
    Assignment assignment) {

  /** One that nobody else takes over. */
  public NewCase(
      UUID draft,
      ServiceItem item,
      CaseFile.Channel channel,
      @Nullable UUID intakeBy,
      Applying applicant,
      Actor actor,
      String contentDigest) {
    this(draft, item, channel, intakeBy, applicant, actor, contentDigest, Assignment.plain(item));
  }
}
