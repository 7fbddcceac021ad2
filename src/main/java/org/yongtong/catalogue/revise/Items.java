package org.yongtong.catalogue.revise;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;

/** Finds published items by their id, leads and claimants. */
@Component
public class Items {

  private final Catalogue catalogue;

  Items(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  public Optional<ItemHead> find(String id) {
    int at = id.indexOf('@');
    return catalogue.implementations(at < 0 ? id : id.substring(0, at)).stream()
        .filter(head -> head.id().equals(id))
        .findFirst();
  }
}
