package org.yongtong.catalogue.flow;

import java.util.List;
import org.yongtong.catalogue.GuidePage;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.directory.Department;

/**
 * How a service item is handled: its flow and who is responsible for what.
 *
 * @param department that takes the case
 * @param query of the answers for which it is drawn, beginning with {@code ?}; "" = for everybody
 * @param said the answers in words
 * @param spared steps that they leave out
 */
public record FlowPage(
    ServiceItem item,
    Department department,
    Flow flow,
    String query,
    List<GuidePage.Answer> said,
    List<String> spared) {

  /** The guide, with the answers. */
  public String guide() {
    return "/items/" + item.taskCode() + query;
  }

  /** The flow for everybody. */
  public String path() {
    return "/items/" + item.taskCode() + "/flow";
  }

  /** The drawing as a file, with the answers. */
  public String file() {
    return path() + ".svg" + query;
  }
}
