package org.yongtong.journal;

import org.jspecify.annotations.Nullable;

/**
 * One thing found wrong.
 *
 * @param position of the row concerned, null when it is about a seal as a whole
 * @param other with {@link Fault#SWAPPED}: the position of the other row
 * @param seal number of the seal concerned, null for rows under none
 * @param subject type and id of the row's subject where the row is still there
 */
public record Finding(
    Fault fault,
    @Nullable Long position,
    @Nullable Long other,
    @Nullable Long seal,
    @Nullable String subject) {

  static Finding row(Fault fault, Row row, @Nullable Long seal) {
    return new Finding(
        fault, row.position(), null, seal, row.subjectType() + "/" + row.subjectId());
  }

  static Finding seal(Fault fault, long number) {
    return new Finding(fault, null, null, number, null);
  }

  /** The finding as a sentence for an auditor. */
  public String sentence() {
    String place = seal == null ? "" : "（第 " + seal + " 号封存）";
    return switch (fault) {
      case EDITED -> "第 %d 号记录的内容与封存时不一致%s".formatted(position, place);
      case DELETED -> "第 %d 号记录已封存，现已不存在%s".formatted(position, place);
      case INSERTED -> "第 %d 号记录不在封存之内，是事后插入的%s".formatted(position, place);
      case SWAPPED -> "第 %d 号与第 %d 号记录的内容被互换%s".formatted(position, other, place);
      case BACKDATED -> "第 %d 号记录的时间早于前一次封存，是倒填的%s".formatted(position, place);
      case SEAL_BROKEN -> "第 %d 号封存的内容与其摘要不一致".formatted(seal);
      case SEAL_MISSING -> "第 %d 号封存与前一封存不相连：其前的封存缺失或被替换".formatted(seal);
      case SIGNATURE_WRONG -> "第 %d 号封存的签名无效".formatted(seal);
      case TAIL_MISSING -> "找不到给定的链头：末尾的记录和封存已被截去，或整条链被替换";
    };
  }
}
