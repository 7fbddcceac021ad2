package org.yongtong.catalogue.find;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yongtong.platform.web.RateLimit;

/**
 * How often one network address may search in a minute, by page or interface, and ask for
 * suggestions while typing; generous, for a whole hall may sit behind one address.
 */
@Component
class SearchLimit {

  private static final int SUGGESTIONS_A_SEARCH = 5;

  private final RateLimit searches;
  private final RateLimit suggestions;

  SearchLimit(@Value("${yongtong.catalogue.searches-per-minute:300}") int perMinute, Clock clock) {
    this.searches = RateLimit.perMinute(perMinute, clock);
    this.suggestions = RateLimit.perMinute(perMinute * SUGGESTIONS_A_SEARCH, clock);
  }

  boolean allows(String address) {
    return searches.allows(address);
  }

  boolean allowsSuggestions(String address) {
    return suggestions.allows(address);
  }
}
