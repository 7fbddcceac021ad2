package org.yongtong.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.YongtongTest;
import org.yongtong.platform.crypto.FieldCipher;

/**
 * Works in transactions that are rolled back, so that the running delivery never sees these
 * messages, on a clock of its own.
 */
@YongtongTest
class SmsDeliveryDbTest {

  private static final String PHONE = "19900000002";

  @Autowired Letters letters;
  @Autowired SmsDelivery running;
  @Autowired Outbox outbox;
  @Autowired FieldCipher cipher;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  private final Gateway gateway = new Gateway();
  private final MovingClock clock = new MovingClock();

  @Test
  void theSameEffectIsSentOnce() {
    rolledBack(
        () -> {
          var effect = effect();
          post().send(letter(effect));
          post().send(letter(effect));
          delivery().deliverDue();
          delivery().deliverDue();
          assertThat(gateway.received(effect))
              .containsExactly(new Received(PHONE, "【邕通】已受理：请留意进度。", effect));
          assertThat(state(effect).sent()).isTrue();
        });
  }

  @Test
  void aFailureIsTriedAgainLaterUnderTheSameEffect() {
    rolledBack(
        () -> {
          var effect = effect();
          post().send(letter(effect));
          gateway.down = true;
          delivery().deliverDue();
          assertThat(state(effect)).isEqualTo(new State(1, false, false, "运营商繁忙"));

          delivery().deliverDue();
          assertThat(state(effect).tries()).as("not before its time").isEqualTo(1);

          clock.forward(Duration.ofSeconds(61));
          gateway.down = false;
          delivery().deliverDue();
          assertThat(state(effect)).isEqualTo(new State(2, true, false, null));
          assertThat(gateway.received(effect)).hasSize(1);
        });
  }

  @Test
  void triesGrowRarerUpToOneAnHour() {
    rolledBack(
        () -> {
          var effect = effect();
          post().send(letter(effect));
          gateway.down = true;
          var waits = new ArrayList<Long>();
          for (int i = 0; i < 9; i++) {
            delivery().deliverDue();
            Duration wait = Duration.between(clock.instant(), nextTry(effect));
            waits.add(wait.toMinutes());
            clock.forward(wait);
          }
          assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        });
  }

  @Test
  void aMessageOlderThanADayIsGivenUp() {
    rolledBack(
        () -> {
          var effect = effect();
          post().send(letter(effect));
          gateway.down = true;
          delivery().deliverDue();
          clock.forward(SmsDelivery.GIVE_UP_AFTER);
          delivery().deliverDue();
          assertThat(state(effect)).isEqualTo(new State(2, false, true, "运营商繁忙"));

          gateway.down = false;
          clock.forward(Duration.ofDays(1));
          delivery().deliverDue();
          assertThat(gateway.received(effect)).isEmpty();
        });
  }

  @Test
  void aRefusedMessageIsNotTriedAgain() {
    rolledBack(
        () -> {
          var effect = effect();
          post().send(letter(effect));
          gateway.refusal = "空号";
          delivery().deliverDue();
          assertThat(state(effect)).isEqualTo(new State(1, false, true, "空号"));
        });
  }

  @Test
  void aDefectOfTheGatewayIsKeptByItsNameOnly() {
    rolledBack(
        () -> {
          var effect = effect();
          post().send(letter(effect));
          gateway.defect = true;
          delivery().deliverDue();
          assertThat(state(effect).reason()).isEqualTo("IllegalStateException");
        });
  }

  @Test
  void aLetterThatWasRolledBackIsNeverSent() {
    var effect = effect();
    rolledBack(() -> letters.send(letter(effect)));
    running.deliverDue();
    assertThat(sandbox(effect)).isEmpty();
  }

