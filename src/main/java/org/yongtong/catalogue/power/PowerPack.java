package org.yongtong.catalogue.power;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.CanonicalItem;
import org.yongtong.catalogue.Content;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.ItemSource;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.Organisation;
import org.yongtong.directory.Directory;
import org.yongtong.journal.Act;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.CityPack;
import org.yongtong.platform.PackLoader;
import org.yongtong.platform.StartFailure;
import org.yongtong.platform.code.BaseCode;
import org.yongtong.platform.code.CreditCode;
import org.yongtong.platform.code.TaskCode;

/** Publishes the powers of the city pack; one faulty file stops the start with a report of all. */
@Component
class PowerPack implements PackLoader {

  static final String FOLDER = "powers";

  /** Stands in the same folder and is read by {@link PowerChanges}. */
  static final String CHANGES = "changes.yaml";

  private static final Actor ACTOR = Actor.system("city-pack");

  private final CityPack pack;
  private final PowerTables tables;
  private final CityPowers powers;
  private final PowerChanges changes;
  private final Journal journal;
  private final Directory directory;

  PowerPack(
      CityPack pack,
      PowerTables tables,
      CityPowers powers,
      PowerChanges changes,
      Journal journal,
      Directory directory) {
    this.pack = pack;
    this.tables = tables;
    this.powers = powers;
    this.changes = changes;
    this.journal = journal;
    this.directory = directory;
  }

  @Override
  public String what() {
    return "权责清单";
  }

  @Override
  public List<Path> files() {
    var files = new ArrayList<>(pack.files(FOLDER, ".yaml"));
    files.add(pack.file("departments.yaml"));
    return files;
  }

  static List<Path> powerFiles(List<Path> files) {
    return files.stream().filter(file -> !file.getFileName().toString().equals(CHANGES)).toList();
  }

  @Override
  public String load() {
    Organisation organisation = Organisation.of(directory);
    List<ItemSource> sources =
        powerFiles(pack.files(FOLDER, ".yaml")).stream().map(ItemSource::read).toList();
    var defects = new ArrayList<>(PowerCheck.of(sources, organisation));
    defects.addAll(changes.defects(organisation));
    if (!defects.isEmpty()) {
      throw new StartFailure(account(defects));
    }
    return publish(sources, organisation);
  }

  @Override
  public void ready() {
    powers.refresh();
    changes.refresh();
  }

  String publish(List<ItemSource> sources, Organisation organisation) {
    var ids = new HashSet<String>();
    int changed = 0;
    tables.freeCodes();
    for (ItemSource source : sources) {
      var file = new Content(source.data());
      String department = file.text("department");
      Organisation.Body body =
          Objects.requireNonNull(organisation.departments().get(department), department);
      for (Content power : file.each("powers", each -> each)) {
        String id = department + "/" + power.text("id");
        if (publish(id, department, body, power, file.flag("sample"))) {
          changed++;
        }
        ids.add(id);
      }
    }
    List<PowerTables.Withdrawn> withdrawn = tables.retireAllBut(ids);
    withdrawn.forEach(this::recordWithdrawal);
    return "共 %d 项，新发布 %d 个版本，停用 %d 项".formatted(ids.size(), changed, withdrawn.size());
  }

  private boolean publish(
      String id, String department, Organisation.Body body, Content power, boolean sample) {
    String code =
        TaskCode.of(
                new CreditCode(body.creditCode()),
                Level.ofDivision(body.division()).code(),
                new BaseCode(power.text("base_code")))
            .value();
    tables.savePower(id, code, department, body.division());
    var data = new LinkedHashMap<String, Object>();
    power.map().forEach((key, value) -> data.put(String.valueOf(key), value));
    data.put("sample", sample);
    CanonicalItem content = CanonicalItem.of(data);
    PowerTables.Publication publication = tables.publish(id, content);
    if (publication.isNew()) {
      journal.append(
          new Act(
              new Subject("power", id),
              "power.published",
              ACTOR,
              body.division(),
              department,
              null,
              Map.of(
                  "version", publication.version().toString(),
                  "number", publication.number(),
                  "code", code,
                  "name", power.text("name"),
                  "kind", power.text("kind"),
                  "content_hash", content.hash())));
    }
    return publication.isNew();
  }

  private void recordWithdrawal(PowerTables.Withdrawn power) {
    journal.append(
        new Act(
            new Subject("power", power.id()),
            "power.withdrawn",
            ACTOR,
            power.division(),
            power.department(),
            null,
            Map.of("code", power.code(), "name", power.name())));
  }

  static String account(List<Defect> defects) {
    return "权责清单有 %d 处错误，未能启动：%n%s%n请改正后重新启动。Faulty power lists, see above."
        .formatted(
            defects.size(),
            defects.stream().map(each -> "  " + each).collect(Collectors.joining("\n")));
  }
}
