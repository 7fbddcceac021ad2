package org.yongtong.casework.apply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Filings;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.Ids;

/** Drafts: saved with every field, found again on any device, seen by nobody but their owner. */
@Repository
public class Drafts {

  private static final String COLUMNS =
      "SELECT id, account, clerk, case_id, item_version, task_code, content, created_at, saved_at,"
          + " submitted_at, revision FROM casework.draft ";
  private static final String OWN = "(account = :me OR clerk = :me) ";

  private final JdbcClient database;
  private final Filings filings;
  private final Clock clock;

  Drafts(JdbcClient database, Filings filings, Clock clock) {
    this.database = database;
    this.filings = filings;
    this.clock = clock;
  }

  /**
   * @param account of the applicant, null at the window
   * @param clerk who fills it in at the window
   * @param caseId the case that it corrects, null for a first application
   * @param revision what changed with the item and has not been seen yet, or null
   */
  public record Draft(
      UUID id,
      @Nullable UUID account,
      @Nullable UUID clerk,
      @Nullable UUID caseId,
      UUID itemVersion,
      String taskCode,
      Filing filing,
      Instant createdAt,
      Instant savedAt,
      @Nullable Instant submittedAt,
      @Nullable Revision revision) {

    public boolean submitted() {
      return submittedAt != null;
    }
  }

  /** Starts a draft of an item, or of the correction of a case. */
  public Draft start(
      UUID itemVersion, String taskCode, @Nullable UUID caseId, Filing filing, SignedIn me) {
    UUID id = Ids.next(clock);
    OffsetDateTime now = OffsetDateTime.now(clock);
    database
        .sql(
            """
            INSERT INTO casework.draft (id, account, clerk, case_id, item_version, task_code, content, created_at, saved_at)
            VALUES (:id, :account, :clerk, :case, :version, :task, :content, :now, :now)
            """)
        .param("id", id)
        .param("account", me.staff() ? null : me.account())
        .param("clerk", me.staff() ? me.account() : null)
        .param("case", caseId)
        .param("version", itemVersion)
        .param("task", taskCode)
        .param("content", filings.seal(filing))
        .param("now", now)
        .update();
    return new Draft(
        id,
        me.staff() ? null : me.account(),
        me.staff() ? me.account() : null,
        caseId,
        itemVersion,
        taskCode,
        filing,
        now.toInstant(),
        now.toInstant(),
        null,
        null);
  }

  /** A draft of one's own, submitted or not. */
  public Optional<Draft> findOwn(UUID id, SignedIn me) {
    return database
        .sql(COLUMNS + "WHERE id = :id AND " + OWN)
        .param("id", id)
        .param("me", me.account())
        .query((row, n) -> read(row))
        .optional();
  }

  /** The same with the row locked. */
  public Optional<Draft> lockOwn(UUID id, SignedIn me) {
    return database
        .sql(COLUMNS + "WHERE id = :id AND " + OWN + "FOR UPDATE")
        .param("id", id)
        .param("me", me.account())
        .query((row, n) -> read(row))
        .optional();
  }

  /** Open drafts, last saved first. */
  public List<Draft> openOf(SignedIn me, int limit) {
    return database
        .sql(
            COLUMNS
                + "WHERE submitted_at IS NULL AND "
                + OWN
                + "ORDER BY saved_at DESC LIMIT :limit")
        .param("me", me.account())
        .param("limit", limit)
        .query((row, n) -> read(row))
        .list();
  }

