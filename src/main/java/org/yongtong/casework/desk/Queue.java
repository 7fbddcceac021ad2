package org.yongtong.casework.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.casework.file.Applying;
import org.yongtong.casework.file.CaseClock;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.Deferred;
import org.yongtong.casework.file.Holding;
import org.yongtong.casework.file.State;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.code.CitizenNumber;
import org.yongtong.platform.code.CreditCode;

/**
 * The work queue in SQL: scope compiled in, counts capped, near-due first, keyset paging. Never an
 * exact count, never a search inside a number.
 */
@Repository
class Queue {

  static final int PAGE = 30;

  /** Counts stop here; the page then says 99+. */
  static final int CAP = 100;

  private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{12,50}");
  private static final int TAIL = 12;
  private static final String COLUMNS =
      "SELECT c.id, c.number, c.item_name, c.applicant_kind, c.applicant_name, c.state, c.due_kind,"
          + " c.due_on, c.closed_on, c.changed_at, c.channel, c.extension_asked, c.question_open,"
          + " c.special_due_on, c.department, c.holder_name, c.deferred, c.deferred_papers,"
          + " c.deferred_due_on, c.deferred_to_check, c.deferred_holds, CASE WHEN c.consult_due_on"
          + " IS NULL OR c.department = :own THEN c.consult_due_on ELSE (SELECT k.due_on FROM"
          + " casework.consult k WHERE k.case_id = c.id AND k.department = :own AND k.closed_at IS"
          + " NULL) END AS consult_due FROM casework.case_file c WHERE ";

  private final JdbcClient database;
  private final CaseScope scope;
  private final Holding holding;
  private final CaseFiles files;

  Queue(JdbcClient database, CaseScope scope, Holding holding, CaseFiles files) {
    this.database = database;
    this.scope = scope;
    this.holding = holding;
    this.files = files;
  }

  /**
   * One case of the list.
   *
   * @param applicant masked
   */
  record Row(
      UUID id,
      String number,
      String item,
      String applicant,
      State state,
      CaseClock.Kind dueKind,
      @Nullable LocalDate due,
      @Nullable LocalDate closed,
      Instant since,
      CaseFile.Channel channel,
      boolean extensionAsked,
      boolean questionOpen,
      @Nullable LocalDate specialDue,
      @Nullable LocalDate consultDue,
      String department,
      String holder,
      Deferred deferred) {}

  /**
   * Where the next page begins.
   *
   * @param day due day, closing day for closed cases; null for those without
   */
  record Cursor(@Nullable LocalDate day, UUID id) {

    private static final Pattern TEXT =
        Pattern.compile("(\\d{4}-\\d{2}-\\d{2}|none)_([0-9a-f-]{36})");

    static @Nullable Cursor parse(@Nullable String text) {
      var match = TEXT.matcher(text == null ? "" : text);
      if (!match.matches()) {
        return null;
      }
      try {
        return new Cursor(
            match.group(1).equals("none") ? null : LocalDate.parse(match.group(1)),
            UUID.fromString(match.group(2)));
      } catch (java.time.DateTimeException | IllegalArgumentException forged) {
        return null;
      }
    }

    @Override
    public String toString() {
      return (day == null ? "none" : day.toString()) + "_" + id;
    }
  }

  /**
   * @param count at most {@link #CAP}
   * @param urgent of them due by the given day
   */
  record Tally(int count, int urgent) {}

  /** All tabs counted in one statement. */
  Map<Tab, Tally> tallies(SignedIn me, LocalDate nearUntil) {
    CaseScope.Sql mine = scope.sql(me);
    String sql =
        Arrays.stream(Tab.values())
            .map(
                tab ->
                    ("SELECT '%s' AS tab, count(*) AS n, count(*) FILTER (WHERE due_on <= :near) AS"
                            + " urgent FROM (SELECT c.%s AS due_on FROM casework.case_file c WHERE"
                            + " %s AND %s LIMIT %d) AS capped")
                        .formatted(tab, tab.due(), tab.condition(), mine.where(), CAP))
            .collect(Collectors.joining(" UNION ALL "));
    Map<Tab, Tally> counts = new EnumMap<>(Tab.class);
    database
        .sql(sql)
        .params(mine.parameters())
        .params(viewer(me))
        .param("near", nearUntil)
        .query(
            row -> {
              counts.put(
                  Tab.valueOf(row.getString("tab")),
                  new Tally(row.getInt("n"), row.getInt("urgent")));
            });
    return counts;
  }

