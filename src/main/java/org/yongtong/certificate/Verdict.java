package org.yongtong.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to whether a certificate is good.
 *
 * @param outcome for machines
 * @param sentence the answer in one sentence, for people
 * @param advice what to do next, or null
 * @param checks what was looked at; the answer is as weak as its weakest
 * @param certificate what the public may see of it, or null when there is none
 */
public record Verdict(
    Outcome outcome,
    String sentence,
    @Nullable String advice,
    List<Check> checks,
    @Nullable Shown certificate) {

  public enum Outcome {
    VALID("good"),
    NOT_YET_VALID("unsure"),
    SUSPENDED("bad"),
    WITHDRAWN("bad"),
    CANCELLED("bad"),
    EXPIRED("bad"),
    REVOKED("bad"),
    UNKNOWN("unsure"),
    WRONG_CHECK_CHARACTER("bad"),
    MALFORMED("unsure");

    private final String tone;

    Outcome(String tone) {
      this.tone = tone;
    }

    /** Colour of the verdict's frame. */
    public String tone() {
      return tone;
    }
  }

  /** One thing that was checked. */
  public record Check(String name, Result result, String reason) {}

  public enum Result {
    PASSED("通过", "done"),
    FAILED("不通过", "late"),
    UNDECIDED("无法判定", "near");

    private final String word;
    private final String tone;

    Result(String word, String tone) {
      this.word = word;
      this.tone = tone;
    }

    public String word() {
      return word;
    }

    public String tone() {
      return tone;
    }
  }

  /** Never the holder's code; persons masked. */
  public record Shown(
      String identifier,
      String number,
      String name,
      String holder,
      String issuer,
      String issuedOn,
      String validity,
      String statusCode,
      String status) {}
}
