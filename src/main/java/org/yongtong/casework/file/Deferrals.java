package org.yongtong.casework.file;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.catalogue.ServiceItem.Before;
import org.yongtong.catalogue.ServiceItem.OnMissed;
import org.yongtong.platform.crypto.FieldCipher;
import org.yongtong.platform.crypto.Sm3;
import tools.jackson.databind.json.JsonMapper;

/** Promises to hand papers in later, and how each paper stands. */
@Repository
public class Deferrals {

  /** So long a broken promise keeps an applicant from making another. */
  public static final int BARRED_MONTHS = 12;

  private final JdbcClient database;
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final Clock clock;

  Deferrals(JdbcClient database, FieldCipher cipher, JsonMapper json, Clock clock) {
    this.database = database;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  /** Papers of a case that were promised for later, in the order of their names. */
  public List<Deferral> of(UUID caseId) {
    return database
        .sql("SELECT * FROM casework.deferral WHERE case_id = :case ORDER BY name, paper")
        .param("case", caseId)
        .query((row, n) -> read(row))
        .list();
  }

  public Optional<Deferral> find(UUID caseId, String paper) {
    return of(caseId).stream().filter(one -> one.paper().equals(paper)).findFirst();
  }

  /** What was promised, as it was shown; empty when nothing was. */
  public List<String> promise(UUID caseId) {
    return database
        .sql("SELECT content FROM casework.promise WHERE case_id = :case")
        .param("case", caseId)
        .query(byte[].class)
        .optional()
        .map(content -> List.of(json.readValue(cipher.decrypt(content), String[].class)))
        .orElse(List.of());
  }

  /** Until the end of the transaction nobody else promises for this applicant. */
  public void lockApplicant(String code) {
    database
        .sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "promise:" + HexFormat.of().formatHex(index(code)))
        .query((row, n) -> n)
        .single();
  }

  private byte[] index(String code) {
    return cipher.blindIndex(CaseFiles.CODE_DOMAIN, code);
  }

  /**
   * Why this applicant cannot promise papers now, in a sentence; empty when he can.
   *
   * @param code citizen number or credit code
   */
  public Optional<String> barred(String code) {
    return database
        .sql(
            """
            SELECT state FROM casework.promise
            WHERE applicant_index = :index
              AND (state = 'OPEN' OR (state = 'BROKEN' AND settled_on > :since))
            ORDER BY state LIMIT 1
            """)
        .param("index", index(code))
        .param("since", LocalDate.now(clock).minusMonths(BARRED_MONTHS))
        .query(String.class)
        .optional()
        .map(
            state ->
                state.equals("OPEN")
                    ? "您还有一个办件的容缺材料没有补齐，补齐以后才能再次容缺办理。"
                    : "您在 %d 个月以内有没有履行的容缺承诺，这次不能容缺办理。".formatted(BARRED_MONTHS));
  }

  /** Keeps the promise of a new case; gives the SM3 of its text. */
  public String promise(CaseFile file, List<Deferral> papers, List<String> text, UUID by) {
    database
        .sql(
            """
            INSERT INTO casework.promise (case_id, applicant_index, content, promised_at, promised_by, state)
            VALUES (:case, :index, :content, :at, :by, 'OPEN')
            """)
        .param("case", file.id())
        .param("index", index(file.applicant().code()))
        .param("content", cipher.encrypt(json.writeValueAsString(text)))
        .param("at", OffsetDateTime.now(clock))
        .param("by", by)
        .update();
    for (Deferral paper : papers) {
      database
          .sql(
              """
              INSERT INTO casework.deferral (case_id, paper, name, days, way, missed, before, stage)
              VALUES (:case, :paper, :name, :days, :way, :missed, :before, :stage)
              """)
          .param("case", file.id())
          .param("paper", paper.paper())
          .param("name", paper.name())
          .param("days", paper.days())
          .param("way", paper.way())
          .param("missed", paper.missed().name())
          .param("before", paper.before().name())
          .param("stage", paper.stage().name())
          .update();
    }
    return digest(text);
  }

