package org.yongtong.casework.mine;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often one network address may ask for progress, so that nobody tries out the four characters.
 * Kept per node; the addresses that asked longest ago are forgotten first.
 */
@Component
class ProgressLimits {

  private static final int ADDRESSES_REMEMBERED = 20_000;

  private final int perMinute;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > ADDRESSES_REMEMBERED;
        }
      };

  ProgressLimits(@Value("${yongtong.progress.per-minute:10}") int perMinute) {
    this.perMinute = perMinute;
  }

  boolean allows(String address) {
    Bucket bucket;
    synchronized (buckets) {
      bucket = buckets.computeIfAbsent(network(address), ignored -> full());
    }
    return bucket.tryConsume(1);
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  /** A subscriber of IPv6 owns a whole /64. */
  private static String network(String address) {
    String[] groups = address.split(":", -1);
    return groups.length < 8
        ? address
        : String.join(":", groups[0], groups[1], groups[2], groups[3]);
  }
}
