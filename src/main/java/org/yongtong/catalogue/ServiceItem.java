package org.yongtong.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.FormDefinition;

/**
 * One version of a service item (事项) with everything its guide shows. Immutable; a running case
 * keeps its version.
 *
 * @param version key of this version
 * @param versionNumber 1, 2, 3 … per item
 * @param taskCode 31-digit implementation code (实施编码): the item's address {@code /items/{taskCode}}
 * @param baseCode 12-digit base code (基本编码)
 * @param sample made from public law to try the platform, not the city's own catalogue
 * @param publishedAt when this version was first published
 */
public record ServiceItem(
    UUID version,
    int versionNumber,
    String id,
    String taskCode,
    String baseCode,
    String name,
    List<String> aliases,
    String summary,
    Kind kind,
    Handling handling,
    Set<Audience> audience,
    String department,
    String division,
    Set<String> personThemes,
    Set<String> legalThemes,
    Set<String> lifeEvents,
    List<Basis> bases,
    List<Condition> conditions,
    Limits limits,
    int visits,
    Depth depth,
    Result result,
    List<Fee> fees,
    List<Step> steps,
    List<String> places,
    Contact consult,
    Contact complain,
    Rights rights,
    List<Question> faq,
    List<Paper> papers,
    FormDefinition form,
    boolean sample,
    Instant publishedAt) {

  public enum Kind {
    PERMIT("01", "行政许可"),
    BENEFIT("05", "行政给付"),
    CONFIRMATION("07", "行政确认"),
    REWARD("08", "行政奖励"),
    ADJUDICATION("09", "行政裁决"),
    OTHER("10", "其他行政权力"),
    SERVICE("20", "公共服务");

    private final String code;
    private final String word;

    Kind(String code, String word) {
      this.code = code;
      this.word = word;
    }

    public String code() {
      return code;
    }

    public String word() {
      return word;
    }
  }

  public enum Handling {
    INSTANT("即办件"),
    COMMITTED("承诺件");

    private final String word;

    Handling(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public enum Audience {
    PERSON("个人"),
    LEGAL("法人");

    private final String word;

    Audience(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public enum Depth {
    FULL("全程网办"),
    ACCEPT("网上受理"),
    PRECHECK("网上预审");

    private final String word;

    Depth(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public record Basis(String law, String number, String article, String text) {}

  public record Condition(String text, @Nullable String basis) {}

  /** Working days; {@code promisedDays} 0 = on the spot. */
  public record Limits(
      int legalDays, int promisedDays, @Nullable String legalBasis, @Nullable String note) {}

  public record Result(ResultKind kind, String name, @Nullable CertificateForm certificate) {}

  public enum ResultKind {
    CERTIFICATE,
    APPROVAL,
    NONE
  }

  public record CertificateForm(
      String type, @Nullable Integer validityYears, String numberPrefix, List<FaceField> face) {}

  /**
   * Either {@code from} (a form path, {@code applicant.name}, {@code applicant.id}) or a fixed
   * {@code value}.
   */
  public record FaceField(String label, @Nullable String from, @Nullable String value) {}

  public record Fee(
      String name, String amount, String unit, String basis, @Nullable String reduction) {}

  /** {@code role}: WINDOW, REVIEWER or DECIDER. */
  public record Step(String name, org.yongtong.platform.web.Role role, int days, String duty) {}

  public record Contact(String phone, @Nullable String hours, @Nullable String url) {}

  public record Rights(
      String reviewBody,
      int reviewDays,
      String reviewBasis,
      String court,
      int litigationMonths,
      String litigationBasis) {}

  public record Question(String question, String answer) {}

  /**
   * One application paper (申请材料).
   *
   * @param when CEL, only for {@link Need#WHEN}
   * @param held register or certificate type that already holds it: {@code person-register}, {@code
   *     company-register} or e.g. {@code BUSINESS_LICENCE}
   * @param sample what a good one looks like
   */
  public record Paper(
      String id,
      String name,
      Need need,
      @Nullable String when,
      String kind,
      String form,
      int originals,
      int copies,
      String source,
      String issuer,
      @Nullable String basis,
      @Nullable String note,
      @Nullable String sample,
      @Nullable Blank blank,
      @Nullable String held) {}

  public enum Need {
    MUST("必要"),
    WHEN("按情形"),
    OPTIONAL("非必要"),
    DEFERRABLE("可容缺");

    private final String word;

    Need(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public record Blank(String title, List<Line> lines) {
    public record Line(String label, String sample) {}
  }

  public Optional<Paper> findPaper(String paperId) {
    return papers.stream().filter(paper -> paper.id().equals(paperId)).findFirst();
  }
}
