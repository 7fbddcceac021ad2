package org.yongtong.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.yongtong.platform.crypto.Sm3;

/**
 * A row exactly as stored: payload as its text, times in microseconds since 1970. The hash covers
 * everything but the transaction id, which only the database knows; that is covered by the leaf of
 * the seal.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Row(
    long position,
    long tx,
    String subjectType,
    String subjectId,
    String kind,
    String actor,
    @Nullable String onBehalfOf,
    String actorName,
    @Nullable String division,
    @Nullable String department,
    long at,
    @Nullable Long dueAt,
    String payload,
    byte[] hash) {

  static final String COLUMNS =
      "position, tx::text AS tx, subject_type, subject_id, kind, actor, on_behalf_of, actor_name,"
          + " division, department, at, due_at, payload::text AS payload, hash";
  private static final String FORMAT = "yongtong-journal-1";
  private static final byte[] UNKNOWN = {};

  /** The row that records {@code act}, with its hash; the transaction id is not known yet. */
  static Row of(long position, Act act, Instant at) {
    var row =
        new Row(
            position,
            0,
            act.subject().type(),
            act.subject().id(),
            act.kind(),
            act.actor().id(),
            act.actor().onBehalfOf(),
            act.actor().name(),
            act.division(),
            act.department(),
            micros(at),
            act.dueAt() == null ? null : micros(act.dueAt()),
            CanonicalJson.write(act.payload()),
            UNKNOWN);
    return row.with(0, row.computedHash());
  }

  static Row of(Entry entry) {
    return of(entry.position(), entry.act(), entry.at())
        .with(entry.tx(), HexFormat.of().parseHex(entry.hash()));
  }

  static Row read(ResultSet from) throws SQLException {
    OffsetDateTime due = from.getObject("due_at", OffsetDateTime.class);
    return new Row(
        from.getLong("position"),
        Long.parseUnsignedLong(from.getString("tx")),
        from.getString("subject_type"),
        from.getString("subject_id"),
        from.getString("kind"),
        from.getString("actor"),
        from.getString("on_behalf_of"),
        from.getString("actor_name"),
        from.getString("division"),
        from.getString("department"),
        micros(from.getObject("at", OffsetDateTime.class).toInstant()),
        due == null ? null : micros(due.toInstant()),
        from.getString("payload"),
        from.getBytes("hash"));
  }

  Row with(long newTx, byte[] newHash) {
    return new Row(
        position,
        newTx,
        subjectType,
        subjectId,
        kind,
        actor,
        onBehalfOf,
        actorName,
        division,
        department,
        at,
        dueAt,
        payload,
        newHash);
  }

  /** The same content as if it stood at another position. */
  Row movedTo(long newPosition) {
    return new Row(
        newPosition,
        tx,
        subjectType,
        subjectId,
        kind,
        actor,
        onBehalfOf,
        actorName,
        division,
        department,
        at,
        dueAt,
        payload,
        hash);
  }

  /** SM3 over the canonical form, see docs/adr/0003-journal.md. */
  byte[] computedHash() {
    return Sm3.digest(canonical());
  }

  Entry entry() {
    return new Entry(
        position,
        tx,
        instant(at),
        new Act(
            new Subject(subjectType, subjectId),
            kind,
            new Actor(actor, onBehalfOf, actorName),
            division,
            department,
            dueAt == null ? null : instant(dueAt),
            CanonicalJson.read(payload)),
        HexFormat.of().formatHex(hash));
  }

  private byte[] canonical() {
    return fields(
        FORMAT,
        Long.toString(position),
        subjectType,
        subjectId,
        kind,
        actor,
        onBehalfOf,
        actorName,
        division,
        department,
        Long.toString(at),
        dueAt == null ? null : dueAt.toString(),
        payload);
  }

  /**
   * Fields one after the other, each as four bytes of length (big-endian, -1 for an absent field)
   * and its UTF-8 bytes: no two different lists of fields have the same bytes.
   */
  static byte[] fields(@Nullable String... values) {
    var bytes = new ByteArrayOutputStream(512);
    try (var out = new DataOutputStream(bytes)) {
      for (String value : values) {
        if (value == null) {
          out.writeInt(-1);
        } else {
          byte[] text = value.getBytes(StandardCharsets.UTF_8);
          out.writeInt(text.length);
          out.write(text);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
