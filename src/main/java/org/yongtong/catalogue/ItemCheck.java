// long: one rule after another over one item, read like the list that it is
package org.yongtong.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.form.Field;
import org.yongtong.form.FieldKind;
import org.yongtong.form.FormDefinition;
import org.yongtong.form.FormDefinitionException;
import org.yongtong.form.Forms;

/**
 * Holds the item files of a pack against everything that can be checked: their keys, the law's
 * order of time limits, codes, departments and places, and every rule of their papers and forms.
 */
final class ItemCheck {

  static final String FIRST_LINE = "# 示例数据：按公开法律整理，非南宁市官方事项目录";

  /** Lists whose entries may apply only to some. */
  private static final List<String> RULED =
      List.of("papers", "conditions", "fees", "steps", "routing");

  /** Within so many working days a decision is delivered (行政许可法第四十四条). */
  private static final int DELIVERY_DAYS = 10;

  private static final Set<String> APPLICANT_PARTS = Set.of("name", "id", "birth", "sex");
  private static final Map<FieldKind, Set<String>> PARTS =
      Map.of(
          FieldKind.PERSON, Set.of("name", "id_number", "phone"),
          FieldKind.COMPANY, Set.of("name", "credit_code", "representative"),
          FieldKind.ADDRESS, Set.of("division", "detail", "full"),
          FieldKind.BANK_ACCOUNT, Set.of("holder", "bank", "number"));

  private final Organisation organisation;
  private final @Nullable Forms forms;
  private final List<Defect> defects = new ArrayList<>();
  private final Map<String, String> fileOfBaseCode = new HashMap<>();
  private final Map<String, String> fileOfCertificate = new HashMap<>();
  private final Map<String, String> baseCodeOfCertificate = new HashMap<>();

  private ItemCheck(Organisation organisation, @Nullable Forms forms) {
    this.organisation = organisation;
    this.forms = forms;
  }

  /**
   * @param defects of all files, by file and line; empty when the pack is right
   * @param sources one per file
   */
  record Report(List<Defect> defects, List<ItemSource> sources) {}

  static Report of(List<Path> files, Organisation organisation, Forms forms) {
    return ofSources(files.stream().map(ItemSource::read).toList(), organisation, forms);
  }

  static Report ofSources(List<ItemSource> sources, Organisation organisation, Forms forms) {
    var check = new ItemCheck(organisation, forms);
    sources.forEach(check::one);
    sources.forEach(source -> check.defects.addAll(source.defects()));
    return new Report(check.defects.stream().sorted().distinct().toList(), List.copyOf(sources));
  }

  /** For documents that come one after another: codes are held against those before. */
  static ItemCheck inTurn(Organisation organisation, Forms forms) {
    return new ItemCheck(organisation, forms);
  }

  List<Defect> next(ItemSource source) {
    one(source);
    return source.defects().stream().sorted().distinct().toList();
  }

  /**
   * What is wrong with a claimant's own part.
   *
   * @param lead the lead's content
   * @param effective the part laid over the lead
   */
  static List<Defect> claim(
      ItemSource own,
      Map<String, Object> lead,
      Content effective,
      Organisation organisation,
      Forms forms) {
    ClaimShape.OWN.check(own, "", own.data());
    if (own.defects().isEmpty()) {
      for (String fault : Claims.faults(new Content(lead), new Content(own.data()))) {
        own.defect("", fault);
      }
      limits(own, effective);
      var check = new ItemCheck(organisation, forms);
      var mine = new Content(own.data());
      FormDefinition form = hasRules(mine) ? forms.readChecked(effective.raw("form")) : null;
      check.steps(own, effective, form);
      check.windows(own, effective);
      if (form != null) {
        check.rules(own, mine, form);
      }
      check.routing(own, effective);
      catchAll(own, effective);
    }
    return own.defects().stream().sorted().distinct().toList();
  }

  private static boolean hasRules(Content own) {
    return RULED.stream()
        .flatMap(list -> own.each(list, each -> each).stream())
        .anyMatch(each -> each.map().containsKey("when") || each.map().containsKey("when_words"));
  }

