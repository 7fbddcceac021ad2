package org.yongtong.casework.extra;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.casework.file.Filings;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.file.FileReferences;
import org.yongtong.platform.web.Role;

/** The rows of the reports; who may see which is part of every statement for the desk. */
@Repository
class ExtraDemands implements FileReferences {

  private static final int COUNTED = 100;

  private final JdbcClient database;
  private final Filings sealed;

  ExtraDemands(JdbcClient database, Filings sealed) {
    this.database = database;
    this.sealed = sealed;
  }

  void add(ExtraDemand demand) {
    database
        .sql(
            """
            INSERT INTO casework.extra_demand
              (id, number, item_version, task_code, item_name, department, division, case_id, case_number, account,
               told, evidence, evidence_name, state, reported_at)
            VALUES (:id, :number, :version, :task, :name, :department, :division, :case, :caseNumber, :account,
               :told, :evidence, :evidenceName, :state, :at)
            """)
        .param("id", demand.id())
        .param("number", demand.number())
        .param("version", demand.itemVersion())
        .param("task", demand.taskCode())
        .param("name", demand.itemName())
        .param("department", demand.department())
        .param("division", demand.division())
        .param("case", demand.caseId())
        .param("caseNumber", demand.caseNumber())
        .param("account", demand.account())
        .param("told", sealed.seal(demand.told()))
        .param("evidence", demand.evidence())
        .param("evidenceName", demand.evidenceName())
        .param("state", demand.state().name())
        .param("at", utc(demand.reportedAt()))
        .update();
  }

  /** What a step changes; texts that it does not give stay. */
  record Change(
      DemandState to,
      @Nullable LocalDate dueOn,
      @Nullable String asked,
      @Nullable String answer,
      @Nullable String finding,
      @Nullable Instant closedAt) {}

  void change(ExtraDemand demand, Change change) {
    Instant closed = change.closedAt();
    database
        .sql(
            """
            UPDATE casework.extra_demand
            SET state = :state, due_on = coalesce(:due, due_on), asked = coalesce(:asked, asked),
                answer = coalesce(:answer, answer), finding = coalesce(:finding, finding), closed_at = :closed,
                version = version + 1
            WHERE id = :id
            """)
        .param("state", change.to().name())
        .param("due", change.dueOn(), java.sql.Types.DATE)
        .param("asked", change.asked(), java.sql.Types.VARCHAR)
        .param("answer", change.answer(), java.sql.Types.VARCHAR)
        .param("finding", change.finding(), java.sql.Types.VARCHAR)
        .param(
            "closed", closed == null ? null : utc(closed), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", demand.id())
        .update();
  }

  Optional<ExtraDemand> findByNumber(String number) {
    return database
        .sql("SELECT * FROM casework.extra_demand WHERE number = :number")
        .param("number", number)
        .query((row, n) -> read(row))
        .optional();
  }

  /** As far as this member of staff may see it. */
  Optional<ExtraDemand> find(UUID id, SignedIn me, boolean lock) {
    Map<String, Object> parameters = scope(me);
    parameters.put("id", id);
    return database
        .sql(
            "SELECT * FROM casework.extra_demand WHERE id = :id AND "
                + where(me)
                + (lock ? " FOR UPDATE" : ""))
        .params(parameters)
        .query((row, n) -> read(row))
        .optional();
  }

  /** Newest first, from behind the last one seen. */
  List<ExtraDemand> list(
      SignedIn me, Set<DemandState> states, @Nullable ExtraDemand after, int limit) {
    Map<String, Object> parameters = scope(me);
    parameters.put("states", states.stream().map(Enum::name).toArray(String[]::new));
    parameters.put("limit", limit);
    String beyond = "";
    if (after != null) {
      beyond = " AND (reported_at, id) < (:at, :after)";
      parameters.put("at", utc(after.reportedAt()));
      parameters.put("after", after.id());
    }
    return database
        .sql(
            "SELECT * FROM casework.extra_demand WHERE state = ANY (:states) AND "
                + where(me)
                + beyond
                + " ORDER BY reported_at DESC, id DESC LIMIT :limit")
        .params(parameters)
        .query((row, n) -> read(row))
        .list();
  }

  /** How many there are in each state that is not closed, counted up to a hundred. */
  Map<DemandState, Integer> counts(SignedIn me) {
    Map<DemandState, Integer> counts = new EnumMap<>(DemandState.class);
    for (DemandState state : DemandState.values()) {
      if (state.closed()) {
        continue;
      }
      Map<String, Object> parameters = scope(me);
      parameters.put("state", state.name());
      parameters.put("most", COUNTED);
      counts.put(
          state,
          database
              .sql(
                  "SELECT count(*) FROM (SELECT 1 FROM casework.extra_demand WHERE state = :state"
                      + " AND "
                      + where(me)
                      + " LIMIT :most) counted")
              .params(parameters)
              .query(Integer.class)
              .single());
    }
    return counts;
  }

  /** Supervisors see all; a department what it was asked about. */
  private static String where(SignedIn me) {
    return me.roles().contains(Role.SUPERVISOR)
        ? "TRUE"
        : "(department = :department AND asked IS NOT NULL)";
  }

  private static Map<String, Object> scope(SignedIn me) {
    Map<String, Object> parameters = new HashMap<>();
    if (!me.roles().contains(Role.SUPERVISOR)) {
      parameters.put("department", String.valueOf(me.department()));
    }
    return parameters;
  }

  @Override
  public Set<String> among(Collection<String> hashes) {
    return Set.copyOf(
        database
            .sql(
                "SELECT DISTINCT evidence FROM casework.extra_demand WHERE evidence = ANY"
                    + " (:hashes)")
            .param("hashes", hashes.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  private ExtraDemand read(ResultSet row) throws SQLException {
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new ExtraDemand(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getObject("item_version", UUID.class),
        row.getString("task_code"),
        row.getString("item_name"),
        row.getString("department"),
        row.getString("division"),
        row.getObject("case_id", UUID.class),
        row.getString("case_number"),
        row.getObject("account", UUID.class),
        sealed.open(row.getBytes("told"), ExtraDemand.Told.class),
        row.getString("evidence"),
        row.getString("evidence_name"),
        DemandState.valueOf(row.getString("state")),
        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_on", LocalDate.class),
        row.getString("asked"),
        row.getString("answer"),
        row.getString("finding"),
        closed == null ? null : closed.toInstant(),
        row.getInt("version"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
