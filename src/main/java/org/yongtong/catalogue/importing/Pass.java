// long: one pass over a file, leads and claimants side by side
package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.ItemDocument;
import org.yongtong.catalogue.ManyItems;
import org.yongtong.catalogue.Mode;
import org.yongtong.catalogue.Publishing;

/**
 * Goes once through a file: holds every item against the catalogue, tells what would become of it,
 * and hands on what is to be published. Leads come before those who claim them.
 */
final class Pass {

  /** Items whose documents are in memory at a time. */
  private static final int TOGETHER = 100;

  private final ItemFile file;
  private final ManyItems many;
  private final ManyItems.Checks checks;
  private final Names names;
  private final Options options;
  private final Findings findings;
  private final Map<Outcome, Integer> counts = Tally.none();
  private final MessageDigest digest = sha256();
  private final Map<String, Known.Own> prepared = new HashMap<>();
  private final Map<String, MissingMain> missingMains = new LinkedHashMap<>();
  private final Set<String> baseCodes = new HashSet<>();
  private final Set<String> named = new HashSet<>();
  private int done;
  private int total;
  private int versions;

  /**
   * @param department whose items may be imported; null = all
   * @param lines told what becomes of each item
   * @param publisher publishes these and answers how many versions were made; null for a trial
   */
  record Options(
      @Nullable String department,
      Progress progress,
      Consumer<Line> lines,
      @Nullable Publisher publisher) {}

  interface Publisher {
    int publish(List<Publishing.Part> parts);
  }

  private record MissingMain(Spot spot, String item, String code) {}

  private Pass(ItemFile file, ManyItems many, Names names, Options options) {
    this.file = file;
    this.many = many;
    this.checks = many.checks();
    this.names = names;
    this.options = options;
    this.findings = file.findings();
  }

  static Tally over(ItemFile file, ManyItems many, Names names, Options options)
      throws IOException {
    return new Pass(file, many, names, options).run();
  }

