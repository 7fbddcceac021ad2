// long: one record for each element of an implementation list
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
    Instant publishedAt,
    Standing standing,
    More more) {

  /**
   * Where the item stands in the catalogue.
   *
   * @param lead id of the lead item that it follows, null for a lead
   * @param handlingNo serial of the handling item (业务办理项), two digits, or null
   * @param mainCode base code of the main item (主项) of a sub-item, or null
   * @param stateReason why it is suspended or cancelled, or null
   * @param successor task code of the item that took a cancelled one's place, or null
   */
  public record Standing(
      @Nullable String lead,
      Mode mode,
      Level level,
      ItemState state,
      @Nullable String handlingNo,
      @Nullable String mainCode,
      String powerSource,
      @Nullable String stateReason,
      @Nullable String successor) {}

  /** The further elements of an implementation list; null or empty where the item has none. */
  public record More(
      @Nullable String exercise,
      @Nullable String divisionOfPowers,
      @Nullable Range range,
      List<String> fourWays,
      @Nullable String visitReason,
      @Nullable Condition quantity,
      @Nullable Commitment commitment,
      List<Special> special,
      List<String> joint,
      List<Intermediary> intermediary,
      List<String> rightsEnjoyed,
      List<String> duties,
      List<Condition> responsibility,
      @Nullable String localCatalogCode,
      @Nullable String localTaskCode,
      List<Route> routing,
      List<Review> review) {

    /** Whether the case passes several levels of review before it is decided. */
    public boolean levelled() {
      return !review.isEmpty();
    }
  }

  /**
   * A level of the review (审查层级). Levels of the same order run side by side; the next order opens
   * when all before it have agreed.
   *
   * @param department key of the department that reviews, null = the one that handles the case
   */
  public record Review(String id, String name, @Nullable String department, int order) {}

  /**
   * Which department takes the case (承办部门): the first rule that holds decides; where none does, the
   * item's own department.
   *
   * @param department key of a department of the same division
   * @param when CEL over the form
   * @param whenWords the rule as a clause, or null
   */
  public record Route(String department, String when, @Nullable String whenWords) {}

  /** How far away it can be handed in (通办范围). */
  public enum Range {
    NATIONWIDE("全国通办"),
    CROSS_PROVINCE("跨省通办"),
    CROSS_CITY("跨市通办"),
    CROSS_COUNTY("跨县通办");

    private final String word;

    Range(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * Notice and commitment (告知承诺): decision on a signed undertaking, checked later.
   *
   * @param checkDays working days until the check
   */
  public record Commitment(
      String scope, String consequence, int checkDays, @Nullable String basis) {}

  /** What stops the clock (行政许可法第四十五条). */
  public enum SpecialKind {
    HEARING("听证"),
    INSPECTION("检验（勘验）"),
    TESTING("检测"),
    QUARANTINE("检疫"),
    APPRAISAL("鉴定"),
    EXPERT_REVIEW("专家评审"),
    PUBLIC_NOTICE("公示"),
    TENDER("招标"),
    AUCTION("拍卖");

    private final String word;

    SpecialKind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * A special procedure (特别程序).
   *
   * @param days working days planned
   * @param body key of the department that does it, null = the implementing body
   */
  public record Special(
      SpecialKind kind, String name, int days, @Nullable String body, @Nullable String basis) {}

  /** An intermediary service (中介服务) whose result a paper of the item is. */
  public record Intermediary(String name, String kind, String basis, @Nullable String note) {}

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

  /**
   * A condition of acceptance.
   *
   * @param when CEL: it applies only when this holds; null = always
   * @param whenWords the rule as a clause, e.g. 设仓库的, or null
   */
  public record Condition(
      String text, @Nullable String basis, @Nullable String when, @Nullable String whenWords) {

    /** One that always applies. */
    public Condition(String text, @Nullable String basis) {
      this(text, basis, null, null);
    }
  }

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

  /** Due only when {@code when} (CEL) holds; null = always. */
  public record Fee(
      String name,
      String amount,
      String unit,
      String basis,
      @Nullable String reduction,
      @Nullable String when,
      @Nullable String whenWords) {}

  /**
   * A step of handling.
   *
   * @param role WINDOW, REVIEWER or DECIDER
   * @param when CEL: taken only when this holds; null = always
   */
  public record Step(
      String name,
      org.yongtong.platform.web.Role role,
      int days,
      String duty,
      @Nullable String when,
      @Nullable String whenWords) {}

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
   * @param accept what makes it acceptable (受理标准)
   * @param whenWords when it is needed, in plain words
   * @param commit whether a signed undertaking may stand for it (告知承诺替代证明)
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
      @Nullable String held,
      @Nullable String format,
      @Nullable String accept,
      @Nullable String whenWords,
      @Nullable Defer defer,
      boolean commit) {

    /** How the paper may follow after acceptance; null when it must be there from the start. */
    public @Nullable Defer deferral() {
      return need != Need.DEFERRABLE ? null : defer == null ? Defer.USUAL : defer;
    }
  }

  /**
   * A paper that may follow after acceptance (容缺后补).
   *
   * @param days working days within which it follows, counted from acceptance
   * @param missed what becomes of the case when it does not
   * @param before what waits for it
   */
  public record Defer(int days, String way, OnMissed missed, Before before) {

    /** What follows when it does not come, in words. */
    public String consequence() {
      return before == Before.DECISION ? missed.word() : missed.word() + "；已经准予的依法撤销，结果不送达";
    }

    /** Where a claimant lets a paper follow and says no more. */
    static final Defer USUAL = new Defer(5, "网上补交或者送到窗口", OnMissed.STOP, Before.DECISION);
  }

  /** What becomes of a case whose deferred paper was not handed in. */
  public enum OnMissed {
    STOP("不能准予，由承办部门终止办理"),
    WITHDRAW("视为撤回申请，办理自动终止");

    private final String word;

    OnMissed(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** What waits for a deferred paper. */
  public enum Before {
    DECISION("作出准予决定以前"),
    DELIVERY("领取结果以前");

    private final String word;

    Before(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

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

  /** The id of the lead: its own, or that of the item it was claimed from. */
  public String leadId() {
    String lead = standing.lead();
    return lead == null ? id : lead;
  }

  public Optional<Paper> findPaper(String paperId) {
    return papers.stream().filter(paper -> paper.id().equals(paperId)).findFirst();
  }
}
