// long: every statement over the tables of revisions stands here
package org.yongtong.catalogue.revise;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.journal.Act;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.Ids;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code catalogue.revision} with its remarks; each write has its journal row. */
@Repository
public class Revisions {

  /** Subject type of a revision in the journal. */
  public static final String SUBJECT = "revision";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final JdbcClient database;
  private final Journal journal;
  private final Clock clock;

  Revisions(JdbcClient database, Journal journal, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * What a new revision is about.
   *
   * @param author null when the platform opens it for a lower body
   */
  public record Beginning(
      Purpose purpose,
      String item,
      @Nullable String lead,
      String name,
      String department,
      String division,
      Map<String, Object> content,
      Terms terms,
      @Nullable UUID parent,
      @Nullable UUID baseVersion,
      @Nullable UUID author) {}

  /**
   * Begins a revision in the caller's transaction.
   *
   * @return empty when another revision of the item is open
   */
  public Optional<Revision> begin(Beginning beginning, Actor by) {
    UUID id = Ids.next(clock);
    OffsetDateTime now = OffsetDateTime.now(clock);
    Optional<Long> serial =
        database
            .sql(
                """
                INSERT INTO catalogue.revision
                  (id, purpose, item, lead, name, department, division, state, content, terms, parent, base_version, author,
                   author_name, writers, created_at, changed_at, changed_by)
                VALUES (:id, :purpose, :item, :lead, :name, :department, :division, 'DRAFT', :content::json, :terms::json,
                   :parent, :base, :author, :by, :writers, :now, :now, :by)
                ON CONFLICT (item) WHERE state NOT IN ('PUBLISHED', 'DISCARDED') DO NOTHING
                RETURNING serial
                """)
            .param("id", id)
            .param("purpose", beginning.purpose().name())
            .param("item", beginning.item())
            .param("lead", beginning.lead())
            .param("name", beginning.name())
            .param("department", beginning.department())
            .param("division", beginning.division())
            .param("content", JSON.writeValueAsString(beginning.content()))
            .param("terms", JSON.writeValueAsString(beginning.terms()))
            .param("parent", beginning.parent())
            .param("base", beginning.baseVersion())
            .param("author", beginning.author())
            .param("by", by.name())
            .param(
                "writers",
                beginning.author() == null ? new UUID[0] : new UUID[] {beginning.author()})
            .param("now", now)
            .query(Long.class)
            .optional();
    if (serial.isEmpty()) {
      return Optional.empty();
    }
    var revision =
        new Revision(
            new Revision.Origin(
                id,
                serial.get(),
                beginning.purpose(),
                beginning.item(),
                beginning.lead(),
                beginning.department(),
                beginning.division(),
                beginning.parent(),
                beginning.baseVersion(),
                beginning.author(),
                by.name(),
                now.toInstant()),
            beginning.name(),
            beginning.content(),
            beginning.terms());
    append(
        revision,
        Action.START,
        by,
        Map.of(
            "item",
            revision.item,
            "name",
            revision.name,
            "purpose",
            revision.purpose.name(),
            "number",
            revision.number()));
    return Optional.of(revision);
  }

  /**
   * Writes what the verbs did.
   *
   * @throws OptimisticLockingFailureException when somebody else saved it since it was read
   */
  public void save(Revision revision) {
    int rows =
        database
            .sql(
                """
                UPDATE catalogue.revision
                SET name = :name, state = :state, base_version = :base, content = :content::json, terms = :terms::json, effective_on = :on,
                    writers = :writers, checker = :checker, legal = :legal, approver = :approver, round = :round,
                    changed_at = :changed, changed_by = :by, published_version = :published, version = version + 1
                WHERE id = :id AND version = :version
                """)
            .param("name", revision.name)
            .param("state", revision.state.name())
            .param("base", revision.baseVersion)
            .param("content", JSON.writeValueAsString(revision.content))
            .param("terms", JSON.writeValueAsString(revision.terms))
            .param("on", revision.effectiveOn)
            .param("writers", revision.writers.toArray(UUID[]::new))
            .param("checker", revision.checker)
            .param("legal", revision.legal)
            .param("approver", revision.approver)
            .param("round", revision.round)
            .param("changed", OffsetDateTime.ofInstant(revision.changedAt, ZoneOffset.UTC))
            .param("by", revision.changedBy)
            .param("published", revision.publishedVersion)
            .param("id", revision.id)
            .param("version", revision.version)
            .update();
    if (rows != 1) {
      throw new OptimisticLockingFailureException("revision " + revision.id + " changed meanwhile");
    }
    revision.version++;
    remarks(revision);
    for (var happening : revision.happenings()) {
      append(revision, happening.action(), happening.actor(), happening.payload());
    }
    revision.happenings().clear();
  }

  private void append(Revision revision, Action action, Actor by, Map<String, Object> payload) {
    journal.append(
        new Act(
            new Subject(SUBJECT, revision.id.toString()),
            action.kind(),
            by,
            revision.division,
            revision.department,
            null,
            payload));
  }

  private void remarks(Revision revision) {
    int position = 0;
    for (Revision.Mark mark : revision.marks()) {
      database
          .sql(
              """
              INSERT INTO catalogue.revision_remark (revision, round, position, during, place, label, reason, said_by, said_at)
              VALUES (:revision, :round, :position, :during, :place, :label, :reason, :by, :at)
              """)
          .param("revision", revision.id)
          .param("round", revision.round - 1)
          .param("position", position++)
          .param("during", revision.sentBackFrom().name())
          .param("place", mark.place())
          .param("label", mark.label())
          .param("reason", mark.reason().strip())
          .param("by", revision.changedBy)
          .param("at", OffsetDateTime.ofInstant(revision.changedAt, ZoneOffset.UTC))
          .update();
    }
    revision.marks().clear();
  }

  public Optional<Revision> find(UUID id) {
    return one("id = :key", id, "");
  }

  /** The revision with its row locked until the transaction ends. */
  public Optional<Revision> lock(UUID id) {
    return one("id = :key", id, " FOR UPDATE");
  }

  /** The open revision of an item. */
  public Optional<Revision> findOpen(String item) {
    return one("item = :key AND state NOT IN ('PUBLISHED', 'DISCARDED')", item, "");
  }

  /** Open revisions of these items, by item. */
  public Map<String, Revision> openOf(Collection<String> items) {
    var open = new HashMap<String, Revision>();
    if (!items.isEmpty()) {
      database
          .sql(
              "SELECT * FROM catalogue.revision WHERE item = ANY (:items) AND state NOT IN"
                  + " ('PUBLISHED', 'DISCARDED')")
          .param("items", items.toArray(String[]::new))
          .query((row, n) -> read(row))
          .list()
          .forEach(revision -> open.put(revision.item(), revision));
    }
    return open;
  }

  /** The take-overs that a delegation has opened, by division. */
  public List<Revision> answersTo(UUID parent) {
    return database
        .sql("SELECT * FROM catalogue.revision WHERE parent = :parent ORDER BY division, id")
        .param("parent", parent)
        .query((row, n) -> read(row))
        .list();
  }

  /** Approved and due by this day, oldest first. */
  public List<UUID> due(LocalDate day, int limit) {
    return database
        .sql(
            "SELECT id FROM catalogue.revision WHERE state = 'SCHEDULED' AND effective_on <= :day"
                + " ORDER BY effective_on, id LIMIT :limit")
        .param("day", day)
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  /** Why it was sent back, last round first. */
  public List<Remark> remarks(UUID revision) {
    return database
        .sql(
            "SELECT * FROM catalogue.revision_remark WHERE revision = :revision ORDER BY round"
                + " DESC, position")
        .param("revision", revision)
        .query(
            (row, n) ->
                new Remark(
                    row.getInt("round"),
                    State.valueOf(row.getString("during")),
                    row.getString("place"),
                    row.getString("label"),
                    row.getString("reason"),
                    row.getString("said_by"),
                    row.getObject("said_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * The revision that this form began before. Until the transaction ends nobody else begins one
   * with the same key.
   */
  Optional<Revision> performed(UUID actor, UUID key) {
    database
        .sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "revision:" + actor + ":" + key)
        .query((row, n) -> n)
        .single();
    return database
        .sql(
            "SELECT revision FROM catalogue.revision_performed WHERE actor = :actor AND key = :key")
        .param("actor", actor)
        .param("key", key)
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  void remember(UUID actor, UUID key, UUID revision) {
    database
        .sql(
            "INSERT INTO catalogue.revision_performed (actor, key, body_hash, revision, at) VALUES"
                + " (:actor, :key, ''::bytea, :revision, :at)")
        .param("actor", actor)
        .param("key", key)
        .param("revision", revision)
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** Base codes and handling numbers that open revisions have taken, as {@code code-number}. */
  Set<String> codesInWork() {
    return new LinkedHashSet<>(
        database
            .sql(
                """
                SELECT (content ->> 'base_code') || '-' || coalesce(content ->> 'handling_no', '')
                FROM catalogue.revision
                WHERE purpose = 'SET_UP' AND state NOT IN ('PUBLISHED', 'DISCARDED') AND content ->> 'base_code' IS NOT NULL
                """)
            .query(String.class)
            .list());
  }

  private Optional<Revision> one(String where, Object key, String end) {
    return database
        .sql("SELECT * FROM catalogue.revision WHERE " + where + end)
        .param("key", key)
        .query((row, n) -> read(row))
        .optional();
  }

  private static Revision read(ResultSet row) throws SQLException {
    var revision =
        new Revision(
            new Revision.Origin(
                row.getObject("id", UUID.class),
                row.getLong("serial"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("item"),
                row.getString("lead"),
                row.getString("department"),
                row.getString("division"),
                row.getObject("parent", UUID.class),
                row.getObject("base_version", UUID.class),
                row.getObject("author", UUID.class),
                row.getString("author_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant()),
            row.getString("name"),
            JSON.readValue(row.getString("content"), OBJECT),
            JSON.readValue(row.getString("terms"), Terms.class));
    revision.state = State.valueOf(row.getString("state"));
    revision.effectiveOn = row.getObject("effective_on", LocalDate.class);
    revision.writers = uuids(row.getArray("writers"));
    revision.checker = row.getObject("checker", UUID.class);
    revision.legal = row.getObject("legal", UUID.class);
    revision.approver = row.getObject("approver", UUID.class);
    revision.round = row.getInt("round");
    revision.changedAt = row.getObject("changed_at", OffsetDateTime.class).toInstant();
    revision.changedBy = row.getString("changed_by");
    revision.publishedVersion = row.getObject("published_version", UUID.class);
    revision.version = row.getInt("version");
    return revision;
  }

  private static Set<UUID> uuids(Array array) throws SQLException {
    return new LinkedHashSet<>(Arrays.asList((UUID[]) array.getArray()));
  }
}