  private void one(ItemSource source) {
    if (source.data().isEmpty()) {
      return;
    }
    ItemShape.ITEM.check(source, "", source.data());
    if (!source.defects().isEmpty()) {
      return; // what follows relies on the shape
    }
    var item = new Content(source.data());
    identity(source, item);
    themes(source, item);
    limits(source, item);
    papers(source, item);
    catchAll(source, item);
    FormDefinition form = form(source, item);
    steps(source, item, form);
    if (form != null) {
      rules(source, item, form);
    }
    routing(source, item);
    review(source, item);
    certificate(source, item, form);
    claims(source, item);
  }

  /** Who below runs it: known bodies of that level, each once, and nothing that is not open. */
  private void claims(ItemSource source, Content item) {
    List<Content> claims = item.each("claims", claim -> claim);
    var claimed = new HashSet<String>();
    for (int i = 0; i < claims.size(); i++) {
      String place = "claims[%d]".formatted(i);
      Content claim = claims.get(i);
      Level level = Level.valueOf(claim.text("level").toUpperCase(java.util.Locale.ROOT));
      List<String> bodies = organisation.bodies(level, claim.map().get("bodies"));
      if (bodies.isEmpty()) {
        source.defect(place + ".bodies", "%s没有可以认领的机构".formatted(level.word()));
      }
      for (String body : bodies) {
        Organisation.Body known = organisation.departments().get(body);
        if (known == null || Level.ofDivision(known.division()) != level) {
          source.defect(place + ".bodies", "%s没有机构 %s".formatted(level.word(), body));
        } else if (!claimed.add(body)) {
          source.defect(place + ".bodies", "机构 %s 写了两次".formatted(body));
        }
      }
      Content set = claim.insideOrNull("set");
      if (set != null) {
        for (String fault : Claims.faults(item, set)) {
          source.defect(place + ".set", place + ".set：" + fault);
        }
      }
    }
  }

  private void identity(ItemSource source, Content item) {
    String id = item.text("id");
    if (!source.file().equals(id + ".yaml")) {
      source.defect("id", "id 是 %s，文件名应当是 %s.yaml".formatted(id, id));
    }
    doubled(source, "aliases", item.texts("aliases"));
    String code = item.text("base_code");
    Organisation.Body body = organisation.departments().get(item.text("department"));
    if (body == null) {
      source.defect("department", "没有部门 %s".formatted(item.text("department")));
    } else if (Level.ofDivision(body.division()) == Level.CITY
        && !code.substring(4, 6).equals(body.digits())) {
      source.defect(
          "base_code",
          "基本编码第 5、6 位应当是部门代码 %s，现在是 %s".formatted(body.digits(), code.substring(4, 6)));
    }
    if (!Set.of("00", "45").contains(code.substring(0, 2))) {
      source.defect("base_code", "基本编码前两位应当是 00（全国）或者 45（广西），现在是 " + code.substring(0, 2));
    }
    String type = kind(item).code();
    if (!code.substring(2, 4).equals(type)) {
      source.defect(
          "base_code",
          "基本编码第 3、4 位应当是%s的 %s，现在是 %s".formatted(kind(item).word(), type, code.substring(2, 4)));
    }
    String serial = item.textOrNull("handling_no");
    String other =
        fileOfBaseCode.putIfAbsent(serial == null ? code : code + "-" + serial, source.file());
    if (other != null) {
      source.defect(
          serial == null ? "base_code" : "handling_no",
          "基本编码 %s%s 已经用在 %s".formatted(code, serial == null ? "" : " 的业务办理项 " + serial, other));
    }
    String main = item.textOrNull("sub_item_of");
    if (main != null && !main.substring(0, 9).equals(code.substring(0, 9))) {
      source.defect("sub_item_of", "子项的基本编码前 9 位应当与主项 %s 相同".formatted(main));
    }
    if (main == null && !code.endsWith("000")) {
      source.defect("base_code", "基本编码末三位不是 000 的是子项，要写 sub_item_of（主项的基本编码）");
    }
    windows(source, item);
    eachText(
        item.texts("joint"),
        "joint",
        (place, key) -> {
          if (!organisation.departments().containsKey(key)) {
            source.defect(place, "没有部门 " + key);
          }
        });
  }

  private void windows(ItemSource source, Content item) {
    eachText(
        item.texts("windows"),
        "windows",
        (place, key) -> {
          boolean known =
              key.startsWith("dept-")
                  ? organisation.departments().containsKey(key.substring(5))
                      || organisation.places().contains(key)
                  : organisation.places().contains(key);
          if (!known) {
            source.defect(place, "没有办事地点 " + key);
          }
        });
  }

