package org.yongtong.catalogue.coverage;

import org.yongtong.catalogue.ItemFacts;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemState;

/** A published implementation with what the board asks of it. */
record Row(ItemHead head, ItemFacts facts) {

  boolean reaches(Measure measure) {
    return head.state() == ItemState.IN_USE && measure.counts(facts) && measure.reaches(facts);
  }

  /** 12-digit code of the county that it belongs to, or of the city. */
  String district() {
    String division = head.division();
    return division.substring(0, 6) + "000000";
  }
}
