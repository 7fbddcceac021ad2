package org.yongtong.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yongtong.form.Applicant;
import org.yongtong.form.Values;

/**
 * The service item catalogue (事项目录). Published versions are kept in memory; every version stays
 * readable.
 */
public interface Catalogue {

  /** The published version of an item. */
  Optional<ServiceItem> findPublished(String taskCode);

  /** Any version, for running cases. */
  ServiceItem version(UUID version);

  /** All published items, by name. */
  List<ServiceItem> published();

  /** Search over name, aliases, department and law; best first. */
  List<ServiceItem> search(ItemQuery query);

  /** The papers that this applicant needs with these answers, in order. */
  List<ServiceItem.Paper> papersFor(ServiceItem item, Values values, Applicant applicant);
}
