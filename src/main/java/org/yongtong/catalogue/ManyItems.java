package org.yongtong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.directory.Directory;
import org.yongtong.form.Forms;

/** Items by the hundred, for imports and exports: no round trip for each of them. */
@Component
public class ManyItems {

  private final ItemTables items;
  private final Directory directory;
  private final Forms forms;

  ManyItems(ItemTables items, Directory directory, Forms forms) {
    this.items = items;
    this.directory = directory;
    this.forms = forms;
  }

  /**
   * What is kept of an item by those who maintain it.
   *
   * @param version in force; null when it is not published any more
   */
  public record Own(
      String id,
      @Nullable String lead,
      String department,
      Mode mode,
      @Nullable LocalDate since,
      @Nullable UUID version,
      Map<String, Object> data) {}

  /** Those of these items that exist. */
  public List<Own> own(Collection<String> ids) {
    Map<String, UUID> versions = items.versionsInForce(ids);
    return items.list(ids).stream().map(kept -> own(kept, versions.get(kept.id()))).toList();
  }

  /**
   * Every published item, leads first.
   *
   * @param department key; null = of all
   */
  @Transactional(readOnly = true)
  public void each(@Nullable String department, Consumer<Own> reader) {
    items.each(department, kept -> reader.accept(own(kept, null)));
  }

  private static Own own(ItemTables.Kept kept, @Nullable UUID version) {
    return new Own(
        kept.id(), kept.lead(), kept.department(), kept.mode(), kept.since(), version, kept.own());
  }

  /** Addresses (implementation codes) of these items, where they are published. */
  public Map<String, String> taskCodes(Collection<String> ids) {
    var codes = new HashMap<String, String>();
    items.list(ids).stream()
        .filter(ItemTables.Kept::published)
        .forEach(kept -> codes.put(kept.id(), kept.taskCode()));
    return codes;
  }

  /** Complete contents in force of these items. */
  public Map<String, Map<String, Object>> contents(Collection<String> ids) {
    var contents = new HashMap<String, Map<String, Object>>();
    items
        .inForce(ids)
        .forEach((id, inForce) -> contents.put(id, CanonicalItem.read(inForce.content())));
    return contents;
  }

  /** Until the transaction ends nobody else changes items; reading goes on. */
  public void lock() {
    items.lockAll();
  }

  /** A check of documents one after another, against each other and what is published now. */
  public Checks checks() {
    return new Checks();
  }

  /** Holds documents against everything that can be checked; leads come before claimants. */
  public final class Checks {

    private final Organisation organisation = Organisation.of(directory);
    private final ItemCheck check = ItemCheck.inTurn(organisation, forms);
    private final Map<String, ItemTables.Taken> byId = new HashMap<>();
    private final Map<String, String> idOfTask = new HashMap<>();
    private final Map<String, String> idOfCode = new HashMap<>();
    private final Map<String, ItemTables.Taken> byCertificate = new HashMap<>();
    private final Set<String> baseCodes = new HashSet<>();

    private Checks() {
      for (ItemTables.Taken taken : items.taken()) {
        byId.put(taken.id(), taken);
        idOfTask.put(taken.taskCode(), taken.id());
        if (taken.lead() == null) {
          idOfCode.put(code(taken.baseCode(), taken.handlingNo()), taken.id());
          idOfCode.putIfAbsent(taken.baseCode(), taken.id());
          baseCodes.add(taken.baseCode());
          if (taken.certificateType() != null) {
            byCertificate.put(taken.certificateType(), taken);
          }
        }
      }
    }

    /**
     * The published item that is meant.
     *
     * @param reference id, implementation code, or base code of a lead, with its two-digit handling
     *     number behind it where there are several
     */
    public Optional<String> find(String reference) {
      if (byId.containsKey(reference)) {
        return Optional.of(reference);
      }
      String task = idOfTask.get(reference);
      return Optional.ofNullable(task != null ? task : idOfCode.get(reference.replace("-", "")));
    }

    /** Whether a published lead has this base code. */
    public boolean hasBaseCode(String code) {
      return baseCodes.contains(code);
    }

    public List<Defect> lead(ItemDocument document) {
      var source = ItemSource.ofData(document.item() + ".yaml", document.data());
      var defects = new ArrayList<>(check.next(source));
      if (defects.isEmpty()) {
        taken(document, new Content(document.data()), defects);
      }
      return defects;
    }

    private void taken(ItemDocument document, Content item, List<Defect> defects) {
      String code = item.text("base_code");
      String other = idOfCode.get(code(code, item.textOrNull("handling_no")));
      ItemTables.Taken holder = other == null ? null : byId.get(other);
      if (holder != null
          && !holder.id().equals(document.item())
          && code(holder.baseCode(), holder.handlingNo())
              .equals(code(code, item.textOrNull("handling_no")))) {
        defects.add(
            new Defect(
                document.item(),
                0,
                "base_code",
                "基本编码 %s 已经用在目录里的事项 %s".formatted(code, holder.id())));
      }
      Content certificate = item.inside("result").insideOrNull("certificate");
      if (certificate != null) {
        ItemTables.Taken maker = byCertificate.get(certificate.text("type"));
        if (maker != null
            && !maker.id().equals(document.item())
            && !maker.baseCode().equals(code)) {
          defects.add(
              new Defect(
                  document.item(),
                  0,
                  "result.certificate.type",
                  "证照类型 %s 已经用在目录里的事项 %s".formatted(certificate.text("type"), maker.id())));
        }
      }
    }

    /**
     * A claimant's own part.
     *
     * @param content its lead's content after the import
     */
    public List<Defect> claim(
        ItemDocument document, String department, Map<String, Object> content) {
      Organisation.Body body = organisation.departments().get(department);
      if (body == null) {
        return List.of(new Defect(document.item(), 0, "", "没有部门 " + department));
      }
      Level level = Level.ofDivision(body.division());
      if (level == Level.CITY) {
        return List.of(new Defect(document.item(), 0, "", "市级部门不能认领市级事项，只有县、镇、村的机构可以认领"));
      }
      Map<String, Object> effective =
          Claims.effective(content, document.data(), document.item(), department, level);
      return ItemCheck.claim(
          ItemSource.ofData(document.item(), document.data()),
          content,
          new Content(effective),
          organisation,
          forms);
    }

    /**
     * The claims that a lead's list of claims stands for and that nobody has made yet, each with
     * what it sets.
     */
    public List<Publishing.Part> spread(ItemDocument lead) {
      var parts = new ArrayList<Publishing.Part>();
      for (Content claim : new Content(lead.data()).each("claims", each -> each)) {
        Level level = ItemReader.word(Level.class, claim.text("level"));
        Mode mode = ItemReader.word(Mode.class, claim.text("mode"));
        LocalDate since = LocalDate.parse(claim.text("since"));
        Map<String, Object> set = claim.insideOrNull("set") == null ? Map.of() : claim.raw("set");
        for (String body : organisation.bodies(level, claim.map().get("bodies"))) {
          String id = ItemDocument.claimantId(lead.item(), body);
          if (!byId.containsKey(id)) {
            parts.add(
                new Publishing.Part(new ItemDocument(id, lead.item(), set), body, mode, since));
          }
        }
      }
      return parts;
    }

    private static String code(String baseCode, @Nullable String handlingNo) {
      return handlingNo == null ? baseCode : baseCode + handlingNo;
    }
  }
}
