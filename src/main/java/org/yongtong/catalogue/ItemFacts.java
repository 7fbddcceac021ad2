package org.yongtong.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem.Depth;
import org.yongtong.catalogue.ServiceItem.Handling;
import org.yongtong.catalogue.ServiceItem.Range;

/**
 * What lists and boards ask of a version beyond its head.
 *
 * @param joint bodies that handle it together with the implementing body, by number
 * @param fees each fee in words, e.g. {@code 20 元/证}
 * @param papers asked for, whether always or in some situations; not those that are optional
 * @param held of these, how many a register or an electronic certificate holds already
 * @param foreign of these, how many another public body issues
 * @param foreignHeld of the latter, how many are held already
 */
public record ItemFacts(
    Handling handling,
    Depth depth,
    int visits,
    @Nullable Range range,
    int joint,
    List<String> fees,
    int papers,
    int held,
    int foreign,
    int foreignHeld) {

  /** More than one public body has to do with it. */
  public boolean crossesDepartments() {
    return joint > 0 || foreign > 0;
  }

  /** One application does: the applicant fetches no paper from another public body. */
  public boolean servedAsAWhole() {
    return crossesDepartments() && foreign == foreignHeld;
  }
}
