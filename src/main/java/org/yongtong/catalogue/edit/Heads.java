package org.yongtong.catalogue.edit;

import org.springframework.stereotype.Component;
import org.yongtong.catalogue.revise.Items;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;

/** Makes the head of a revision's pages. */
@Component
class Heads {

  private final Directory directory;
  private final Items items;

  Heads(Directory directory, Items items) {
    this.directory = directory;
    this.items = items;
  }

  Head of(Opened opened) {
    return Head.of(
        opened,
        directory
            .findDepartment(opened.revision().department())
            .map(Department::shortName)
            .orElse(opened.revision().department()),
        items.find(opened.revision().item()).isPresent());
  }
}
