package org.yongtong.casework.file;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who applies, as kept with a draft and a case.
 *
 * @param kind {@code person} or {@code legal}
 * @param code citizen number or unified social credit code
 * @param phone where to reach them
 * @param account of the applicant on the platform, or null
 */
public record Applying(
    String kind, String name, String code, String phone, @Nullable UUID account) {

  public boolean legal() {
    return kind.equals("legal");
  }

  /** Short masked form for lists and the journal: 黄*明, companies in full. */
  public String masked() {
    if (legal() || name.length() < 2) {
      return name;
    }
    return name.charAt(0)
        + "*".repeat(Math.max(1, name.length() - 2))
        + (name.length() > 2 ? name.substring(name.length() - 1) : "");
  }

  @Override
  public String toString() {
    return "Applying[" + kind + "]";
  }
}
