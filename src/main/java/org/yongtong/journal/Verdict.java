package org.yongtong.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a verification.
 *
 * @param rows all rows read
 * @param sealedRows those of them that stand unchanged under a seal
 * @param head hash of the last seal, null when there is none
 * @param keys ids of the keys whose good signatures were met
 * @param faults how many findings there are in all
 * @param findings the first of them, by position
 */
public record Verdict(
    long rows,
    long sealedRows,
    long seals,
    @Nullable String head,
    List<String> keys,
    long faults,
    List<Finding> findings) {

  public boolean intact() {
    return faults == 0;
  }

  /** The verdict in one sentence. */
  public String sentence() {
    return intact()
        ? "核验通过：%,d 条记录、%,d 次封存完整，未发现改动。".formatted(rows, seals)
        : "核验未通过：发现 %,d 处改动，请立即处置。".formatted(faults);
  }
}
