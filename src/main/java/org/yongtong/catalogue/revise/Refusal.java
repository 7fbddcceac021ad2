package org.yongtong.catalogue.revise;

import java.util.List;

/** A business "no, because": said to the person who asked, nothing has changed. */
public sealed interface Refusal {

  /** What to tell the person, in Chinese. */
  String message();

  /** The state does not allow it (any more). */
  record NotNow(State state, Action action, List<Action> allowed) implements Refusal {
    @Override
    public String message() {
      return "修订单目前是“%s”，不能%s。".formatted(state.word(), action.word())
          + (allowed.isEmpty()
              ? ""
              : "现在可以：" + String.join("、", allowed.stream().map(Action::word).toList()) + "。");
    }
  }

  /** Somebody changed the revision since the page was opened. */
  record Changed(State state, String by, String when) implements Refusal {
    @Override
    public String message() {
      return "这张修订单在您打开之后已由%s于%s改动，目前是“%s”。您的操作没有执行，请核对最新内容后再处理。".formatted(by, when, state.word());
    }
  }

  /** Four eyes: nobody acts on two of writing, department check, legal check, approval. */
  record SamePerson(String earlier) implements Refusal {
    @Override
    public String message() {
      return "编写、部门审核、合法性审核、审批应当由不同的人办理：您已经%s，不能再办这一步。".formatted(earlier);
    }
  }

  /** Not in this person's scope; the caller answers as if the revision did not exist. */
  record NotYours() implements Refusal {
    @Override
    public String message() {
      return "没有找到这张修订单。";
    }
  }

  /** Something needed was not given; {@code field} names the form field. */
  record Missing(String field, String message) implements Refusal {}

  /** What was written is not complete or not right; it may be kept as a draft, but not sent on. */
  record Defective(int defects) implements Refusal {
    @Override
    public String message() {
      return "内容还有 %d 处需要改正，改好以后才能提交。".formatted(defects);
    }
  }

  /** Another revision of the same item is open. */
  record OpenAlready(String number) implements Refusal {
    @Override
    public String message() {
      return "这个事项已经有一张没有办完的修订单（%s），办完或者作废以后才能再开。".formatted(number);
    }
  }

  /** The same key was used for something else. */
  record KeyReused() implements Refusal {
    @Override
    public String message() {
      return "这个表单已经提交过，内容与之前不同。请刷新页面后重新填写。";
    }
  }

  /** Any other rule, in one sentence. */
  record Rule(String message) implements Refusal {}
}
