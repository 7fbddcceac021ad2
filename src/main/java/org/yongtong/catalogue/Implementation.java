package org.yongtong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongtong.platform.code.BaseCode;
import org.yongtong.platform.code.CreditCode;
import org.yongtong.platform.code.HandlingCode;
import org.yongtong.platform.code.TaskCode;

/**
 * An implementation ready to be published: complete content, codes, and the light head that lists
 * need.
 *
 * @param own its own document as canonical JSON
 * @param head what lists need, as canonical JSON
 * @param since when a body below took it over
 */
record Implementation(
    String id,
    @Nullable String lead,
    Mode mode,
    Level level,
    String taskCode,
    String baseCode,
    @Nullable String handlingNo,
    String department,
    String division,
    String name,
    String own,
    CanonicalItem content,
    String head,
    @Nullable LocalDate since) {

  /** How a claimant came to its lead. */
  record Claim(
      String lead, Map<String, Object> leadContent, Mode mode, @Nullable LocalDate since) {}

  static Implementation lead(Map<String, Object> document, Organisation organisation) {
    var item = new Content(document);
    return make(item.text("id"), item.text("department"), document, document, null, organisation);
  }

  static Implementation claimant(
      String id,
      String department,
      Map<String, Object> own,
      Claim claim,
      Organisation organisation) {
    Level level = Level.ofDivision(organisation.body(department).division());
    Map<String, Object> effective =
        Claims.effective(claim.leadContent(), own, id, department, level);
    return make(id, department, own, effective, claim, organisation);
  }

  private static Implementation make(
      String id,
      String department,
      Map<String, Object> own,
      Map<String, Object> effective,
      @Nullable Claim claim,
      Organisation organisation) {
    var item = new Content(effective);
    Organisation.Body body = organisation.body(department);
    Level level = Level.ofDivision(body.division());
    String baseCode = item.text("base_code");
    String serial = item.textOrNull("handling_no");
    TaskCode task =
        TaskCode.of(new CreditCode(body.creditCode()), level.code(), new BaseCode(baseCode));
    String code =
        serial == null ? task.value() : HandlingCode.of(task, Integer.parseInt(serial)).value();
    CanonicalItem content = CanonicalItem.of(effective);
    return new Implementation(
        id,
        claim == null ? null : claim.lead(),
        claim == null ? Mode.OWN : claim.mode(),
        level,
        code,
        baseCode,
        serial,
        department,
        body.division(),
        item.text("name"),
        claim == null ? content.json() : CanonicalItem.of(own).json(),
        content,
        CanonicalItem.of(head(item, claim != null)).json(),
        claim == null ? null : claim.since());
  }

  private static Map<String, Object> head(Content item, boolean claimant) {
    var head = new LinkedHashMap<String, Object>();
    for (String key :
        List.of(
            "name",
            "summary",
            "kind",
            "handling",
            "objects",
            "themes",
            "life_events",
            "limits",
            "visits",
            "depth",
            "sample")) {
      Object value = item.map().get(key);
      if (value != null) {
        head.put(key, value);
      }
    }
    Content certificate = item.inside("result").insideOrNull("certificate");
    if (certificate != null) {
      head.put("certificate_type", certificate.text("type"));
    }
    if (!claimant) {
      head.put("aliases", item.texts("aliases"));
      var texts = new LinkedHashSet<String>();
      texts.add(item.inside("result").text("name"));
      texts.addAll(item.each("bases", basis -> basis.text("law")));
      texts.addAll(item.each("papers", paper -> paper.text("name")));
      head.put("texts", new ArrayList<>(texts));
    }
    return head;
  }
}