  private static ServiceItem.Kind kind(Content item) {
    return ServiceItem.Kind.valueOf(item.text("kind").toUpperCase(java.util.Locale.ROOT));
  }

  private static void themes(ItemSource source, Content item) {
    Content themes = item.inside("themes");
    if (themes.map().isEmpty()) {
      source.defect("themes", "至少写一类主题（person 或者 legal）");
    }
    for (Audience audience : Audience.values()) {
      String key = audience.name().toLowerCase(java.util.Locale.ROOT);
      eachText(
          themes.texts(key),
          "themes." + key,
          (place, code) -> {
            if (!Words.themes(audience).containsKey(code)) {
              source.defect(place, "%s主题没有编码 %s".formatted(audience.word(), code));
            }
          });
    }
  }

  /** 行政许可法第四十二条: the promise may shorten the legal limit, never lengthen it. */
  private static void limits(ItemSource source, Content item) {
    Content limits = item.inside("limits");
    int legal = limits.number("legal_days");
    int promised = limits.number("promised_days");
    if (promised > legal) {
      source.defect(
          "limits.promised_days", "承诺时限 %d 个工作日超过法定时限 %d 个工作日".formatted(promised, legal));
    }
    boolean instant = item.text("handling").equals("instant");
    if (instant && promised > 1) {
      source.defect("limits.promised_days", "即办件的承诺时限只能是 0 或者 1 个工作日，现在是 %d".formatted(promised));
    }
    if (!instant && promised == 0) {
      source.defect("limits.promised_days", "承诺件的承诺时限不能是 0");
    }
    if (legal > 0 && limits.textOrNull("legal_basis") == null) {
      source.defect("limits", "缺少 limits.legal_basis：法定时限要写依据");
    }
  }

  /**
   * What everybody goes through and the longest way through the rest must fit the promise; what
   * only some go through cannot stand for a role.
   */
  private void steps(ItemSource source, Content item, @Nullable FormDefinition form) {
    List<Content> steps = item.each("steps", step -> step);
    List<Content> always = steps.stream().filter(each -> each.textOrNull("when") == null).toList();
    int promised = item.inside("limits").number("promised_days");
    boolean ruled = always.size() < steps.size();
    int longest =
        ruled && form != null
            ? WorstCase.days(steps, form, engine())
            : (ruled ? always : steps).stream().mapToInt(step -> step.number("days")).sum();
    if (longest > promised) {
      source.defect(
          "steps",
          (ruled ? "最长的情形下各环节共 %d 个工作日，超过承诺时限 %d 个工作日" : "各环节共 %d 个工作日，超过承诺时限 %d 个工作日")
              .formatted(longest, promised));
    }
    List<String> roles = always.stream().map(step -> step.text("role")).toList();
    for (String role : List.of("window", "reviewer", "decider")) {
      if (!roles.contains(role)) {
        source.defect("steps", "环节里缺少角色 " + role + (ruled ? "（只在部分情形下才有的环节不算）" : ""));
      }
    }
    doubled(source, "steps", item.each("steps", step -> step.text("name")));
  }

  private static void papers(ItemSource source, Content item) {
    doubled(source, "papers", item.each("papers", paper -> paper.text("id")));
    List<Content> papers = item.each("papers", paper -> paper);
    for (int i = 0; i < papers.size(); i++) {
      Content paper = papers.get(i);
      String place = "papers[%d]".formatted(i);
      boolean conditional = paper.text("required").equals("when");
      if (conditional != (paper.textOrNull("when") != null)) {
        source.defect(
            conditional ? place + ".required" : place + ".when",
            conditional ? "按情形提交的材料要写 when（CEL 条件）" : "只有 required: when 的材料可以写 when");
      }
      String kind = paper.text("kind");
      if ((paper.number("originals") > 0) != !kind.equals("copy")) {
        source.defect(place + ".originals", "原件份数与 kind: %s 不符".formatted(kind));
      }
      if ((paper.number("copies") > 0) != !kind.equals("original")) {
        source.defect(place + ".copies", "复印件份数与 kind: %s 不符".formatted(kind));
      }
      if (paper.insideOrNull("defer") != null && !paper.text("required").equals("deferrable")) {
        source.defect(place + ".defer", "只有 required: deferrable 的材料可以写 defer（容缺后补）");
      }
      deferral(source, place + ".defer", item, paper.insideOrNull("defer"));
      if (paper.insideOrNull("blank") != null && !paper.text("source").equals("applicant")) {
        source.defect(place + ".blank", "空白表只用于申请人自己写的材料（source: applicant）");
      }
    }
  }

