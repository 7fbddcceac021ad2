package org.yongtong.catalogue.flow;

import org.yongtong.catalogue.ServiceItem;
import org.yongtong.directory.Department;

/** How a service item is handled: its flow and who is responsible for what. */
public record FlowPage(ServiceItem item, Department department, Flow flow) {

  public String path() {
    return "/items/" + item.taskCode() + "/flow";
  }
}
