package org.yongtong.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.YongtongTest;

/** What a database administrator changes behind the application's back is found and named. */
@YongtongTest
@Timeout(120)
class VerificationDbTest {

  @Autowired Journal journal;
  @Autowired Seals seals;
  @Autowired SealStore store;
  @Autowired Sealer sealer;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate database;
  @Autowired DataSource pool;
  @Autowired Clock clock;

  private List<Entry> entries = List.of();
  private Superuser superuser;

  @BeforeEach
  void threeSealedEntries() throws SQLException {
    entries = SealedEntries.sealed(journal, transaction, sealer, seals, 3);
    superuser = Superuser.of(pool);
  }

  @AfterEach
  void undo() throws SQLException {
    superuser.close();
  }

  @Test
  void anUntouchedJournalIsIntact() throws Exception {
    Verdict verdict = verify();

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.intact()).isTrue();
    assertThat(verdict.sealedRows()).isGreaterThanOrEqualTo(3);
    assertThat(verdict.head()).isNotNull();
  }

  @Test
  void anEditedRowIsNamed() throws Exception {
    change("UPDATE journal.entry SET payload = '{\"amount\":101}' WHERE position = " + position(1));

    assertFound(Fault.EDITED, position(1));
  }

  @Test
  void anEditedRowWithARecomputedHashIsNamed() throws Exception {
    Row row = store.row(position(1)).orElseThrow();
    Act act = entries.get(1).act();
    Row forged =
        Row.of(
            row.position(),
            new Act(
                act.subject(),
                "test.forged",
                act.actor(),
                act.division(),
                null,
                null,
                act.payload()),
            entries.get(1).at());
    change(
        "UPDATE journal.entry SET kind = 'test.forged', hash = '\\x%s' WHERE position = %d"
            .formatted(HexFormat.of().formatHex(forged.hash()), row.position()));

    assertFound(Fault.EDITED, position(1));
  }

  @Test
  void anEditedHashOrTransactionIsNamed() throws Exception {
    change("UPDATE journal.entry SET hash = '\\x00' WHERE position = " + position(0));
    change("UPDATE journal.entry SET tx = '3' WHERE position = " + position(1));
    change("UPDATE journal.entry SET tx = '900000000' WHERE position = " + position(2));

    assertThat(verify().findings())
        .extracting(Finding::fault, Finding::position)
        .containsExactlyInAnyOrder(
            found(Fault.EDITED, position(0)),
            found(Fault.EDITED, position(1)),
            found(Fault.EDITED, position(2)));
  }

  @Test
  void aDeletedRowIsNamed() throws Exception {
    change("DELETE FROM journal.entry WHERE position = " + position(1));

    assertFound(Fault.DELETED, position(1));
  }

  @Test
  void aRowInsertedAmongSealedOnesIsNamed() throws Exception {
    change(insertCopy(900_000_000_000L, "tx", "at"));

    assertFound(Fault.INSERTED, 900_000_000_000L);
  }

  @Test
  void aSecondRowAtTheSamePositionIsNamed() throws Exception {
    change(insertCopy(position(1), "tx", "at + interval '1 second'"));

    assertFound(Fault.INSERTED, position(1));
  }

  @Test
  void aNewRowDatedBackIsNamed() throws Exception {
    Row row = store.row(position(1)).orElseThrow();
    Entry entry = row.entry();
    Row old = Row.of(900_000_000_001L, entry.act(), entry.at().minus(java.time.Duration.ofDays(3)));
    change(insertCopy(old.position(), "'900000000'::xid8", "at - interval '3 days'"));
    change(
        "UPDATE journal.entry SET hash = '\\x%s' WHERE position = %d"
            .formatted(HexFormat.of().formatHex(old.hash()), old.position()));

    assertFound(Fault.BACKDATED, old.position());
  }

  @Test
  void swappedContentsAreNamed() throws Exception {
    change(
        """
        UPDATE journal.entry a SET kind = b.kind, at = b.at, payload = b.payload, hash = b.hash
        FROM journal.entry b
        WHERE (a.position = %1$d AND b.position = %2$d) OR (a.position = %2$d AND b.position = %1$d)
        """
            .formatted(position(0), position(2)));

    assertThat(verify().findings())
        .extracting(Finding::fault, Finding::position, Finding::other)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(Fault.SWAPPED, position(0), position(2)));
  }

  @Test
  void swappedPositionsAreNamed() throws Exception {
    change(
        "UPDATE journal.entry SET position = -position WHERE position IN (%d, %d)"
            .formatted(position(0), position(2)));
    change(
        "UPDATE journal.entry SET position = %d WHERE position = -%d"
            .formatted(position(2), position(0)));
    change(
        "UPDATE journal.entry SET position = %d WHERE position = -%d"
            .formatted(position(0), position(2)));

    assertThat(verify().findings())
        .extracting(Finding::fault, Finding::position, Finding::other)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(Fault.SWAPPED, position(0), position(2)));
  }

  @Test
  void aSealMadeToFitAForgedRowIsNamed() throws Exception {
    long number = sealOf(1);
    change(
        "UPDATE journal.seal SET root = '\\x%s' WHERE number = %d"
            .formatted("ab".repeat(32), number));

    assertThat(verify().findings())
        .extracting(Finding::fault, Finding::seal)
        .containsExactly(org.assertj.core.api.Assertions.tuple(Fault.SEAL_BROKEN, number));
  }

  @Test
  void aMissingSealAndItsRowsAreNamed() throws Exception {
    long number = sealOf(1);
    SealedEntries.sealed(journal, transaction, sealer, seals, 1);
    superuser.close();
    superuser = Superuser.of(pool);
    change("DELETE FROM journal.seal WHERE number = " + number);

    assertThat(verify().findings())
        .extracting(Finding::fault)
        .contains(Fault.SEAL_MISSING, Fault.INSERTED);
  }

  @Test
  void aSignatureByAnotherKeyIsNamed() throws Exception {
    long number = sealOf(1);
    change("UPDATE journal.seal SET signature = '\\x3006020101020101' WHERE number = " + number);

    assertThat(verify().findings())
        .extracting(Finding::fault, Finding::seal)
        .containsExactly(org.assertj.core.api.Assertions.tuple(Fault.SIGNATURE_WRONG, number));
  }

  @Test
  void aTailCutOffWithItsSealsIsFoundByTheHeadKeptElsewhere() throws Exception {
    String head = store.last().orElseThrow().hash();
    superuser.close();
    superuser = Superuser.of(pool);
    Seal last = store.last().orElseThrow();
    long cut = Math.min(last.number(), sealOf(0));
    change(
        "DELETE FROM journal.entry e USING journal.seal s WHERE s.number >= %d AND e.position = ANY (s.positions)"
            .formatted(cut));
    superuser.execute(
        "DELETE FROM journal.entry e WHERE e.tx > (SELECT max(last_tx) FROM journal.seal)");
    change("DELETE FROM journal.seal WHERE number >= " + cut);

    assertThat(verify().findings()).isEmpty();
    assertThat(JournalRead.verify(superuser.connection(), head).findings())
        .extracting(Finding::fault)
        .containsExactly(Fault.TAIL_MISSING);
  }

  @Test
  void aDumpIsVerifiedOfflineAsTheTableIs() throws Exception {
    var intact = new ByteArrayOutputStream();
    Dump.End end = Dump.write(superuser.connection(), clock.instant(), intact);
    Verdict good = Dump.verify(new ByteArrayInputStream(intact.toByteArray()), end.head());
    assertThat(good.findings()).isEmpty();
    assertThat(good.rows()).isEqualTo(end.rows());
    assertThat(good.seals()).isEqualTo(end.seals());

    change("DELETE FROM journal.entry WHERE position = " + position(1));
    var tampered = new ByteArrayOutputStream();
    Dump.write(superuser.connection(), clock.instant(), tampered);
    assertThat(Dump.verify(new ByteArrayInputStream(tampered.toByteArray()), null).findings())
        .extracting(Finding::fault, Finding::position)
        .containsExactly(found(Fault.DELETED, position(1)));
  }

  @Test
  void anInclusionProofHoldsAndFailsWhenAnythingChanges() {
    Entry entry = entries.get(1);
    InclusionProof proof = seals.proof(entry.position()).orElseThrow();
    assertThat(seals.verify(proof, entry)).isTrue();
    assertThat(seals.verify(proof, journal.about(entry.subject()).get(1))).isTrue();

    Act act = entry.act();
    var otherAct =
        new Act(
            act.subject(), "test.other", act.actor(), act.division(), null, null, act.payload());
    assertThat(
            seals.verify(
                proof, new Entry(entry.position(), entry.tx(), entry.at(), otherAct, entry.hash())))
        .isFalse();
    assertThat(
            seals.verify(
                proof, new Entry(entry.position(), entry.tx() + 1, entry.at(), act, entry.hash())))
        .isFalse();
    assertThat(seals.verify(proof, entries.get(0))).isFalse();

    List<String> path = new ArrayList<>(proof.path());
    path.add("00".repeat(32));
    assertThat(
            seals.verify(
                new InclusionProof(proof.position(), proof.index(), path, proof.seal()), entry))
        .isFalse();
    Seal seal = proof.seal();
    var forged =
        new Seal(
            seal.number(),
            seal.firstTx(),
            seal.firstPosition(),
            seal.lastTx(),
            seal.lastPosition(),
            seal.count(),
            seal.root(),
            seal.previous(),
            seal.positionsHash(),
            seal.keyId(),
            seal.sealedAt().plusSeconds(1),
            seal.hash(),
            seal.signature());
    assertThat(
            seals.verify(
                new InclusionProof(proof.position(), proof.index(), proof.path(), forged), entry))
        .isFalse();
  }

  private void change(String sql) throws SQLException {
    assertThat(superuser.execute(sql)).as(sql).isPositive();
  }

  private String insertCopy(long position, String tx, String at) {
    return """
    INSERT INTO journal.entry (position, tx, subject_type, subject_id, kind, actor, actor_name, division, at, payload, hash)
    SELECT %d, %s, subject_type, subject_id, kind, actor, actor_name, division, %s, payload, hash
    FROM journal.entry WHERE position = %d
    """
        .formatted(position, tx, at, position(1));
  }

  private void assertFound(Fault fault, long position) throws Exception {
    assertThat(verify().findings())
        .extracting(Finding::fault, Finding::position)
        .containsExactly(found(fault, position));
  }

  private static org.assertj.core.groups.Tuple found(Fault fault, long position) {
    return org.assertj.core.api.Assertions.tuple(fault, position);
  }

  private Verdict verify() throws Exception {
    return JournalRead.verify(superuser.connection(), null);
  }

  private long position(int index) {
    return entries.get(index).position();
  }

  private long sealOf(int index) {
    return seals.proof(position(index)).orElseThrow().seal().number();
  }
}
