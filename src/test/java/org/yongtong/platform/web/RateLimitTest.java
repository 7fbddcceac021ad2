package org.yongtong.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private Instant now = Instant.EPOCH;
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

  @Test
  void aCallerHasSoManyChancesInAMinuteAndAnotherHasHisOwn() {
    var limit = RateLimit.perMinute(3, clock);
    for (int i = 0; i < 3; i++) {
      assertThat(limit.allows("192.0.2.1")).isTrue();
    }
    assertThat(limit.allows("192.0.2.1")).isFalse();
    assertThat(limit.allows("192.0.2.2")).isTrue();
  }

  @Test
  void chancesComeBackOverTheMinute() {
    var limit = RateLimit.perMinute(3, clock);
    for (int i = 0; i < 3; i++) {
      limit.allows("192.0.2.1");
    }
    now = now.plusSeconds(20);
    assertThat(limit.allows("192.0.2.1")).isTrue();
    assertThat(limit.allows("192.0.2.1")).isFalse();
  }

  @Test
  void aChanceGivenBackCanBeUsedAgain() {
    var limit = RateLimit.perMinute(1, clock);
    assertThat(limit.allows("192.0.2.1")).isTrue();
    limit.giveBack("192.0.2.1");
    assertThat(limit.allows("192.0.2.1")).isTrue();
    assertThat(limit.allows("192.0.2.1")).isFalse();
  }

  @Test
  void aSubscriberOfIpv6CountsAsOneCaller() {
    assertThat(RateLimit.network("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(RateLimit.network("2001:db8:1:2:ffff:4:5:7"))
        .isNotEqualTo(RateLimit.network("2001:db8:1:3:3:4:5:6"));
    assertThat(RateLimit.network("192.0.2.1")).isEqualTo("192.0.2.1");
  }

  @Test
  void whoCalledLongestAgoIsForgottenFirst() {
    var limit = RateLimit.perMinute(1, clock);
    limit.allows("first");
    limit.allows("kept");
    for (int i = 0; i < 19_999; i++) {
      limit.allows("other " + i);
      limit.allows("kept");
    }
    assertThat(limit.allows("kept")).isFalse();
    assertThat(limit.allows("first")).as("forgotten, so new again").isTrue();
  }
}