  /** A deferred paper comes in time for what waits for it, so that it makes nobody late. */
  private static void deferral(
      ItemSource source, String place, Content item, @Nullable Content defer) {
    if (defer == null) {
      return;
    }
    int days = defer.number("days");
    if ("delivery".equals(defer.textOrNull("before"))) {
      if (days > DELIVERY_DAYS) {
        source.defect(place + ".days", "领取结果以前补交的（before: delivery），补交期限不超过送达期限 10 个工作日");
      }
      // what was given on a promise can be taken back only as a certificate
      if (item.inside("result").insideOrNull("certificate") == null) {
        source.defect(place + ".before", "结果是电子证照的事项才能写 before: delivery");
      }
      return;
    }
    int promised = item.inside("limits").number("promised_days");
    if (days > promised) {
      source.defect(
          place + ".days",
          "作出决定以前补交的，补交期限不能超过承诺时限 %d 个工作日；更长的写 before: delivery".formatted(promised));
    }
  }

  /** 优化营商环境条例第四十条、行政许可法第三十一条: nobody is asked for papers that are not named. */
  private static void catchAll(ItemSource source, Content item) {
    List<Content> papers = item.each("papers", paper -> paper);
    for (int i = 0; i < papers.size(); i++) {
      for (String key : List.of("name", "note", "sample")) {
        concrete(source, "papers[%d].%s".formatted(i, key), papers.get(i).textOrNull(key));
      }
    }
    List<String> conditions = item.each("conditions", each -> each.text("text"));
    for (int i = 0; i < conditions.size(); i++) {
      concrete(source, "conditions[%d].text".formatted(i), conditions.get(i));
    }
  }

  private static void concrete(ItemSource source, String place, @Nullable String text) {
    for (String phrase : Words.CATCH_ALL) {
      if (text != null && text.contains(phrase)) {
        source.defect(place, "%s 里有兜底说法“%s”，请写明具体是什么".formatted(place, phrase));
      }
    }
  }

  private @Nullable FormDefinition form(ItemSource source, Content item) {
    try {
      return engine().read(item.raw("form"));
    } catch (FormDefinitionException wrong) {
      for (String defect : wrong.defects()) {
        // "form.sections[1].fields[3] (area).valid：…"
        String place = defect.split("：", 2)[0].replaceAll(" \\([^)]*\\)", "");
        source.defect(place.startsWith("form") ? place : "form", defect);
      }
      return null;
    }
  }

  private Forms engine() {
    return java.util.Objects.requireNonNull(forms);
  }

  private void rules(ItemSource source, Content item, FormDefinition form) {
    for (String list : RULED) {
      List<Content> entries = item.each(list, entry -> entry);
      for (int i = 0; i < entries.size(); i++) {
        String when = entries.get(i).textOrNull("when");
        String at = "%s[%d]".formatted(list, i);
        if (when != null) {
          for (String defect : engine().defectsOf(form, when)) {
            source.defect(at + ".when", at + ".when：" + defect);
          }
        } else if (entries.get(i).textOrNull("when_words") != null) {
          source.defect(at + ".when_words", at + ".when_words：写了适用情形，要同时写 when（CEL 条件）");
        }
      }
    }
  }

  /** 行政许可法第二十二条、第二十四条: only bodies of the same division take a case over. */
  private void routing(ItemSource source, Content item) {
    Organisation.Body own = organisation.departments().get(item.text("department"));
    List<String> keys = item.each("routing", route -> route.text("department"));
    for (int i = 0; i < keys.size(); i++) {
      Organisation.Body body = organisation.departments().get(keys.get(i));
      String place = "routing[%d].department".formatted(i);
      if (body == null) {
        source.defect(place, "没有部门 " + keys.get(i));
      } else if (own != null && !own.division().equals(body.division())) {
        source.defect(place, "承办部门 %s 与实施主体不在同一行政区划".formatted(keys.get(i)));
      } else if (keys.get(i).equals(item.text("department"))) {
        source.defect(place, "承办部门 %s 就是实施主体：没有一条适用时本来就由它办理".formatted(keys.get(i)));
      }
    }
  }

