package org.yongtong.catalogue.find;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yongtong.platform.web.RateLimit;

/**
 * How often one network address may search in a minute, by page, suggestion or interface; generous,
 * for a whole hall may sit behind one address.
 */
@Component
class SearchLimit {

  private final RateLimit limit;

  SearchLimit(@Value("${yongtong.catalogue.searches-per-minute:300}") int perMinute, Clock clock) {
    this.limit = RateLimit.perMinute(perMinute, clock);
  }

  boolean allows(String address) {
    return limit.allows(address);
  }
}
