package org.yongtong.catalogue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongtong.directory.Department;
import org.yongtong.form.Field;
import org.yongtong.platform.pdf.Qr;

/**
 * The guide (办事指南) of one item.
 *
 * @param department that takes the case
 * @param path address of this version's guide
 * @param facts label → value of the strip on top
 * @param questions 情形, asked before anything else; empty when the papers are the same for all
 * @param answered at least one question was answered
 * @param open questions that still wait for an answer
 * @param papers those needed, or needed perhaps
 * @param spared names of papers that the answers have made needless
 * @param mine what else depends on the answers
 * @param asking the questions one by one, or null
 * @param applyPath where the application begins, with the answers given here
 * @param publishedOn 2026年11月23日
 * @param retired an old version, kept to be read
 */
public record GuidePage(
    ServiceItem item,
    Department department,
    String divisionName,
    String path,
    Map<String, String> facts,
    List<QuestionView> questions,
    boolean answered,
    int open,
    List<PaperView> papers,
    List<String> spared,
    Mine mine,
    @Nullable Asking asking,
    List<PlaceView> places,
    String applyPath,
    String publishedOn,
    WhoRuns who,
    boolean retired) {

  /** The page of a text that is not published yet: neither in force nor an old version. */
  GuidePage asDraft() {
    return new GuidePage(
        item,
        department,
        divisionName,
        path,
        facts,
        questions,
        answered,
        open,
        papers,
        spared,
        mine,
        asking,
        places,
        applyPath,
        publishedOn,
        who,
        false);
  }

  /** No new applications for the time being. */
  public boolean suspended() {
    return !retired && item.standing().state() == ItemState.SUSPENDED;
  }

  public boolean cancelled() {
    return item.standing().state() == ItemState.CANCELLED;
  }

  /** Papers that the platform looks for itself. */
  public List<PaperView> held() {
    return papers.stream().filter(each -> each.heldWord() != null).toList();
  }

  /** Papers that the applicant brings. */
  public List<PaperView> toBring() {
    return papers.stream().filter(each -> each.heldWord() == null).toList();
  }

  /**
   * What depends on the answers, besides the papers.
   *
   * @param total 共 80 元, or null while it cannot be said
   * @param time 8 个工作日, 当场办结, 最长 8 个工作日
   * @param departmentNote why another department takes the case, or that it is open; or null
   * @param sections titles of the form's sections that I fill in
   * @param dropped what falls away, by kind
   * @param answers given, in words
   * @param query of the answers, beginning with {@code ?}; "" without any
   * @param address the guide with these answers as anyone can open it
   */
  public record Mine(
      List<Ruled<ServiceItem.Condition>> conditions,
      List<Ruled<ServiceItem.Fee>> fees,
      List<Ruled<ServiceItem.Step>> steps,
      @Nullable String total,
      String time,
      @Nullable String departmentNote,
      List<String> sections,
      Map<String, List<String>> dropped,
      List<Answer> answers,
      String query,
      String address) {

    /** What a telephone still reads well from paper. */
    private static final int MOST_IN_QR = 900;

    /** The address with Chinese letters as such, to read on paper. */
    public String readable() {
      return address.matches(".*%(2[0-9A-F]|3[A-F]|5[A-F]|7[A-F]).*")
          ? address
          : URLDecoder.decode(address, StandardCharsets.UTF_8);
    }

    /** The address as a QR code; with very many answers only that of the plain guide. */
    public String qr() {
      return Qr.svg(address.length() <= MOST_IN_QR ? address : address.replaceFirst("\\?.*", ""));
    }

    /** The same address with one more parameter. */
    public String with(String parameter) {
      return (query.isEmpty() ? "?" : query + "&") + parameter;
    }
  }

  /**
   * An entry that applies to all, or only to some.
   *
   * @param open hangs on an answer not given yet
   * @param when for whom it is, in a clause, or null
   */
  public record Ruled<T>(T entry, boolean open, @Nullable String when) {}

  public record Answer(String label, String text) {}

  public record Parameter(String name, String value) {}

  /**
   * The questions one by one.
   *
   * @param question the one that is asked now; null when all are answered
   * @param number 1 for the first
   * @param missed the page before was sent without an answer
   * @param kept the answers so far, carried along
   * @param skipPath goes on without an answer
   * @param backPath to the question before, or null at the first
   */
  public record Asking(
      @Nullable QuestionView question,
      int number,
      boolean missed,
      List<Parameter> kept,
      String skipPath,
      @Nullable String backPath) {}

  /**
   * A question of the guide with the answer given.
   *
   * @param problem why the answer cannot be used, or null
   */
  public record QuestionView(Field field, List<String> chosen, @Nullable String problem) {

    public String name() {
      return "f." + field.id();
    }

    public String id() {
      return "q-" + field.id();
    }

    /** Ids of the hint and the problem, for those who hear the page. */
    public @Nullable String describedBy() {
      String hint = field.hint() == null ? "" : id() + "-hint ";
      String wrong = problem == null ? "" : id() + "-error";
      String both = (hint + wrong).strip();
      return both.isEmpty() ? null : both;
    }

    public boolean several() {
      return field.kind() == org.yongtong.form.FieldKind.CHOICES;
    }

    public String inputType() {
      return field.kind() == org.yongtong.form.FieldKind.DATE ? "date" : "text";
    }

    /** Which keys a phone shows. */
    public @Nullable String inputMode() {
      return switch (field.kind()) {
        case INTEGER -> "numeric";
        case DECIMAL, MONEY -> "decimal";
        default -> null;
      };
    }

    /** What can be chosen; empty when it is typed. */
    public List<Field.Option> options() {
      return switch (field.kind()) {
        case YES_NO -> List.of(new Field.Option("true", "是"), new Field.Option("false", "否"));
        default -> field.options();
      };
    }
  }

  /**
   * A paper as it stands in the guide.
   *
   * @param need one or two words: 必要, 按情形, 非必要, 可容缺, 您需要提交
   * @param tone must or perhaps
   * @param when when it is needed, in a clause, or null
   * @param copies 原件 1 份，复印件 1 份
   * @param form 电子或者纸质
   * @param heldWord who holds it already, or null
   */
  public record PaperView(
      ServiceItem.Paper paper,
      String need,
      String tone,
      @Nullable String when,
      String copies,
      String form,
      String source,
      @Nullable String heldWord) {}

  /**
   * A place that takes the application.
   *
   * @param windows e.g. {@code A01—A06 号综合窗口}
   */
  public record PlaceView(
      String key,
      String name,
      String address,
      String hours,
      String phone,
      String traffic,
      List<String> windows) {

    public String dial() {
      return phone.replaceAll("[^0-9+]", "");
    }
  }
}
