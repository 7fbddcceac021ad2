package org.yongtong.catalogue.revise;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.journal.Actor;

/**
 * Who acts, in which capacity, when.
 *
 * @param account null for the platform itself
 */
public record By(Party party, @Nullable UUID account, Actor actor, Instant at) {

  public static By system(String job, Instant at) {
    return new By(Party.SYSTEM, null, Actor.system(job), at);
  }
}
