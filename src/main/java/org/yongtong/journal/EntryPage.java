package org.yongtong.journal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the journal with its proof, and all rows about the same subject.
 *
 * @param payload canonical JSON
 * @param proof null while the row has no seal
 * @param proved whether the row is what was sealed
 */
public record EntryPage(
    Entry entry,
    String payload,
    @Nullable InclusionProof proof,
    boolean proved,
    List<Entry> about) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  public String time(Instant at) {
    return TIME.format(at);
  }
}
