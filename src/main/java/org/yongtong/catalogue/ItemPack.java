package org.yongtong.catalogue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.ItemTables.Publication;
import org.yongtong.directory.Directory;
import org.yongtong.form.Forms;
import org.yongtong.journal.Act;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.CityPack;
import org.yongtong.platform.PackLoader;
import org.yongtong.platform.StartFailure;

/**
 * Publishes the items of the city pack and their claims; one faulty file stops the start with a
 * report of all. What was changed on the platform since is the platform's: the pack leaves it
 * alone.
 */
@Component
class ItemPack implements PackLoader {

  static final String FOLDER = "items";
  static final String DEPARTMENTS = "departments.yaml";
  static final String PLACES = "places.yaml";

  private static final Actor ACTOR = Actor.system("city-pack");
  private static final String REASON = "城市数据包";

  private final CityPack pack;
  private final Forms forms;
  private final ItemTables items;
  private final Journal journal;
  private final CityCatalogue catalogue;
  private final Directory directory;

  ItemPack(
      CityPack pack,
      Forms forms,
      ItemTables items,
      Journal journal,
      CityCatalogue catalogue,
      Directory directory) {
    this.pack = pack;
    this.forms = forms;
    this.items = items;
    this.journal = journal;
    this.catalogue = catalogue;
    this.directory = directory;
  }

  @Override
  public String what() {
    return "政务服务事项";
  }

  @Override
  public List<Path> files() {
    var files = new ArrayList<>(pack.files(FOLDER, ".yaml"));
    files.add(pack.file(DEPARTMENTS));
    files.add(pack.file(PLACES));
    return files;
  }

  @Override
  public String load() {
    Organisation organisation = Organisation.of(directory);
    ItemCheck.Report report = ItemCheck.of(pack.files(FOLDER, ".yaml"), organisation, forms);
    if (!report.defects().isEmpty()) {
      throw new StartFailure(account(report.defects()));
    }
    return publish(report.sources(), organisation);
  }

  @Override
  public void ready() {
    catalogue.refresh();
  }

  String publish(List<ItemSource> sources, Organisation organisation) {
    Set<String> managed = items.managed();
    items.freeCodes();
    var all = new ArrayList<Implementation>();
    int leads = 0;
    int kept = 0;
    for (ItemSource source : sources) {
      Map<String, Object> document = source.data();
      Implementation lead = Implementation.lead(document, organisation);
      if (managed.contains(lead.id())) {
        kept++;
        continue;
      }
      leads++;
      all.add(lead);
      claimants(document, organisation).stream()
          .filter(claimant -> !managed.contains(claimant.id()))
          .forEach(all::add);
    }
    Map<String, UUID> leadVersions = new HashMap<>();
    List<Publication> publications = items.publish(all, leadVersions, REASON, null, false);
    var change = new Publishing.Change(REASON, null, null);
    int changed = 0;
    var ids = new HashSet<String>();
    for (Publication publication : publications) {
      ids.add(publication.item().id());
      if (publication.isNew()) {
        changed++;
        journal.append(Publishing.act(publication, change, ACTOR, "item.published"));
      }
    }
    List<String> withdrawn = items.retireAllBut(ids);
    for (String item : withdrawn) {
      journal.append(
          new Act(new Subject("item", item), "item.withdrawn", ACTOR, null, null, null, Map.of()));
    }
    return "共 %d 项、%d 家实施清单，新发布 %d 个版本，停用 %d 项%s"
        .formatted(
            leads,
            all.size(),
            changed,
            withdrawn.size(),
            kept == 0 ? "" : "；%d 项已在平台上维护，数据包不再更新".formatted(kept));
  }

  private List<Implementation> claimants(Map<String, Object> document, Organisation organisation) {
    var claimants = new ArrayList<Implementation>();
    var defaults = new ClaimDefaults(directory);
    var item = new Content(document);
    String lead = item.text("id");
    for (Content claim : item.each("claims", each -> each)) {
      Level level = ItemReader.word(Level.class, claim.text("level"));
      Mode mode = Mode.valueOf(claim.text("mode").toUpperCase(Locale.ROOT));
      LocalDate since = LocalDate.parse(claim.text("since"));
      Map<String, Object> set = claim.insideOrNull("set") == null ? Map.of() : claim.raw("set");
      for (String body : organisation.bodies(level, claim.map().get("bodies"))) {
        claimants.add(
            Implementation.claimant(
                ItemDocument.claimantId(lead, body),
                body,
                defaults.complete(set, body),
                new Implementation.Claim(lead, document, mode, since),
                organisation));
      }
    }
    return claimants;
  }

  static String account(List<Defect> defects) {
    return "事项目录有 %d 处错误，未能启动：%n%s%n请改正后重新启动。Faulty service items, see above."
        .formatted(
            defects.size(),
            defects.stream().map(each -> "  " + each).collect(Collectors.joining("\n")));
  }
}