  private Tally run() throws IOException {
    List<Entry> entries = file.entries(known);
    total = entries.size();
    entries.forEach(entry -> named.add(entry.id()));
    Map<String, List<Entry>> claims = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.lead() != null) {
        claims.computeIfAbsent(entry.lead(), ignored -> new ArrayList<>()).add(entry);
      }
    }
    var together = new ArrayList<Entry>();
    int weight = 0;
    for (Entry entry : entries) {
      if (entry.lead() == null) {
        together.add(entry);
        weight += 1 + claims.getOrDefault(entry.id(), List.of()).size();
        if (weight >= TOGETHER) {
          leads(together, claims);
          together.clear();
          weight = 0;
        }
      }
    }
    leads(together, claims);
    others(claims);
    mains();
    return new Tally(
        counts,
        findings.listed(),
        findings.count(),
        HexFormat.of().formatHex(digest.digest()),
        versions);
  }

  private void leads(List<Entry> together, Map<String, List<Entry>> claims) throws IOException {
    var parts = new ArrayList<Publishing.Part>();
    var all = new ArrayList<String>();
    for (Entry lead : together) {
      all.add(lead.id());
      claims.getOrDefault(lead.id(), List.of()).forEach(claim -> all.add(claim.id()));
    }
    known.prepare(all);
    for (Entry lead : together) {
      Map<String, Object> content = lead(lead, parts);
      for (Entry claim : Objects.requireNonNullElse(claims.remove(lead.id()), List.<Entry>of())) {
        claim(claim, content, parts);
      }
    }
    publish(parts);
  }

  /** Claims of leads that the file does not hold. */
  private void others(Map<String, List<Entry>> claims) throws IOException {
    var waiting = new ArrayList<>(claims.keySet());
    while (!waiting.isEmpty()) {
      List<String> some = List.copyOf(waiting.subList(0, Math.min(20, waiting.size())));
      waiting.subList(0, some.size()).clear();
      Map<String, Map<String, Object>> contents = many.contents(some);
      var parts = new ArrayList<Publishing.Part>();
      for (String lead : some) {
        List<Entry> ofLead = claims.getOrDefault(lead, List.of());
        for (int i = 0; i < ofLead.size(); i += TOGETHER) {
          List<Entry> together = ofLead.subList(i, Math.min(ofLead.size(), i + TOGETHER));
          known.prepare(together.stream().map(Entry::id).toList());
          for (Entry claim : together) {
            claim(claim, contents.get(lead), parts);
          }
          publish(parts);
          parts.clear();
        }
      }
    }
  }

  private void publish(List<Publishing.Part> parts) {
    Publisher publisher = options.publisher();
    if (publisher != null && !parts.isEmpty() && findings.isEmpty()) {
      versions += publisher.publish(parts);
    }
  }

  /**
   * @return the lead's content after the import; null when it is faulty
   */
  private @Nullable Map<String, Object> lead(Entry entry, List<Publishing.Part> parts)
      throws IOException {
    step();
    Known.Own own = prepared.get(entry.id());
    Map<String, Object> before = own == null ? null : own.data();
    Map<String, Object> content = entry.content(before);
    String department =
        content.get("department") instanceof String key ? key : own == null ? "" : own.department();
    if (own == null && !entry.canBeNew()) {
      findings.add(
          entry.spot(""),
          entry.id(),
          "目录里没有事项 %s：请核对标识；要新增事项，请填模板的全部工作表，只有基本信息不够".formatted(entry.id()));
    }
    if (findings.concern(entry.id())) {
      return faulty(entry, content, department);
    }
    scope(entry, department);
    if (own != null) {
      scope(entry, own.department());
    }
    boolean same = own != null && own.version() != null && same(own.data(), content);
    var document = new ItemDocument(entry.id(), null, content);
    if (!same) {
      for (Defect defect : checks.lead(document)) {
        findings.add(entry.spot(DefectWords.place(defect)), entry.id(), entry.words(defect));
      }
      if (!entry.id().equals(content.get("id"))) {
        findings.add(entry.spot("id"), entry.id(), "事项标识不能改：请保持 " + entry.id());
      }
    }
    if (findings.concern(entry.id())) {
      return faulty(entry, content, department);
    }
    codes(entry, content);
    Outcome outcome = outcome(own, same);
    List<Change> changes = changes(Sheets.ITEMS, own, content, outcome);
    tell(entry, name(content), department, outcome, changes, own, content);
    if (!same) {
      parts.add(new Publishing.Part(document, null, null, null));
      if (own == null || !Objects.equals(own.data().get("claims"), content.get("claims"))) {
        for (Publishing.Part spread : checks.spread(document)) {
          if (named.add(spread.document().item())) {
            parts.add(spread);
          }
        }
      }
    }
    return content;
  }

  private void claim(Entry entry, @Nullable Map<String, Object> lead, List<Publishing.Part> parts)
      throws IOException {
    step();
    Known.Own own = prepared.get(entry.id());
    Map<String, Object> content = entry.content(own == null ? null : own.data());
    String department =
        own != null ? own.department() : Objects.requireNonNullElse(entry.department(), "");
    String mode = entry.mode() != null ? entry.mode() : own == null ? null : own.mode();
    if (findings.concern(entry.id())) {
      faulty(entry, content, department);
      return;
    }
    scope(entry, department);
    if (lead == null) {
      findings.add(
          entry.spot("#lead"),
          entry.id(),
          "认领的事项 %s 在目录里没有，在文件里没有或者有错误：请先改好上级事项".formatted(entry.lead()));
    } else if (mode == null || !Sheets.isMode(mode)) {
      findings.add(entry.spot("#mode"), entry.id(), "没有写认领方式：请写认领、下放或者委托");
    }
    LocalDate since = since(entry);
    if (lead != null && !findings.concern(entry.id())) {
      var document = new ItemDocument(entry.id(), entry.lead(), content);
      for (Defect defect : checks.claim(document, department, lead)) {
        findings.add(entry.spot(DefectWords.place(defect)), entry.id(), entry.words(defect));
      }
    }
    if (findings.concern(entry.id()) || lead == null) {
      faulty(entry, content, department);
      return;
    }
    boolean same =
        own != null
            && own.version() != null
            && same(own.data(), content)
            && Objects.equals(own.mode(), mode)
            && (since == null || since.toString().equals(own.since()));
    Outcome outcome = outcome(own, same);
    List<Change> changes = changes(Sheets.CLAIMS, own, content, outcome);
    if (own != null && !Objects.equals(own.mode(), mode)) {
      changes = new ArrayList<>(changes);
      changes.add(new Change("认领方式", word(own.mode()), word(mode)));
    }
    tell(entry, name(lead), department, outcome, changes, own, content);
    if (!same) {
      parts.add(
          new Publishing.Part(
              new ItemDocument(entry.id(), entry.lead(), content),
              department,
              Mode.valueOf(Objects.requireNonNull(mode).toUpperCase(Locale.ROOT)),
              since));
    }
  }

  private static String word(@Nullable String mode) {
    return mode == null ? "" : Sheets.modeWord(mode);
  }

  private @Nullable LocalDate since(Entry entry) throws IOException {
    try {
      return entry.since() == null ? null : LocalDate.parse(entry.since());
    } catch (DateTimeException wrong) {
      findings.add(entry.spot("#since"), entry.id(), "起始日期应当像 2026-12-04");
      return null;
    }
  }

  private void scope(Entry entry, String department) throws IOException {
    if (options.department() != null && !options.department().equals(department)) {
      findings.add(
          entry.spot("department"),
          entry.id(),
          "实施主体是%s：您只能导入本部门的事项，请删去这一项，或者交由该部门导入"
              .formatted(
                  department.isEmpty() ? "空的" : "“" + names.departmentName(department) + "”"));
    }
  }

  private static boolean same(Map<String, Object> before, Map<String, Object> after) {
    return Sameness.of(before).equals(Sameness.of(after));
  }

  private static Outcome outcome(Known.@Nullable Own own, boolean same) {
    return own == null ? Outcome.NEW : same ? Outcome.UNCHANGED : Outcome.ADJUSTED;
  }

  private List<Change> changes(
      SheetForm main, Known.@Nullable Own own, Map<String, Object> content, Outcome outcome) {
    if (own == null || outcome != Outcome.ADJUSTED) {
      return List.of();
    }
    List<Change> changes =
        Changes.between(main, Sameness.of(own.data()), Sameness.of(content), names);
    if (own.version() == null) {
      changes = new ArrayList<>(changes);
      changes.addFirst(new Change("事项状态", "取消", "在用"));
    }
    return changes;
  }

  private @Nullable Map<String, Object> faulty(
      Entry entry, Map<String, Object> content, String department) {
    count(Outcome.FAULTY);
    options
        .lines()
        .accept(
            new Line(
                entry.id(), name(content), department, entry.spot(), Outcome.FAULTY, List.of()));
    return null;
  }

  private void tell(
      Entry entry,
      String name,
      String department,
      Outcome outcome,
      List<Change> changes,
      Known.@Nullable Own own,
      Map<String, Object> content) {
    count(outcome);
    digest(entry.id());
    digest(outcome.name());
    digest(own == null || own.version() == null ? "" : own.version());
    if (outcome != Outcome.UNCHANGED) {
      digest(Integer.toHexString(Sameness.of(content).hashCode()));
    }
    options.lines().accept(new Line(entry.id(), name, department, entry.spot(), outcome, changes));
  }

  private void digest(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private void count(Outcome outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  private static String name(Map<String, Object> content) {
    return content.get("name") instanceof String name ? name : "";
  }

  private void step() {
    if (done++ % 20 == 0) {
      options.progress().at(options.publisher() == null ? "正在检查" : "正在导入", done, total);
    }
  }

  private void codes(Entry entry, Map<String, Object> content) throws IOException {
    if (content.get("base_code") instanceof String code) {
      baseCodes.add(code);
    }
    if (content.get("sub_item_of") instanceof String main && !checks.hasBaseCode(main)) {
      missingMains.put(entry.id(), new MissingMain(entry.spot("sub_item_of"), entry.id(), main));
    }
  }

  private void mains() {
    for (MissingMain missing : missingMains.values()) {
      if (!baseCodes.contains(missing.code())) {
        findings.add(
            missing.spot(),
            missing.item(),
            "主项 %s 在目录里和文件里都没有（或者有错误）：请先补上主项，或者核对编码".formatted(missing.code()));
      }
    }
  }

  private final Known known =
      new Known() {
        @Override
        public Optional<String> find(String reference) {
          return checks.find(reference);
        }

        @Override
        public @Nullable Own own(String id) {
          return prepared.get(id);
        }

        @Override
        public void prepare(Collection<String> ids) {
          prepared.clear();
          many.own(ids).forEach(kept -> prepared.put(kept.id(), Own.of(kept)));
        }
      };

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
