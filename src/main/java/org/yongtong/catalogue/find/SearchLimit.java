package org.yongtong.catalogue.find;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often one network address may search in a minute. Kept per node; generous, for a whole hall
 * may sit behind one address.
 */
@Component
class SearchLimit {

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

  SearchLimit(@Value("${yongtong.catalogue.searches-per-minute:300}") int perMinute, Clock clock) {
    this.perMinute = perMinute;
    this.time = new ClockTime(clock);
  }

  boolean allows(String address) {
    Bucket bucket;
    synchronized (buckets) {
      bucket =
          buckets.computeIfAbsent(
              address,
              ignored ->
                  Bucket.builder()
                      .addLimit(
                          limit ->
                              limit
                                  .capacity(perMinute)
                                  .refillGreedy(perMinute, Duration.ofMinutes(1)))
                      .withCustomTimePrecision(time)
                      .build());
    }
    return bucket.tryConsume(1);
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