  /** SM3 of a promise's text, hex. */
  public String digest(List<String> text) {
    return HexFormat.of()
        .formatHex(Sm3.digest(json.writeValueAsString(text).getBytes(StandardCharsets.UTF_8)));
  }

  /** The one-time correction notice asks for some of them now. */
  public void recall(UUID caseId, Set<String> papers) {
    database
        .sql(
            "UPDATE casework.deferral SET stage = 'RELEASED' WHERE case_id = :case AND stage ="
                + " 'PROMISED' AND paper = ANY (:papers)")
        .param("case", caseId)
        .param("papers", papers.toArray(String[]::new))
        .update();
  }

  /**
   * Accepted: the days run.
   *
   * @param last paper → last day
   */
  public void begin(UUID caseId, Map<String, LocalDate> last) {
    last.forEach(
        (paper, day) ->
            database
                .sql(
                    "UPDATE casework.deferral SET stage = 'DUE', due_on = :day, begun_on = :today"
                        + " WHERE case_id = :case AND paper = :paper AND stage = 'PROMISED'")
                .param("day", day)
                .param("today", LocalDate.now(clock))
                .param("case", caseId)
                .param("paper", paper)
                .update());
  }

  public void handedIn(UUID caseId, String paper) {
    stage(caseId, paper, Deferral.Stage.HANDED_IN, 1, List.of());
  }

  public void madeGood(UUID caseId, String paper) {
    stage(caseId, paper, Deferral.Stage.MADE_GOOD, 0, List.of());
  }

  public void returned(UUID caseId, String paper, List<String> wrong) {
    stage(caseId, paper, Deferral.Stage.RETURNED, 0, wrong);
  }

  public void missed(UUID caseId, List<Deferral> papers) {
    papers.forEach(one -> stage(caseId, one.paper(), Deferral.Stage.MISSED, 0, one.wrong()));
  }

  private void stage(
      UUID caseId, String paper, Deferral.Stage stage, int tries, List<String> wrong) {
    database
        .sql(
            "UPDATE casework.deferral SET stage = :stage, tries = tries + :tries, wrong = :wrong"
                + " WHERE case_id = :case AND paper = :paper")
        .param("stage", stage.name())
        .param("tries", tries)
        .param("wrong", wrong.toArray(String[]::new))
        .param("case", caseId)
        .param("paper", paper)
        .update();
  }

  /**
   * What is left, after the case was changed: what ends releases what it waited for, and the
   * promise is kept, broken or released.
   */
  Deferred settle(CaseFile file) {
    boolean over = file.state().closed() || file.state() == State.REFUSED;
    if (over) {
      database
          .sql(
              "UPDATE casework.deferral SET stage = 'RELEASED' WHERE case_id = :case AND stage IN"
                  + " ('PROMISED', 'DUE', 'HANDED_IN', 'RETURNED')")
          .param("case", file.id())
          .update();
    }
    List<Deferral> all = of(file.id());
    Deferred now = Deferred.of(all);
    String state =
        switch (now.stage()) {
          case MISSED -> "BROKEN";
          case NONE, PROMISED, OPEN -> "OPEN";
          case DONE ->
              all.stream().anyMatch(one -> one.stage() == Deferral.Stage.MADE_GOOD)
                  ? "KEPT"
                  : "RELEASED";
        };
    database
        .sql(
            "UPDATE casework.promise SET state = :state, settled_on = :settled WHERE case_id ="
                + " :case AND state <> :state")
        .param("state", state)
        .param("settled", state.equals("OPEN") ? null : LocalDate.now(clock), Types.DATE)
        .param("case", file.id())
        .update();
    return over ? now.over() : now;
  }

  private static Deferral read(ResultSet row) throws SQLException {
    return new Deferral(
        row.getString("paper"),
        row.getString("name"),
        row.getInt("days"),
        row.getString("way"),
        OnMissed.valueOf(row.getString("missed")),
        Before.valueOf(row.getString("before")),
        Deferral.Stage.valueOf(row.getString("stage")),
        row.getObject("due_on", LocalDate.class),
        row.getInt("tries"),
        List.of((String[]) row.getArray("wrong").getArray()));
  }
}
