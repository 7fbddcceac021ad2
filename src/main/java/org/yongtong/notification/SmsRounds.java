package org.yongtong.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Runs {@link SmsDelivery} while the application runs: at once after a commit on this node, every
 * few seconds for retries and for what another node left behind.
 */
@Component
class SmsRounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SmsRounds.class);
  private static final Duration BETWEEN = Duration.ofSeconds(3);

  private final SmsDelivery delivery;
  private volatile @Nullable Thread thread;

  SmsRounds(SmsDelivery delivery) {
    this.delivery = delivery;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("sms-delivery").start(this::run);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          delivery.deliverDue();
        } catch (DataAccessException unreachable) {
          LOG.warn("Text messages wait: {}", unreachable.getClass().getSimpleName());
        }
        delivery.bell().await(BETWEEN);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
      try {
        running.join(Duration.ofSeconds(5));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** After the city pack, before the web server. */
  @Override
  public int getPhase() {
    return 100;
  }
}
