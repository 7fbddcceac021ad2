package org.yongtong.catalogue.edit;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.revise.Items;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.platform.code.BaseCode;
import org.yongtong.platform.code.CreditCode;
import org.yongtong.platform.code.HandlingCode;
import org.yongtong.platform.code.TaskCode;

/** Makes the head of a revision's pages. */
@Component
public class Heads {

  private final Directory directory;
  private final Items items;

  Heads(Directory directory, Items items) {
    this.directory = directory;
    this.items = items;
  }

  public Head of(Opened opened) {
    Revision revision = opened.revision();
    Optional<ItemHead> published = items.find(revision.item());
    return Head.of(
        opened,
        directory
            .findDepartment(revision.department())
            .map(Department::shortName)
            .orElse(revision.department()),
        published.map(ItemHead::taskCode).orElseGet(() -> code(opened)),
        published.isPresent());
  }

  /**
   * The implementation code (31) or handling item's code (33) that it will have; "" if none yet.
   */
  private String code(Opened opened) {
    Revision revision = opened.revision();
    var text = opened.lead() == null ? revision.content() : opened.lead();
    Optional<BaseCode> base = BaseCode.parse(Place.text(text, "base_code"));
    Optional<Department> body = directory.findDepartment(revision.department());
    if (base.isEmpty() || body.isEmpty()) {
      return "";
    }
    var task =
        TaskCode.of(
            new CreditCode(body.get().creditCode()),
            Level.ofDivision(body.get().division()).code(),
            base.get());
    String serial = Place.text(text, "handling_no");
    return serial.matches("\\d{2}")
        ? HandlingCode.of(task, Integer.parseInt(serial)).value()
        : task.value();
  }
}