  /**
   * The open draft of an item, last saved first. Inside a transaction no second one begins
   * meanwhile, so that a button pressed twice leads to one draft.
   */
  Optional<Draft> findOpenForStart(String taskCode, SignedIn me) {
    database
        .sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "draft:" + me.account() + ":" + taskCode)
        .query((row, n) -> n)
        .single();
    return findOpen(taskCode, me);
  }

  /** The open draft of an item, last saved first; corrections are not meant. */
  Optional<Draft> findOpen(String taskCode, SignedIn me) {
    return database
        .sql(
            COLUMNS
                + "WHERE submitted_at IS NULL AND case_id IS NULL AND task_code = :task AND "
                + OWN
                + "ORDER BY saved_at DESC LIMIT 1")
        .param("task", taskCode)
        .param("me", me.account())
        .query((row, n) -> read(row))
        .optional();
  }

  public Optional<Draft> findOpenCorrection(UUID caseId, SignedIn me) {
    return database
        .sql(COLUMNS + "WHERE case_id = :case AND submitted_at IS NULL AND " + OWN)
        .param("case", caseId)
        .param("me", me.account())
        .query((row, n) -> read(row))
        .optional();
  }

  /**
   * Changes an open draft under its row lock, so that two fields saved at once (or on two devices)
   * are both kept.
   *
   * @return the draft as saved; empty when it is not one's own or has been submitted
   */
  @Transactional
  public Optional<Draft> change(UUID id, SignedIn me, Function<Draft, Filing> change) {
    return lockOwn(id, me)
        .filter(draft -> !draft.submitted())
        .map(
            draft -> {
              Filing filing = change.apply(draft);
              OffsetDateTime now = OffsetDateTime.now(clock);
              database
                  .sql(
                      "UPDATE casework.draft SET content = :content, saved_at = :now, version ="
                          + " version + 1 WHERE id = :id")
                  .param("content", filings.seal(filing))
                  .param("now", now)
                  .param("id", id)
                  .update();
              return new Draft(
                  draft.id(),
                  draft.account(),
                  draft.clerk(),
                  draft.caseId(),
                  draft.itemVersion(),
                  draft.taskCode(),
                  filing,
                  draft.createdAt(),
                  now.toInstant(),
                  null,
                  draft.revision());
            });
  }

  /** Puts a draft, locked before, onto another version of its item. */
  Draft rebase(Draft draft, ServiceItem item, Filing filing, @Nullable Revision revision) {
    database
        .sql(
            "UPDATE casework.draft SET content = :content, item_version = :item, task_code = :task,"
                + " revision = :revision, version = version + 1 WHERE id = :id")
        .param("content", filings.seal(filing))
        .param("item", item.version())
        .param("task", item.taskCode())
        .param("revision", revision == null ? null : filings.seal(revision), Types.BINARY)
        .param("id", draft.id())
        .update();
    return new Draft(
        draft.id(),
        draft.account(),
        draft.clerk(),
        null,
        item.version(),
        item.taskCode(),
        filing,
        draft.createdAt(),
        draft.savedAt(),
        null,
        revision);
  }

  /** What changed has been seen. */
  @Transactional
  public void forgetRevision(UUID id, SignedIn me) {
    database
        .sql("UPDATE casework.draft SET revision = NULL WHERE id = :id AND " + OWN)
        .param("id", id)
        .param("me", me.account())
        .update();
  }

  void markSubmitted(UUID id) {
    database
        .sql("UPDATE casework.draft SET submitted_at = :now WHERE id = :id")
        .param("now", OffsetDateTime.now(clock))
        .param("id", id)
        .update();
  }

  /** Throws an open draft and its uploads away; true when there was one. */
  @Transactional
  public boolean discard(UUID id, SignedIn me) {
    if (lockOwn(id, me).filter(draft -> !draft.submitted()).isEmpty()) {
      return false;
    }
    database
        .sql("DELETE FROM casework.attachment WHERE draft_id = :id AND case_id IS NULL")
        .param("id", id)
        .update();
    database.sql("DELETE FROM casework.draft WHERE id = :id").param("id", id).update();
    return true;
  }

  private Draft read(ResultSet row) throws SQLException {
    byte[] revision = row.getBytes("revision");
    OffsetDateTime submitted = row.getObject("submitted_at", OffsetDateTime.class);
    return new Draft(
        row.getObject("id", UUID.class),
        row.getObject("account", UUID.class),
        row.getObject("clerk", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getObject("item_version", UUID.class),
        row.getString("task_code"),
        filings.open(row.getBytes("content")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
        submitted == null ? null : submitted.toInstant(),
        revision == null ? null : filings.open(revision, Revision.class));
  }
}
