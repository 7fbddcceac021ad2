package org.yongtong.catalogue.revise;

/** What a revision (修订单) wants of the catalogue. */
public enum Purpose {
  SET_UP("新设", "新设一个事项", true),
  ADJUST("调整", "修改事项的内容", true),
  CANCEL("取消", "取消事项，不再办理", false),
  SUSPEND("暂停", "暂停办理，以后可以恢复", false),
  RESUME("恢复", "恢复办理", false),
  DELEGATE("下放", "下放给县区、乡镇（街道）或者村（社区）办理", false),
  ENTRUST("委托", "委托下级以本机关名义办理", false),
  TAKE_OVER("承接", "承接上级下放、委托的事项，填写本级的部分", true),
  CLAIM("认领", "认领上级目录中的事项，填写本级的部分", true);

  private final String word;
  private final String sentence;
  private final boolean text;

  Purpose(String word, String sentence, boolean text) {
    this.word = word;
    this.sentence = sentence;
    this.text = text;
  }

  public String word() {
    return word;
  }

  /** What it does, for the person who chooses. */
  public String sentence() {
    return sentence;
  }

  /** It changes what the item's guide says; the others change only who runs it or whether. */
  public boolean changesText() {
    return text;
  }

  /** It sends work down: bodies below are named in it. */
  public boolean sendsDown() {
    return this == DELEGATE || this == ENTRUST;
  }

  /** It concerns a lower body's own part of a lead item. */
  public boolean followsLead() {
    return this == TAKE_OVER || this == CLAIM;
  }
}
