package org.yongtong.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yongtong.certificate.Certificate.Status;

class StatusRulesTest {

  /** Art. 69 and 70 行政许可法, art. 9 行政处罚法: every pair of statuses that may follow. */
  private static final Map<Status, Set<Status>> ALLOWED =
      Map.of(
          Status.VALID,
          Set.of(Status.SUSPENDED, Status.WITHDRAWN, Status.CANCELLED, Status.REVOKED),
          Status.SUSPENDED,
          Set.of(Status.VALID, Status.WITHDRAWN, Status.CANCELLED, Status.REVOKED),
          Status.EXPIRED,
          Set.of(Status.WITHDRAWN, Status.CANCELLED, Status.REVOKED),
          Status.WITHDRAWN,
          Set.of(Status.CANCELLED),
          Status.REVOKED,
          Set.of(Status.CANCELLED),
          Status.CANCELLED,
          Set.of());

  @Test
  void everyPairIsAllowedOrRefusedAsTheLawSays() {
    for (Status present : Status.values()) {
      assertThat(
              StatusRules.from(present).stream().map(StatusRules::to).collect(Collectors.toSet()))
          .as("from %s", present)
          .isEqualTo(ALLOWED.get(present));
      for (Status wanted : Status.values()) {
        assertThat(StatusRules.find(present, wanted).isPresent())
            .isEqualTo(ALLOWED.getOrDefault(present, Set.of()).contains(wanted));
      }
    }
  }
}