  /** A page of a tab and one row more, to know whether another follows. */
  List<Row> list(SignedIn me, Tab tab, @Nullable String taskCode, @Nullable Cursor after) {
    CaseScope.Sql mine = scope.sql(me);
    Map<String, Object> parameters = new HashMap<>(mine.parameters());
    parameters.putAll(viewer(me));
    String sql = COLUMNS + tab.condition() + " AND " + mine.where();
    if (taskCode != null) {
      sql += " AND c.task_code = :task";
      parameters.put("task", taskCode);
    }
    boolean closed = tab == Tab.CLOSED;
    if (after != null) {
      parameters.put("afterId", after.id());
      LocalDate day = after.day();
      if (day == null) {
        sql += " AND c.due_on IS NULL AND c.id > :afterId";
      } else {
        parameters.put("afterDay", day);
        sql +=
            closed
                ? " AND (c.closed_on, c.id) < (:afterDay, :afterId)"
                : " AND ((c.due_on, c.id) > (:afterDay, :afterId) OR c.due_on IS NULL)";
      }
    }
    sql += closed ? " ORDER BY c.closed_on DESC, c.id DESC" : " ORDER BY c.due_on, c.id";
    return database
        .sql(sql + " LIMIT " + (PAGE + 1))
        .params(parameters)
        .query((row, n) -> read(row))
        .list();
  }

  /** What the views ask about the viewer. */
  private Map<String, Object> viewer(SignedIn me) {
    return Map.of(
        "own",
        Objects.requireNonNullElse(me.department(), ""),
        "mine",
        holding.worksFor(me).toArray(String[]::new),
        "turn",
        Tab.turn(me.roles()));
  }

  /**
   * Cases by number (whole, its last twelve, or from its beginning), by the applicant's number or
   * full name; newest first.
   */
  List<Row> search(SignedIn me, String words) {
    CaseScope.Sql mine = scope.sql(me);
    Map<String, Object> parameters = new HashMap<>(mine.parameters());
    parameters.put("own", Objects.requireNonNullElse(me.department(), ""));
    String text = words.strip();
    String code = text.toUpperCase(Locale.ROOT);
    String condition;
    if (CitizenNumber.parse(code).isPresent() || CreditCode.parse(code).isPresent()) {
      condition = "c.applicant_index = :index";
      parameters.put("index", files.applicantIndex(code));
    } else if (NUMBER.matcher(code).matches()) {
      condition = "(c.number LIKE :prefix OR right(c.number, 12) = :tail)";
      parameters.put("prefix", code + "%");
      parameters.put("tail", code.length() == TAIL ? code : "");
    } else {
      condition = "c.applicant_name = :name";
      parameters.put("name", text);
    }
    return database
        .sql(
            COLUMNS
                + condition
                + " AND "
                + mine.where()
                + " ORDER BY c.submitted_at DESC, c.id DESC LIMIT "
                + PAGE)
        .params(parameters)
        .query((row, n) -> read(row))
        .list();
  }

  private static Row read(ResultSet row) throws SQLException {
    var applicant =
        new Applying(
            row.getString("applicant_kind"), row.getString("applicant_name"), "", "", null);
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("item_name"),
        applicant.masked(),
        State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("due_kind"))
            .map(CaseClock.Kind::valueOf)
            .orElse(CaseClock.Kind.NONE),
        row.getObject("due_on", LocalDate.class),
        row.getObject("closed_on", LocalDate.class),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        CaseFile.Channel.valueOf(row.getString("channel")),
        row.getBoolean("extension_asked"),
        row.getBoolean("question_open"),
        row.getObject("special_due_on", LocalDate.class),
        row.getObject("consult_due", LocalDate.class),
        row.getString("department"),
        row.getString("holder_name"),
        Deferred.read(row));
  }
}
