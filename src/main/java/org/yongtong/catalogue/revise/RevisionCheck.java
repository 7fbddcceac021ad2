package org.yongtong.catalogue.revise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.ItemDocument;
import org.yongtong.catalogue.ItemDocuments;

/** Everything that keeps a revision from being sent on. */
@Component
public class RevisionCheck {

  private final ItemDocuments documents;

  RevisionCheck(ItemDocuments documents) {
    this.documents = documents;
  }

  /** The document that a revision would publish. */
  public static ItemDocument document(Revision revision) {
    return new ItemDocument(revision.item(), revision.lead(), revision.content());
  }

  /** Defects of the text, each with its place; empty when the revision changes no text. */
  public List<Defect> of(Revision revision) {
    if (!revision.purpose().changesText()) {
      return List.of();
    }
    try {
      var defects = new ArrayList<>(documents.check(document(revision)));
      hours(revision, defects);
      return List.copyOf(defects);
    } catch (NoSuchElementException gone) {
      return List.of(new Defect(revision.item(), 0, "", "所依据的上级事项已经不在目录里"));
    }
  }

  /** A number that nobody knows when to call is no contact: asked of what is changed here. */
  private static void hours(Revision revision, List<Defect> defects) {
    if (revision.content().get("consult") instanceof Map<?, ?> consult
        && consult.get("phone") != null
        && consult.get("hours") == null) {
      defects.add(new Defect(revision.item(), 0, "consult.hours", "请写明咨询电话的接听时间"));
    }
  }

  /** What the terms lack; the field is that of the page of terms. */
  public List<Refusal.Missing> ofTerms(Revision revision) {
    var missing = new ArrayList<Refusal.Missing>();
    Terms terms = revision.terms();
    terms.reasonMissing().ifPresent(missing::add);
    if (revision.purpose().sendsDown()) {
      if (terms.bodies().isEmpty()) {
        missing.add(new Refusal.Missing("bodies", "请选择由哪些单位承接。"));
      }
      if (terms.basis() == null) {
        missing.add(new Refusal.Missing("basis", "请写明下放、委托的依据。"));
      }
    }
    if (revision.purpose() == Purpose.CANCEL && terms.basis() == null) {
      missing.add(new Refusal.Missing("basis", "请写明取消的依据：修改、废止的法律法规及条款，或者国务院、自治区、市政府决定的名称和文号。"));
    }
    return missing;
  }
}
