package org.yongtong.catalogue.api;

import java.util.List;
import java.util.Set;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.directory.Department;

/**
 * The whole guide of an item as open data; kind, handling and so on are the English words of the
 * pack.
 */
record GuideData(
    String taskCode,
    String baseCode,
    String id,
    int version,
    String publishedAt,
    boolean sample,
    String name,
    List<String> aliases,
    String summary,
    ServiceItem.Kind kind,
    ServiceItem.Handling handling,
    Set<ServiceItem.Audience> audience,
    Body department,
    String division,
    Set<String> personThemes,
    Set<String> legalThemes,
    Set<String> lifeEvents,
    List<ServiceItem.Basis> bases,
    List<ServiceItem.Condition> conditions,
    ServiceItem.Limits limits,
    int visits,
    ServiceItem.Depth depth,
    ServiceItem.Result result,
    List<ServiceItem.Fee> fees,
    List<ServiceItem.Step> steps,
    List<String> places,
    ServiceItem.Contact consult,
    ServiceItem.Contact complain,
    ServiceItem.Rights rights,
    List<ServiceItem.Question> faq,
    List<ServiceItem.Paper> papers,
    ServiceItem.Standing standing,
    ServiceItem.More more,
    String url) {

  record Body(String key, String name, String creditCode) {}

  static GuideData of(ServiceItem item, Department department) {
    return new GuideData(
        item.taskCode(),
        item.baseCode(),
        item.id(),
        item.versionNumber(),
        item.publishedAt().toString(),
        item.sample(),
        item.name(),
        item.aliases(),
        item.summary(),
        item.kind(),
        item.handling(),
        item.audience(),
        new Body(department.key(), department.name(), department.creditCode()),
        item.division(),
        item.personThemes(),
        item.legalThemes(),
        item.lifeEvents(),
        item.bases(),
        item.conditions(),
        item.limits(),
        item.visits(),
        item.depth(),
        item.result(),
        item.fees(),
        item.steps(),
        item.places(),
        item.consult(),
        item.complain(),
        item.rights(),
        item.faq(),
        item.papers(),
        item.standing(),
        item.more(),
        "/items/" + item.taskCode());
  }
}
