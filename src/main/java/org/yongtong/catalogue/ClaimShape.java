package org.yongtong.catalogue;

import java.util.Set;
import org.yongtong.catalogue.Shape.Each;
import org.yongtong.catalogue.Shape.Either;
import org.yongtong.catalogue.Shape.Keys;
import org.yongtong.catalogue.Shape.Text;
import org.yongtong.catalogue.Shape.Whole;
import org.yongtong.catalogue.Shape.Word;

/**
 * What a body that claimed an item may say itself; everything else is inherited from the lead, so
 * that the same item has the same standard on every level (同一事项、同一标准、同一编码).
 */
final class ClaimShape {

  /** Elements that a lead may leave open to its claimants, besides those that always are. */
  static final Set<String> OPENABLE = Set.of("conditions", "fees", "quantity", "summary");

  /** What the pack's list of claims may set. */
  private static final Keys SET =
      Keys.none()
          .may("promised_days", new Whole(0, 365))
          .may("visits", new Whole(0, 9))
          .may("visit_reason", ItemShape.LINE)
          .may("depth", ItemShape.DEPTH)
          .may("range", ItemShape.RANGE)
          .may("papers_dropped", new Each(ItemShape.KEY, 1))
          .may("papers_deferrable", new Each(ItemShape.KEY, 1))
          .may("steps", ItemShape.steps());

  /** Who below runs the item, and how it came to them; {@code bodies: all} or a list of keys. */
  static final Keys IN_PACK =
      Keys.none()
          .must("level", Word.of("county", "town", "village"))
          .must("bodies", new Either("all", new Each(ItemShape.KEY, 1)))
          .must("mode", Word.of("claimed", "delegated", "entrusted"))
          .must("since", Text.like("\\d{4}-\\d{2}-\\d{2}", "日期，例如 2024-01-01（加引号）"))
          .must("reason", ItemShape.LINE)
          .may("basis", ItemShape.LINE)
          .may("set", SET);

  /** A claimant's own document. */
  static final Keys OWN =
      Keys.none()
          .may("promised_days", new Whole(0, 365))
          .may("limits_note", ItemShape.PARAGRAPH)
          .may("visits", new Whole(0, 9))
          .may("visit_reason", ItemShape.LINE)
          .may("depth", ItemShape.DEPTH)
          .may("range", ItemShape.RANGE)
          .may("four_ways", ItemShape.FOUR_WAYS)
          .may("papers_dropped", new Each(ItemShape.KEY, 0))
          .may("papers_deferrable", new Each(ItemShape.KEY, 0))
          .may("steps", ItemShape.steps())
          .may("windows", ItemShape.windows())
          .may("consult", ItemShape.contact())
          .may("complain", ItemShape.contact())
          .may("rights", ItemShape.rights())
          .may("faq", ItemShape.faq(1))
          .may("joint", new Each(ItemShape.KEY, 1))
          .may("power_source", ItemShape.POWER_SOURCE)
          .may(
              "local_codes", Keys.none().may("catalog", ItemShape.CODE).may("task", ItemShape.CODE))
          .may("routing", ItemShape.routing())
          .may("conditions", ItemShape.conditions())
          .may("fees", ItemShape.fees())
          .may("quantity", ItemShape.quantity())
          .may("summary", ItemShape.SUMMARY);

  private ClaimShape() {}
}
