package org.yongtong.casework.apply;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.DeferralText;
import org.yongtong.casework.file.Deferrals;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SignedIn;

/**
 * Lets the applicant leave out papers that the item says may follow (容缺后补), against a promise that
 * is shown and ticked before the application is submitted, online or at the window.
 */
@Component
public class DeferPapers {

  private final JdbcClient database;
  private final Drafts drafts;
  private final Deferrals deferrals;
  private final DeferralText text;
  private final Catalogue catalogue;
  private final Clock clock;

  DeferPapers(
      JdbcClient database,
      Drafts drafts,
      Deferrals deferrals,
      DeferralText text,
      Catalogue catalogue,
      Clock clock) {
    this.database = database;
    this.drafts = drafts;
    this.deferrals = deferrals;
    this.text = text;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** What came of a choice. */
  public sealed interface Result {
    record Kept() implements Result {}

    /**
     * @param message to stand beside the paper
     */
    record Refused(String message) implements Result {}

    record NotFound() implements Result {}
  }

  /**
   * What is promised.
   *
   * @param text paragraph by paragraph
   * @param digest of the text, sent with the tick: what was ticked is what is kept
   */
  public record Promise(List<Deferral> papers, List<String> text, String digest) {

    public static final Promise NONE = new Promise(List.of(), List.of(), "");

    public boolean made() {
      return !papers.isEmpty();
    }

    public boolean has(String paper) {
      return papers.stream().anyMatch(one -> one.paper().equals(paper));
    }

    Set<String> ids() {
      return papers.stream().map(Deferral::paper).collect(Collectors.toSet());
    }
  }

  /** What the draft leaves out: chosen, still deferrable, not uploaded, and the applicant may. */
  public Promise promise(
      Drafts.Draft draft,
      ServiceItem item,
      Filing filing,
      List<Attachments.Attachment> attachments) {
    if (draft.caseId() != null || !offers(item)) {
      return Promise.NONE;
    }
    Set<String> chosen = chosen(draft.id());
    if (chosen.isEmpty()) {
      return Promise.NONE;
    }
    var there = new HashSet<>(filing.held().keySet());
    attachments.forEach(one -> there.add(one.paper()));
    List<Deferral> papers =
        catalogue.papersFor(item, filing.values(), filing.applicant().facts()).stream()
            .filter(paper -> paper.deferral() != null)
            .filter(paper -> chosen.contains(paper.id()) && !there.contains(paper.id()))
            .map(Deferral::of)
            .toList();
    if (papers.isEmpty() || barred(filing).isPresent()) {
      return Promise.NONE;
    }
    List<String> said = text.promise(item.name(), papers);
    return new Promise(papers, said, deferrals.digest(said));
  }

  /** Whether anything of the item may follow later at all. */
  public static boolean offers(ServiceItem item) {
    return item.papers().stream().anyMatch(paper -> paper.deferral() != null);
  }

  /** Why this applicant may not, in a sentence. */
  public Optional<String> barred(Filing filing) {
    return deferrals.barred(filing.applicant().code());
  }

  /** The condition beside a paper, in words; null when it must be there from the start. */
  public static @Nullable String words(ServiceItem.Paper paper) {
    ServiceItem.Defer defer = paper.deferral();
    return defer == null
        ? null
        : "受理后 %d 个工作日内、%s补交；逾期没有补交的，%s。"
            .formatted(defer.days(), defer.before().word(), defer.consequence());
  }

  /**
   * @param later to hand the paper in later, else no longer
   */
  @Transactional
  public Result choose(UUID draftId, String paper, boolean later, SignedIn me) {
    Optional<Drafts.Draft> found = drafts.lockOwn(draftId, me).filter(draft -> !draft.submitted());
    if (found.isEmpty()) {
      return new Result.NotFound();
    }
    Drafts.Draft draft = found.get();
    if (!later) {
      database
          .sql("DELETE FROM casework.draft_deferral WHERE draft_id = :draft AND paper = :paper")
          .param("draft", draftId)
          .param("paper", paper)
          .update();
      return new Result.Kept();
    }
    ServiceItem item = catalogue.version(draft.itemVersion());
    if (draft.caseId() != null
        || item.findPaper(paper).map(ServiceItem.Paper::deferral).isEmpty()) {
      return new Result.Refused("这份材料不能容缺，请上传。");
    }
    Optional<String> barred = barred(draft.filing());
    if (barred.isPresent()) {
      return new Result.Refused(barred.get());
    }
    database
        .sql(
            "INSERT INTO casework.draft_deferral (draft_id, paper, chosen_at) VALUES (:draft,"
                + " :paper, :at) ON CONFLICT DO NOTHING")
        .param("draft", draftId)
        .param("paper", paper)
        .param("at", OffsetDateTime.now(clock))
        .update();
    return new Result.Kept();
  }

  private Set<String> chosen(UUID draft) {
    return Set.copyOf(
        database
            .sql("SELECT paper FROM casework.draft_deferral WHERE draft_id = :draft")
            .param("draft", draft)
            .query(String.class)
            .list());
  }
}
