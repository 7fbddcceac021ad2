package org.yongtong.catalogue.design;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Leaves;
import org.yongtong.catalogue.Previews;
import org.yongtong.catalogue.Situations;
import org.yongtong.catalogue.edit.Opened;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionCheck;
import org.yongtong.form.Forms;

/** The tree of a draft with its leaves and warnings; worked out once for each text. */
@Component
class DraftLeaves {

  private final FormDefects defects;
  private final Previews previews;
  private final Situations situations;
  private final Forms forms;
  private final Clock clock;
  private final Cache<String, Drawn> known = CacheBuilder.newBuilder().maximumSize(40).build();

  DraftLeaves(
      FormDefects defects, Previews previews, Situations situations, Forms forms, Clock clock) {
    this.defects = defects;
    this.previews = previews;
    this.situations = situations;
    this.forms = forms;
    this.clock = clock;
  }

  record Drawn(Leaves leaves, List<TreeWarning> warnings) {}

  /** Empty while the form or a rule is wrong. */
  Optional<Drawn> of(Opened opened) {
    Revision revision = opened.revision();
    Map<String, Object> document = revision.content();
    LocalDate today = LocalDate.now(clock);
    String key = revision.item() + today + Steps.fingerprint((Object) document);
    Drawn drawn = known.getIfPresent(key);
    if (drawn != null) {
      return Optional.of(drawn);
    }
    FormDefects.Result result = defects.of(document);
    if (result.form().isEmpty() || !result.defects().isEmpty()) {
      return Optional.empty();
    }
    Optional<Drawn> made =
        previews
            .item(RevisionCheck.document(revision), revision.department())
            .map(item -> Leaves.of(item, forms, situations, today))
            .map(leaves -> new Drawn(leaves, TreeWarnings.of(leaves, document, forms, today)));
    made.ifPresent(each -> known.put(key, each));
    return made;
  }
}
