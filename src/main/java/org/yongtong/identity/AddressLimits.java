package org.yongtong.identity;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many refused sign-ins one network address may cause in a minute, against trying stolen
 * passwords on many accounts. Kept per node; a whole hall behind one address must still get in, so
 * a sign-in that succeeds costs nothing.
 */
@Component
class AddressLimits {

  private static final int ADDRESSES_REMEMBERED = 20_000;

  private final int perMinute;
  private final TimeMeter time;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > ADDRESSES_REMEMBERED;
        }
      };

  AddressLimits(IdentitySettings settings, Clock clock) {
    this.perMinute = settings.failuresPerAddress();
    this.time = new ClockTime(clock);
  }

  boolean allows(String address) {
    return bucket(address).tryConsume(1);
  }

  void giveBack(String address) {
    bucket(address).addTokens(1);
  }

  private Bucket bucket(String address) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(
          network(address),
          ignored ->
              Bucket.builder()
                  .addLimit(
                      limit ->
                          limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                  .withCustomTimePrecision(time)
                  .build());
    }
  }

  /** A subscriber of IPv6 owns a whole /64. */
  static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    String[] groups = address.split(":", -1);
    return groups.length < 8
        ? address
        : groups[0] + ":" + groups[1] + ":" + groups[2] + ":" + groups[3];
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
