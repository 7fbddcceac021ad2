package org.yongtong.platform.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one caller, a network address or an account, may do something in a minute. Kept per
 * node; whoever called longest ago is forgotten first, so that memory stays bounded.
 */
public final class RateLimit {

  private static final int CALLERS_REMEMBERED = 20_000;

  private final int times;
  private final TimeMeter time;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > CALLERS_REMEMBERED;
        }
      };

  private RateLimit(int times, TimeMeter time) {
    this.times = times;
    this.time = time;
  }

  /**
   * @param times a minute, all at once or spread over it
   */
  public static RateLimit perMinute(int times, Clock clock) {
    return new RateLimit(times, new ClockTime(clock));
  }

  /** Takes one of the caller's chances of this minute; false when there is none left. */
  public boolean allows(String caller) {
    return bucket(caller).tryConsume(1);
  }

  /** Gives a chance back that was not used after all. */
  public void giveBack(String caller) {
    bucket(caller).addTokens(1);
  }

  private Bucket bucket(String caller) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(
          network(caller),
          ignored ->
              Bucket.builder()
                  .addLimit(
                      limit -> limit.capacity(times).refillGreedy(times, Duration.ofMinutes(1)))
                  .withCustomTimePrecision(time)
                  .build());
    }
  }

  /** A subscriber of IPv6 owns a whole /64; anything else stands for itself. */
  static String network(String caller) {
    String[] groups = caller.split(":", -1);
    return groups.length < 8
        ? caller
        : String.join(":", groups[0], groups[1], groups[2], groups[3]);
  }

  private record ClockTime(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return clock.millis() * 1_000_000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
