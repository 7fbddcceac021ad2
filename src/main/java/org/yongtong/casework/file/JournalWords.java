package org.yongtong.casework.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem.SpecialKind;
import org.yongtong.journal.Entry;

/** The journal of a case in words: one table of kinds and of payload keys for all pages. */
public final class JournalWords {

  /** A clerk looked at full numbers. */
  public static final String UNMASKED = "case.unmasked";

  /** Somebody is away and left his work to a colleague; about the post, not about a case. */
  public static final String ABSENCE_SET = "staff.absence_set";

  public static final String ABSENCE_ENDED = "staff.absence_ended";

  /** A colleague left an internal note; its words are not in the journal. */
  public static final String NOTED = "case.noted";

  /** Typed facts were held against the registers. */
  public static final String REGISTER_CHECKED = "case.register_checked";

  /** An officer asked for more than the guide does. */
  public static final String EXTRA_DEMAND_REFUSED = "case.extra_demand_refused";

  /** The applicant rated the finished case. */
  public static final String RATED = "case.rated";

  /** The department answered a bad rating. */
  public static final String RATING_ANSWERED = "case.rating_answered";

  /** The applicant was reminded of papers promised for later. */
  public static final String DEFERRAL_REMINDED = "case.deferral_reminded";

  private static final Map<String, String> KINDS = kinds();

  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("number", "办件编号"),
          Map.entry("task_code", "实施编码"),
          Map.entry("item_version", "事项版本"),
          Map.entry("channel", "收件渠道"),
          Map.entry("round", "提交次数"),
          Map.entry("content_sm3", "申请内容摘要（SM3）"),
          Map.entry("routed_to", "承办部门"),
          Map.entry("handed_from", "原承办部门"),
          Map.entry("promised_days", "承诺工作日"),
          Map.entry("routed_by", "分办依据"),
          Map.entry("level", "满意程度"),
          Map.entry("tags", "评价标签"),
          Map.entry("text", "回复内容"),
          Map.entry("marks", "补正处数"),
          Map.entry("reason", "理由"),
          Map.entry("to", "办件状态"),
          Map.entry("on", "起算日"),
          Map.entry("holder", "承办人"),
          Map.entry("review_level", "审查层级"),
          Map.entry("consulted", "被征求部门"),
          Map.entry("consult_question", "征求的问题"),
          Map.entry("consult_days", "答复工作日"),
          Map.entry("consult_shared", "答复给谁看"),
          Map.entry("consult_answer", "答复"),
          Map.entry("consult_text", "答复说明"),
          Map.entry("note_sm3", "备注摘要（SM3）"),
          Map.entry("consult_sm3", "内容摘要（SM3）"),
          Map.entry("recommend", "审查建议"),
          Map.entry("opinion", "审查意见"),
          Map.entry("days", "延长工作日"),
          Map.entry("grounds", "决定理由"),
          Map.entry("way", "送达方式"),
          Map.entry("receiver", "领取人"),
          Map.entry("purpose", "查看目的"),
          Map.entry("what", "要求的内容"),
          Map.entry(Procedure.KIND, "种类"),
          Map.entry(Procedure.NAME, "特别程序"),
          Map.entry(Procedure.BODY, "承担单位"),
          Map.entry(Procedure.DAYS, "计划工作日"),
          Map.entry(Procedure.MORE, "延长工作日"),
          Map.entry(Procedure.STOPS, "办理期限"),
          Map.entry(Procedure.BASIS, "依据"),
          Map.entry(Procedure.RESULT, "结果"),
          Map.entry(Procedure.TEXT, "结果说明"),
          Map.entry("special_broken_off", "随之结束的特别程序"),
          Map.entry(Deferred.PAPERS, "容缺材料"),
          Map.entry(Deferred.LAST_DAYS, "最后一日"),
          Map.entry(Deferred.CONSEQUENCE, "逾期后果"),
          Map.entry(Deferred.DIGEST, "承诺书摘要（SM3）"),
          Map.entry(Deferred.FILES, "文件数"),
          Map.entry(Deferred.WRONG, "不符之处"),
          Map.entry(Deferred.MARK, "信用记录"),
          Map.entry(Deferred.TASK, "待办"),
          Map.entry("found", "登记库"),
          Map.entry("differences", "不一致的内容"));

  private JournalWords() {}

  /**
   * One line of a payload.
   *
   * @param label what it is, {@code value} in words
   */
  public record Line(String label, String value) {}

  /** The kind in words; a kind that has none is given as it is. */
  public static String kind(String kind) {
    return KINDS.getOrDefault(kind, kind);
  }

  /** Whether the row is an act of the life cycle, not a look at the case. */
  public static boolean act(String kind) {
    return Arrays.stream(Action.values()).anyMatch(action -> action.kind().equals(kind));
  }

  /** The payload in words, in the order it was written. */
  public static List<Line> payload(Entry entry) {
    List<Line> lines = new ArrayList<>();
    entry
        .payload()
        .forEach(
            (key, value) -> {
              String text = value(key, value);
              if (!text.isBlank()) {
                lines.add(new Line(KEYS.getOrDefault(key, key), text));
              }
            });
    return lines;
  }

  /**
   * What an applicant or officer should read beside the kind: reason, opinion, days; "" when there
   * is nothing to say.
   */
  public static String detail(Entry entry) {
    return payload(entry).stream()
        .filter(line -> DETAILS.contains(line.label()))
        .sorted(Comparator.comparingInt(line -> DETAILS.indexOf(line.label())))
        .map(line -> line.label() + "：" + line.value())
        .collect(Collectors.joining("\n"));
  }

  /** What is worth reading, in reading order. */
  private static final List<String> DETAILS =
      List.of(
          "原承办部门",
          "承办部门",
          "分办依据",
          "承诺工作日",
          "特别程序",
          "承担单位",
          "计划工作日",
          "结果",
          "结果说明",
          "随之结束的特别程序",
          "容缺材料",
          "最后一日",
          "文件数",
          "不符之处",
          "逾期后果",
          "信用记录",
          "待办",
          "承办人",
          "审查层级",
          "被征求部门",
          "征求的问题",
          "答复工作日",
          "答复给谁看",
          "答复",
          "答复说明",
          "审查建议",
          "审查意见",
          "延长工作日",
          "理由",
          "决定理由",
          "领取人",
          "要求的内容",
          "满意程度",
          "评价标签",
          "回复内容",
          "查看目的",
          "补正处数",
          "登记库",
          "不一致的内容");

  private static String value(String key, @Nullable Object value) {
    if (value instanceof List<?> many && key.equals(Deferred.LAST_DAYS)) {
      return many.stream()
          .map(day -> When.day(LocalDate.parse(String.valueOf(day))))
          .collect(Collectors.joining("、"));
    }
    if (value instanceof List<?> many) {
      return many.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }
    String text = value == null ? "" : value.toString();
    return switch (key) {
      case "channel" -> word(CaseFile.Channel.values(), text, CaseFile.Channel::word);
      case "to" -> word(State.values(), text, State::word);
      case "reason" -> word(NonAcceptance.values(), text, NonAcceptance::word);
      case "consult_shared" -> text.equals("true") ? "参加办理的部门都能看" : "只给承办部门看";
      case "recommend" -> text.equals("approve") ? "建议准予" : "建议不予";
      case "way" -> text.equals("ONLINE") ? "网上送达" : "窗口领取";
      case Procedure.ID -> "";
      case Procedure.KIND -> word(SpecialKind.values(), text, SpecialKind::word);
      case Procedure.STOPS -> text.equals("true") ? "停止计算" : "照常计算";
      case Procedure.RESULT -> word(Procedure.Result.values(), text, Procedure.Result::word);
      case "found" -> text.equals("true") ? "查到" : "未查到";
      default -> text;
    };
  }

  private static <E extends Enum<E>> String word(
      E[] all, String name, java.util.function.Function<E, String> word) {
    return Arrays.stream(all)
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(word)
        .orElse(name);
  }

  private static Map<String, String> kinds() {
    Map<String, String> words = new HashMap<>();
    for (Action action : Action.values()) {
      words.put(action.kind(), action.word());
    }
    words.put(Action.APPROVE.kind(), "作出准予决定");
    words.put(Action.REFUSE.kind(), "作出不予决定");
    words.put(EXTRA_DEMAND_REFUSED, "超出办事指南的要求，系统没有发出");
    words.put(DEFERRAL_REMINDED, "提醒补交容缺材料");
    words.put(ABSENCE_SET, "设定外出委托");
    words.put(ABSENCE_ENDED, "提前结束外出委托");
    words.put(NOTED, "内部备注");
    words.put(UNMASKED, "查看完整证件号码");
    words.put(RATED, "评价");
    words.put(RATING_ANSWERED, "回复评价");
    words.put(REGISTER_CHECKED, "与登记库核对");
    return Map.copyOf(words);
  }
}
