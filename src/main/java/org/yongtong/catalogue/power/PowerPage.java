package org.yongtong.catalogue.power;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yongtong.catalogue.PowerItem;
import org.yongtong.catalogue.flow.Flow;
import org.yongtong.directory.Department;

/**
 * One power that is not applied for.
 *
 * @param publishedOn 2026年11月24日
 */
public record PowerPage(PowerItem power, Department department, Flow flow, String publishedOn) {

  public String path() {
    return "/powers/" + department.key() + "/" + power.code();
  }

  public Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("行使层级", PowerLists.words(power.levels()));
    facts.put("对象", PowerLists.objects(power.objects()));
    PowerItem.Limit limit = power.limit();
    facts.put("办理时限", limit == null ? "法律未规定" : limit.words());
    facts.put("环节", power.steps().size() + " 个");
    return facts;
  }
}
