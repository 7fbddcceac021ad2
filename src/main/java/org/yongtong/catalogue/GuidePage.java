package org.yongtong.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongtong.directory.Department;
import org.yongtong.form.Field;

/**
 * The guide (办事指南) of one item.
 *
 * @param path address of this version's guide
 * @param facts label → value of the strip on top
 * @param questions 情形, asked before anything else; empty when the papers are the same for all
 * @param answered at least one question was answered
 * @param open questions that still wait for an answer
 * @param papers those needed, or needed perhaps
 * @param spared names of papers that the answers have made needless
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

  /** A question of the guide with the answer given. */
  public record QuestionView(Field field, List<String> chosen) {

    public String name() {
      return "f." + field.id();
    }

    public String id() {
      return "q-" + field.id();
    }

    public boolean several() {
      return field.kind() == org.yongtong.form.FieldKind.CHOICES;
    }

    public String inputType() {
      return switch (field.kind()) {
        case DATE -> "date";
        case INTEGER -> "number";
        default -> "text";
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
