package org.yongtong.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yongtong.platform.crypto.FieldCipher;

/**
 * Carries waiting text messages to the gateway: at least once, each under its stable effect id, so
 * that the gateway can drop a repetition. A message that could not be handed over within a day is
 * given up: by then it would confuse more than help.
 */
@Component
class SmsDelivery {

  static final Duration GIVE_UP_AFTER = Duration.ofHours(24);
  private static final Logger LOG = LoggerFactory.getLogger(SmsDelivery.class);
  private static final int AT_ONCE = 20;

  private final Outbox outbox;
  private final SmsGateway gateway;
  private final FieldCipher cipher;
  private final Clock clock;
  private final ReentrantLock round = new ReentrantLock();
  private final Bell bell = new Bell();

  SmsDelivery(Outbox outbox, SmsGateway gateway, FieldCipher cipher, Clock clock) {
    this.outbox = outbox;
    this.gateway = gateway;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** Something new is waiting. */
  void wake() {
    bell.ring();
  }

  Bell bell() {
    return bell;
  }

  /** Tries everything whose time has come; returns when each has its answer. */
  void deliverDue() {
    round.lock();
    try {
      List<Outbox.Waiting> taken;
      do {
        taken = outbox.take(clock.instant(), AT_ONCE);
        deliver(taken);
      } while (taken.size() == AT_ONCE);
    } finally {
      round.unlock();
    }
  }

  private void deliver(List<Outbox.Waiting> taken) {
    Map<UUID, Future<SmsGateway.Answer>> answers = new HashMap<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Outbox.Waiting message : taken) {
        Callable<SmsGateway.Answer> handOver =
            () ->
                gateway.send(
                    cipher.decrypt(message.phoneCipher()), message.text(), message.effect());
        answers.put(message.id(), threads.submit(handOver));
      }
    }
    taken.forEach(message -> note(message, Objects.requireNonNull(answers.get(message.id()))));
  }

  private void note(Outbox.Waiting message, Future<SmsGateway.Answer> answer) {
    Instant now = clock.instant();
    try {
      switch (answer.get()) {
        case SmsGateway.Answer.Accepted ignored -> outbox.sent(message.id(), now);
        case SmsGateway.Answer.Refused refused -> giveUp(message, refused.reason(), now);
      }
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      // the text of an unknown failure may quote the message, so only our own is kept
      String reason =
          cause instanceof SmsGatewayUnavailable
              ? String.valueOf(cause.getMessage())
              : cause.getClass().getSimpleName();
      if (now.isBefore(message.queuedAt().plus(GIVE_UP_AFTER))) {
        outbox.notYet(message.id(), reason);
      } else {
        giveUp(message, reason, now);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void giveUp(Outbox.Waiting message, String reason, Instant now) {
    outbox.givenUp(message.id(), reason, now);
    LOG.warn("Text message {} was given up: {}", message.id(), reason);
  }
}
