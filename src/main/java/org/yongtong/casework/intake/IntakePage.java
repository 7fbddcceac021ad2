package org.yongtong.casework.intake;

import java.util.List;

/**
 * Where window intake begins.
 *
 * @param words searched for
 * @param drafts of this clerk
 */
public record IntakePage(String words, List<ItemLine> items, List<DraftLine> drafts) {

  public record ItemLine(String taskCode, String name, String meta) {}

  public record DraftLine(String path, String item, String applicant, String saved) {}
}
