package org.yongtong.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries of a test, appended in one transaction each and sealed. */
final class SealedEntries {

  private SealedEntries() {}

  static List<Entry> append(Journal journal, TransactionTemplate transaction, int count) {
    var subject = new Subject("test", UUID.randomUUID().toString());
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String kind = "test.step-" + i;
      entries.add(
          transaction.execute(
              ignored ->
                  journal.append(
                      new Act(
                          subject,
                          kind,
                          Actor.system("test"),
                          "450100000000",
                          null,
                          null,
                          Map.of("amount", 100)))));
    }
    return entries;
  }

  static List<Entry> sealed(
      Journal journal, TransactionTemplate transaction, Sealer sealer, Seals seals, int count) {
    List<Entry> entries = append(journal, transaction, count);
    while (seals.proof(entries.getLast().position()).isEmpty()) {
      sealer.seal();
      Thread.onSpinWait();
    }
    return entries;
  }
}