  @Test
  void theSandboxKeepsWhatItReceivedWithThePhoneEncrypted() {
    var effect = effect();
    letters.send(letter(effect));
    running.deliverDue();
    assertThat(sandbox(effect)).hasSize(1).noneMatch(this::showsThePhone);
    assertThat(
            database
                .sql("SELECT o::text FROM notification.outbox o WHERE effect = :effect")
                .param("effect", effect)
                .query(String.class)
                .single())
        .matches(row -> !showsThePhone(row), "does not show the phone");
  }

  @Test
  void theSandboxDropsARepetition() {
    var effect = effect();
    letters.send(letter(effect));
    running.deliverDue();
    // the answer got lost: the message is still to be sent for the outbox
    database
        .sql(
            "UPDATE notification.outbox SET sent_at = NULL, next_try_at = queued_at WHERE effect ="
                + " :effect")
        .param("effect", effect)
        .update();
    running.deliverDue();
    assertThat(state(effect)).isEqualTo(new State(2, true, false, null));
    assertThat(sandbox(effect)).hasSize(1);
  }

  @Test
  void withoutAPhoneNoMessageIsQueued() {
    var effect = effect();
    letters.send(new Letter(UUID.randomUUID(), null, "已受理", "请留意进度。", null, effect));
    assertThat(
            database
                .sql("SELECT count(*) FROM notification.outbox WHERE effect = :effect")
                .param("effect", effect)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aLetterLinksToThisSiteOnly() {
    assertThatThrownBy(
            () ->
                letters.send(
                    new Letter(UUID.randomUUID(), null, "已受理", "", "//evil.example", effect())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private boolean showsThePhone(String row) {
    return row.contains(PHONE)
        || row.contains(HexFormat.of().formatHex(PHONE.getBytes(StandardCharsets.UTF_8)));
  }

  private void rolledBack(Runnable work) {
    transaction.executeWithoutResult(
        each -> {
          work.run();
          each.setRollbackOnly();
        });
  }

  private Letters post() {
    return new PostOffice(database, cipher, delivery(), clock);
  }

  private SmsDelivery delivery() {
    return new SmsDelivery(outbox, gateway, cipher, clock);
  }

  private static Letter letter(String effect) {
    return new Letter(null, PHONE, "已受理", "请留意进度。", null, effect);
  }

  private static String effect() {
    return "test:" + UUID.randomUUID();
  }

  private List<String> sandbox(String effect) {
    return database
        .sql("SELECT s::text FROM notification.sandbox_message s WHERE effect = :effect")
        .param("effect", effect)
        .query(String.class)
        .list();
  }

  private State state(String effect) {
    return database
        .sql(
            """
            SELECT tries, sent_at IS NOT NULL AS sent, failed_at IS NOT NULL AS failed, reason
            FROM notification.outbox WHERE effect = :effect
            """)
        .param("effect", effect)
        .query(State.class)
        .single();
  }

  private Instant nextTry(String effect) {
    return database
        .sql("SELECT next_try_at FROM notification.outbox WHERE effect = :effect")
        .param("effect", effect)
        .query(java.time.OffsetDateTime.class)
        .single()
        .toInstant();
  }

  record State(int tries, boolean sent, boolean failed, @Nullable String reason) {}

  record Received(String phone, String text, String effect) {}

  /** A gateway that does as the test says. */
  private static final class Gateway implements SmsGateway {
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean down;
    private volatile boolean defect;
    private volatile @Nullable String refusal;

    @Override
    public Answer send(String phone, String text, String effect) {
      if (down) {
        throw new SmsGatewayUnavailable("运营商繁忙");
      }
      if (defect) {
        throw new IllegalStateException("cannot send to " + phone);
      }
      String reason = refusal;
      if (reason != null) {
        return new Answer.Refused(reason);
      }
      received.add(new Received(phone, text, effect));
      return new Answer.Accepted();
    }

    List<Received> received(String effect) {
      return received.stream().filter(each -> each.effect().equals(effect)).toList();
    }
  }

  private static final class MovingClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
