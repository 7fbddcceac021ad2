package org.yongtong.casework.file;

import java.util.List;

/** A business "no, because": said to the person who asked, nothing has changed. */
public sealed interface Refusal {

  /** What to tell the person, in Chinese. */
  String message();

  /** The state does not allow it (any more); names what would be allowed. */
  record NotNow(State state, Action action, List<Action> allowed) implements Refusal {
    @Override
    public String message() {
      return "办件目前是“%s”，不能%s。".formatted(state.word(), action.word())
          + (allowed.isEmpty()
              ? ""
              : "现在可以：" + String.join("、", allowed.stream().map(Action::word).toList()) + "。");
    }
  }

  /** Somebody changed the case since the page was opened. */
  record Changed(State state, String by, String when, String what) implements Refusal {
    @Override
    public String message() {
      return "这个办件在您打开之后已由%s于%s处理（%s），目前是“%s”。您的操作没有执行，请核对最新情况后再处理。"
          .formatted(by, when, what, state.word());
    }
  }

  /** Four eyes: who reviewed may not decide. */
  record SamePerson() implements Refusal {
    @Override
    public String message() {
      return "审查和决定应当由不同的人办理：您提出过审查意见，不能再作决定。";
    }
  }

  /** One person, one opinion: who gave one in this round may not give that of another level. */
  record SecondOpinion() implements Refusal {
    @Override
    public String message() {
      return "同一个人在一轮审查里只能提出一次意见：您（或者委托您的人）已经提出过审查意见，这一级应当由别人审查。";
    }
  }

  /** Not in this person's scope; the caller answers as if the case did not exist. */
  record NotYours() implements Refusal {
    @Override
    public String message() {
      return "没有找到这个办件。";
    }
  }

  /** Something needed was not given; {@code field} names the form field. */
  record Missing(String field, String message) implements Refusal {}

  /** The same key was used for something else. */
  record KeyReused() implements Refusal {
    @Override
    public String message() {
      return "这个表单已经提交过，内容与之前不同。请刷新页面后重新填写。";
    }
  }

  /**
   * Something was asked for that the guide does not ask for.
   *
   * @param allowed names of what may be asked for
   */
  record ExtraDemand(String what, List<String> allowed) implements Refusal {
    @Override
    public String message() {
      return "“%s”不在本事项办事指南之内，不能要求申请人提交（行政许可法第三十一条、优化营商环境条例第三十五条），这次操作已记入留痕。可以询问或者要求补正的有：%s。"
          .formatted(what, String.join("、", allowed));
    }
  }

  /** Any other rule, in one sentence. */
  record Rule(String message) implements Refusal {}
}
