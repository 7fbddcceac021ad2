package org.yongtong.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yongtong.form.Applicant;
import org.yongtong.form.Values;

/**
 * The service item catalogue (事项目录). Heads of all published implementations are kept in memory,
 * full items in a bounded cache; every version stays readable.
 */
public interface Catalogue {

  /** The published version of an item, in use or suspended. */
  Optional<ServiceItem> findPublished(String taskCode);

  Optional<ItemHead> findHead(String taskCode);

  /** Any version, for running cases. */
  ServiceItem version(UUID version);

  /** The lead items (基本目录), by name. */
  List<ItemHead> leads();

  /** The lead and those below who run it too, by level and division. */
  List<ItemHead> implementations(String lead);

  /** Everything published, by level, division and name. */
  List<ItemHead> listPublished();

  /**
   * Leads by name, aliases, department and law, best first; each stands for the variant of the
   * asked division where there is one.
   */
  List<ItemHead> search(ItemQuery query);

  /** The papers that this applicant needs with these answers, in order. */
  List<ServiceItem.Paper> papersFor(ServiceItem item, Values values, Applicant applicant);
}
