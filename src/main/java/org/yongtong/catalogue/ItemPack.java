package org.yongtong.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yongtong.form.Forms;
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

/** Publishes the items of the city pack; one faulty file stops the start with a report of all. */
@Component
class ItemPack implements PackLoader {

  static final String FOLDER = "items";
  static final String DEPARTMENTS = "departments.yaml";
  static final String PLACES = "places.yaml";

  private static final Actor ACTOR = Actor.system("city-pack");
  private static final int CITY_LEVEL = 3; // 行使层级：市级

  private final CityPack pack;
  private final Forms forms;
  private final ItemVersions versions;
  private final Journal journal;
  private final CityCatalogue catalogue;

  ItemPack(
      CityPack pack, Forms forms, ItemVersions versions, Journal journal, CityCatalogue catalogue) {
    this.pack = pack;
    this.forms = forms;
    this.versions = versions;
    this.journal = journal;
    this.catalogue = catalogue;
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
    Organisation organisation = Organisation.read(pack.file(DEPARTMENTS), pack.file(PLACES));
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
    var ids = new HashSet<String>();
    int changed = 0;
    versions.freeCodes();
    for (ItemSource source : sources) {
      if (publish(source, organisation)) {
        changed++;
      }
      ids.add(new Content(source.data()).text("id"));
    }
    List<String> withdrawn = versions.retireAllBut(ids);
    for (String item : withdrawn) {
      journal.append(
          new Act(new Subject("item", item), "item.withdrawn", ACTOR, null, null, null, Map.of()));
    }
    return "共 %d 项，新发布 %d 个版本，停用 %d 项".formatted(sources.size(), changed, withdrawn.size());
  }

  private boolean publish(ItemSource source, Organisation organisation) {
    var item = new Content(source.data());
    String id = item.text("id");
    String department = item.text("department");
    Organisation.Body body = organisation.departments().get(department);
    if (body == null) {
      throw new IllegalStateException("unchecked item " + source.file());
    }
    String baseCode = item.text("base_code");
    String taskCode =
        TaskCode.of(new CreditCode(body.creditCode()), CITY_LEVEL, new BaseCode(baseCode)).value();
    versions.saveItem(id, taskCode, baseCode, department, body.division());
    CanonicalItem content = CanonicalItem.of(source.data());
    ItemVersions.Publication publication = versions.publish(id, content);
    if (publication.isNew()) {
      journal.append(
          new Act(
              new Subject("item", id),
              "item.published",
              ACTOR,
              body.division(),
              department,
              null,
              Map.of(
                  "version", publication.version().toString(),
                  "number", publication.number(),
                  "task_code", taskCode,
                  "name", item.text("name"),
                  "content_hash", content.hash())));
    }
    return publication.isNew();
  }

  static String account(List<Defect> defects) {
    return "事项目录有 %d 处错误，未能启动：%n%s%n请改正后重新启动。Faulty service items, see above."
        .formatted(
            defects.size(),
            defects.stream().map(each -> "  " + each).collect(Collectors.joining("\n")));
  }
}
