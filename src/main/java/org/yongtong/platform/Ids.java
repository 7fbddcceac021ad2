package org.yongtong.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes UUIDv7 keys (RFC 9562 §5.7): time-ordered, so that new rows stand together in an index. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  public static UUID next(Clock clock) {
    var random = new byte[10];
    RANDOM.nextBytes(random);
    long high = (clock.millis() << 16) | 0x7000L | ((random[0] & 0x0FL) << 8) | (random[1] & 0xFFL);
    long low = 0x80L | (random[2] & 0x3FL);
    for (int i = 3; i < 10; i++) {
      low = (low << 8) | (random[i] & 0xFFL);
    }
    return new UUID(high, low);
  }
}
