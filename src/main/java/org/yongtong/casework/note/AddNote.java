package org.yongtong.casework.note;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.JournalWords;
import org.yongtong.casework.file.Notes;
import org.yongtong.casework.file.Refusal;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Act;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.crypto.Sm3;

/** Leaves an internal note: its words stay with the case, its digest in the journal. */
@Component
public class AddNote {

  static final int LONGEST = 1000;

  private final Notes notes;
  private final Journal journal;
  private final Clock clock;

  AddNote(Notes notes, Journal journal, Clock clock) {
    this.notes = notes;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * @param key made with the form; sent twice it is one note
   */
  @Transactional
  public Optional<Refusal> add(CaseFile file, UUID key, String text, SignedIn me) {
    String words = text.strip();
    if (words.length() < 2 || words.length() > LONGEST) {
      return Optional.of(
          new Refusal.Missing(
              "text", "备注请写 2 到 %d 个字，现在是 %d 字。".formatted(LONGEST, words.length())));
    }
    var note = new Notes.Note(key, words, me.actor().name(), clock.instant());
    if (notes.add(file.id(), note, me.account())) {
      journal.append(
          new Act(
              new Subject(CaseFiles.SUBJECT, file.id().toString()),
              JournalWords.NOTED,
              me.actor(),
              file.division(),
              file.department(),
              null,
              Map.of(
                  "note_sm3",
                  HexFormat.of().formatHex(Sm3.digest(words.getBytes(StandardCharsets.UTF_8))))));
    }
    return Optional.empty();
  }
}
