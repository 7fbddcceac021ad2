package org.yongtong.casework.mine;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.identity.SignedIn;

/** The cases of the signed-in applicant; everybody else's do not exist here. */
@Repository
class OwnCases {

  private final JdbcClient database;
  private final CaseFiles files;
  private final CaseScope scope;

  OwnCases(JdbcClient database, CaseFiles files, CaseScope scope) {
    this.database = database;
    this.files = files;
    this.scope = scope;
  }

  /** Where a page of the list ends. */
  record Cursor(Instant submittedAt, UUID id) {

    /** The cursor in an address; one that was forged means the first page. */
    static @Nullable Cursor parse(@Nullable String text) {
      if (text == null || !text.matches("[0-9]{1,19}-[0-9a-f-]{36}")) {
        return null;
      }
      int dash = text.indexOf('-');
      try {
        long micros = Long.parseLong(text.substring(0, dash));
        return new Cursor(
            Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000),
            UUID.fromString(text.substring(dash + 1)));
      } catch (IllegalArgumentException forged) {
        return null;
      }
    }

    static Cursor after(CaseFile file) {
      return new Cursor(file.submittedAt(), file.id());
    }

    @Override
    public String toString() {
      return submittedAt.getEpochSecond() * 1_000_000 + submittedAt.getNano() / 1_000 + "-" + id;
    }
  }

  /** Newest first. */
  List<CaseFile> list(SignedIn me, @Nullable Cursor after, int limit) {
    CaseScope.Sql own = scope.sql(me);
    Map<String, Object> parameters = new HashMap<>(own.parameters());
    parameters.put("limit", limit);
    String beyond = "";
    if (after != null) {
      beyond = " AND (c.submitted_at, c.id) < (:at, :id)";
      parameters.put("at", OffsetDateTime.ofInstant(after.submittedAt(), ZoneOffset.UTC));
      parameters.put("id", after.id());
    }
    return database
        .sql(
            "SELECT c.* FROM casework.case_file c WHERE "
                + own.where()
                + beyond
                + " ORDER BY c.submitted_at DESC, c.id DESC LIMIT :limit")
        .params(parameters)
        .query((row, n) -> files.read(row))
        .list();
  }

  /** How many wait for the applicant, at most 100. */
  int waiting(SignedIn me) {
    CaseScope.Sql own = scope.sql(me);
    return database
        .sql(
            "SELECT count(*) FROM (SELECT 1 FROM casework.case_file c WHERE "
                + own.where()
                + " AND c.closed_on IS NULL AND (c.state IN ('CORRECTING', 'APPROVED', 'REFUSED')"
                + " OR c.question_open OR c.deferred_due_on IS NOT NULL) LIMIT 100) waiting")
        .params(own.parameters())
        .query(Integer.class)
        .single();
  }

  Optional<CaseFile> find(UUID id, SignedIn me) {
    return files.find(id).filter(file -> scope.sees(me, file));
  }

  /** The case, or 404 as if it did not exist. */
  CaseFile own(UUID id, SignedIn me) {
    return find(id, me).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
