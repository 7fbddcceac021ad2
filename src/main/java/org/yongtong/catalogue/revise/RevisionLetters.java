package org.yongtong.catalogue.revise;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yongtong.notification.Letter;
import org.yongtong.notification.Letters;

/** Tells those who wrote a revision what became of it. */
@Component
class RevisionLetters {

  private final Letters letters;

  RevisionLetters(Letters letters) {
    this.letters = letters;
  }

  void returned(Revision revision, String why) {
    tell(
        revision,
        "修订单被退回修改",
        "“%s”的%s（%s）被退回：%s"
            .formatted(revision.name(), revision.purpose().word(), revision.number(), why));
  }

  void published(Revision revision) {
    tell(
        revision,
        "修订已生效",
        "“%s”的%s（%s）已经生效。"
            .formatted(revision.name(), revision.purpose().word(), revision.number()));
  }

  private void tell(Revision revision, String title, String text) {
    for (UUID writer : revision.writers()) {
      letters.send(
          new Letter(
              writer,
              null,
              title,
              text,
              "/desk/catalogue/revisions/" + revision.id(),
              "revision:%s:%d:%s".formatted(revision.id(), revision.version(), writer)));
    }
  }
}
