package org.yongtong.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yongtong.directory.Directory;
import org.yongtong.form.Forms;

/** The documents behind the items, and everything that can be checked of one. */
@Component
public class ItemDocuments {

  private final ItemTables items;
  private final Directory directory;
  private final Forms forms;

  ItemDocuments(ItemTables items, Directory directory, Forms forms) {
    this.items = items;
    this.directory = directory;
    this.forms = forms;
  }

  /** The own document of an item that is published or was. */
  public Optional<ItemDocument> find(String item) {
    return items.find(item).map(kept -> new ItemDocument(kept.id(), kept.lead(), kept.own()));
  }

  /**
   * The complete content: a lead's own, a claimant's laid over its lead's content in force.
   *
   * @throws NoSuchElementException when the lead is not published
   */
  public Map<String, Object> effective(ItemDocument document) {
    String lead = document.lead();
    if (lead == null) {
      return document.data();
    }
    String department = department(document);
    Level level = Level.ofDivision(directory.department(department).division());
    return Claims.effective(content(lead), document.data(), document.item(), department, level);
  }

  /**
   * Everything that is wrong, each with its place; empty when the document may be published. Codes
   * and certificate types are held against all other published items too.
   */
  public List<Defect> check(ItemDocument document) {
    var source = ItemSource.ofData(document.item() + ".yaml", document.data());
    String lead = document.lead();
    if (lead != null) {
      ClaimShape.OWN.check(source, "", document.data());
      if (!source.defects().isEmpty()) {
        return source.defects().stream().sorted().distinct().toList();
      }
      return ItemCheck.claim(
          source,
          content(lead),
          new Content(effective(document)),
          Organisation.of(directory),
          forms);
    }
    var defects =
        new ArrayList<>(
            ItemCheck.ofSources(List.of(source), Organisation.of(directory), forms).defects());
    if (defects.isEmpty()) {
      taken(document, defects);
    }
    return List.copyOf(defects);
  }

  private void taken(ItemDocument document, List<Defect> defects) {
    var item = new Content(document.data());
    String code = item.text("base_code");
    items
        .leadWithCode(code, item.textOrNull("handling_no"))
        .filter(other -> !other.equals(document.item()))
        .ifPresent(
            other ->
                defects.add(
                    new Defect(
                        document.item(),
                        0,
                        "base_code",
                        "基本编码 %s 已经用在事项 %s".formatted(code, other))));
    Content certificate = item.inside("result").insideOrNull("certificate");
    if (certificate != null) {
      String type = certificate.text("type");
      items
          .leadWithCertificate(type, code)
          .filter(other -> !other.equals(document.item()))
          .ifPresent(
              other ->
                  defects.add(
                      new Defect(
                          document.item(),
                          0,
                          "result.certificate.type",
                          "证照类型 %s 已经用在事项 %s".formatted(type, other))));
    }
  }

  private String department(ItemDocument document) {
    int at = document.item().indexOf('@');
    return items
        .find(document.item())
        .map(ItemTables.Kept::department)
        .orElseGet(() -> document.item().substring(at + 1));
  }

  private Map<String, Object> content(String lead) {
    return CanonicalItem.read(
        items
            .contentInForce(lead)
            .orElseThrow(() -> new NoSuchElementException("no published item " + lead)));
  }
}
