package org.yongtong.certificate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yongtong.certificate.Certificate.Status;

/**
 * Every way in which the status of a certificate may change. What stands in no row is refused.
 * Expiry is no act: it follows from the date.
 */
enum StatusRules {
  // Art. 9 no. 3 行政处罚法: 暂扣许可证件 is a penalty for a time
  SUSPEND(List.of(Status.VALID), Status.SUSPENDED, "暂扣", "《中华人民共和国行政处罚法》第九条第三项"),
  RESTORE(List.of(Status.SUSPENDED), Status.VALID, "恢复", "《中华人民共和国行政处罚法》第九条第三项（暂扣期满或者暂扣决定解除）"),
  // Art. 69 行政许可法: a permit given against the law is withdrawn
  WITHDRAW(
      List.of(Status.VALID, Status.SUSPENDED, Status.EXPIRED),
      Status.WITHDRAWN,
      "撤销",
      "《中华人民共和国行政许可法》第六十九条"),
  REVOKE(
      List.of(Status.VALID, Status.SUSPENDED, Status.EXPIRED),
      Status.REVOKED,
      "吊销",
      "《中华人民共和国行政处罚法》第九条第三项"),
  // Art. 70 行政许可法: cancelled when it ends, also after withdrawal (no. 4) and revocation (no. 4)
  CANCEL(
      List.of(Status.VALID, Status.SUSPENDED, Status.EXPIRED, Status.WITHDRAWN, Status.REVOKED),
      Status.CANCELLED,
      "注销",
      "《中华人民共和国行政许可法》第七十条");

  private final List<Status> from;
  private final Status to;
  private final String verb;
  private final String basis;

  StatusRules(List<Status> from, Status to, String verb, String basis) {
    this.from = from;
    this.to = to;
    this.verb = verb;
    this.basis = basis;
  }

  Status to() {
    return to;
  }

  /** As on the button. */
  String verb() {
    return verb;
  }

  /** The article that gives the power. */
  String basis() {
    return basis;
  }

  boolean appliesTo(Status present) {
    return from.contains(present);
  }

  static List<StatusRules> from(Status present) {
    return Arrays.stream(values()).filter(rule -> rule.appliesTo(present)).toList();
  }

  static Optional<StatusRules> find(Status present, Status wanted) {
    return from(present).stream().filter(rule -> rule.to == wanted).findFirst();
  }
}
