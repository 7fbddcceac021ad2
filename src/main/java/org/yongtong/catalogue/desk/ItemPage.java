package org.yongtong.catalogue.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.edit.ItemText;

/**
 * An item for those who maintain it.
 *
 * @param lead address of the lead's page, of a claimant
 * @param leadName name of the lead's body
 * @param open its open revision, or null
 * @param buttons what can be started now
 */
public record ItemPage(
    String id,
    String name,
    String code,
    String kind,
    String level,
    String mode,
    String department,
    String state,
    String tone,
    String guide,
    @Nullable String lead,
    String leadName,
    @Nullable Open open,
    List<Button> buttons,
    List<VersionLine> versions,
    List<Claimant> claimants,
    int claimantCount,
    List<RevisionLine> revisions,
    List<ItemText.Section> sections) {

  public String path() {
    return "/desk/catalogue/items/" + id;
  }

  public record Open(String path, String number, String purpose, String state) {}

  public record Button(String word, String purpose, boolean danger) {}

  public record VersionLine(
      int number, String published, String reason, @Nullable String revision, boolean inForce) {}

  public record Claimant(String path, String body, String level, String mode, String promised) {}

  public record RevisionLine(
      String path, String number, String purpose, String state, String changed) {}
}