  /** Levels of the review: known departments of the same division, orders 1, 2, 3 without a gap. */
  private void review(ItemSource source, Content item) {
    List<Content> levels = item.each("review", each -> each);
    if (levels.isEmpty()) {
      return;
    }
    doubled(source, "review", item.each("review", level -> level.text("id")));
    doubled(source, "review", item.each("review", level -> level.text("name")));
    if (item.text("handling").equals("instant")) {
      source.defect("review", "即办件当场办结，不能分级审查");
    }
    Organisation.Body own = organisation.departments().get(item.text("department"));
    var orders = new java.util.TreeSet<Integer>();
    for (int i = 0; i < levels.size(); i++) {
      orders.add(levels.get(i).number("order"));
      String key = levels.get(i).textOrNull("department");
      Organisation.Body body = key == null ? own : organisation.departments().get(key);
      String place = "review[%d].department".formatted(i);
      if (body == null) {
        source.defect(place, "没有部门 " + key);
      } else if (own != null && !own.division().equals(body.division())) {
        source.defect(place, "审查部门 %s 与实施主体不在同一行政区划".formatted(key));
      }
    }
    if (orders.first() != 1 || orders.last() != orders.size()) {
      source.defect("review", "审查层级的顺序应当从 1 开始，逐个相连，现在是 " + orders);
    }
  }

  private void certificate(ItemSource source, Content item, @Nullable FormDefinition form) {
    Content result = item.inside("result");
    Content certificate = result.insideOrNull("certificate");
    boolean expected = result.text("kind").equals("certificate");
    if (expected != (certificate != null)) {
      source.defect(
          expected ? "result" : "result.certificate",
          expected ? "缺少 result.certificate" : "只有 kind: certificate 的结果可以写 certificate");
    }
    if (certificate == null) {
      return;
    }
    String type = certificate.text("type");
    String code = item.text("base_code");
    String otherCode = baseCodeOfCertificate.putIfAbsent(type, code);
    String other = fileOfCertificate.putIfAbsent(type, source.file());
    // handling items of one item (新办、变更、延续) make the same certificate
    if (other != null && !code.equals(otherCode)) {
      source.defect("result.certificate.type", "证照类型 %s 已经用在 %s".formatted(type, other));
    }
    List<Content> face = certificate.each("face", field -> field);
    for (int i = 0; i < face.size(); i++) {
      String place = "result.certificate.face[%d]".formatted(i);
      String from = face.get(i).textOrNull("from");
      if ((from == null) == (face.get(i).textOrNull("value") == null)) {
        source.defect(place, "照面字段写 from 或者 value，二者取一");
      } else if (from != null && form != null) {
        faceSource(source, place + ".from", from, form);
      }
    }
  }

  private static void faceSource(
      ItemSource source, String place, String from, FormDefinition form) {
    int dot = from.indexOf('.');
    String head = dot < 0 ? from : from.substring(0, dot);
    String part = dot < 0 ? "" : from.substring(dot + 1);
    if (head.equals("applicant") || head.equals("holder")) {
      if (!APPLICANT_PARTS.contains(part)) {
        source.defect(place, "照面来源 %s 不存在".formatted(from));
      }
      return;
    }
    Field field = form.find(head).orElse(null);
    if (field == null) {
      source.defect(place, "照面来源 %s：表单没有字段 %s".formatted(from, head));
      return;
    }
    Set<String> parts = PARTS.getOrDefault(field.kind(), Set.of());
    if (parts.isEmpty() ? !part.isEmpty() : !parts.contains(part)) {
      source.defect(
          place,
          parts.isEmpty()
              ? "照面来源 %s：字段 %s 没有分项".formatted(from, head)
              : "照面来源 %s：要写明 %s 的分项（%s）".formatted(from, head, String.join("、", parts)));
    }
  }

  private static void doubled(ItemSource source, String place, List<String> values) {
    var seen = new HashSet<String>();
    eachText(
        values,
        place,
        (at, value) -> {
          if (!seen.add(value)) {
            source.defect(at, "“%s”写了两次".formatted(value));
          }
        });
  }

  private static void eachText(
      List<String> values, String place, java.util.function.BiConsumer<String, String> rule) {
    for (int i = 0; i < values.size(); i++) {
      rule.accept("%s[%d]".formatted(place, i), values.get(i));
    }
  }
}
