package org.yongtong.platform.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told when a request fails: what happened, what to do, and what became of the
 * things they typed. Never why inside.
 */
enum Fault {
  BAD_REQUEST(
      400,
      "没有看懂这次请求",
      "打开的链接可能不完整，或者提交的内容格式不对。",
      "请返回上一页重新操作。从短信、邮件里打开的链接，请完整复制后再试。",
      "这次提交没有保存。返回上一页后，浏览器一般会保留您填写的内容；之前自动保存的草稿不受影响。"),
  UNAUTHORISED(401, "请先登录", "这个页面要登录后才能查看。", "登录后会回到这里继续。", "这次提交没有保存；之前自动保存的草稿不受影响。"),
  FORBIDDEN(
      403,
      "您不能查看或办理这一项",
      "当前登录的身份没有这项权限，或者页面打开时间太长、已经失效。",
      "请返回上一页刷新后再试。需要用其他身份办理的，请退出后重新登录；工作人员请联系本单位管理员。",
      "这次提交没有保存。返回上一页后，浏览器一般会保留您填写的内容；之前自动保存的草稿不受影响。"),
  NOT_FOUND(
      404, "没有找到这个页面", "地址可能写错了，或者内容已经移走、撤下。", "请检查地址，或者从首页搜索您要办的事。", "这次提交没有保存；之前自动保存的草稿不受影响。"),
  METHOD_NOT_ALLOWED(
      405, "这个页面不能这样打开", "这一步要从页面上的按钮进入，不能直接打开或刷新。", "请返回上一页，重新点一次按钮。", "这次提交没有保存；之前自动保存的草稿不受影响。"),
  CONFLICT(
      409,
      "内容刚刚有了变化",
      "在您操作的同时，这项内容已经被更新，或者这一步已经办过了。",
      "请返回上一页刷新，看清最新情况后再决定。",
      "这次提交没有保存，原有内容没有改动。"),
  TOO_LARGE(
      413,
      "文件太大了",
      "单个文件不能超过 20 MB，一次提交的内容合计不能超过 60 MB。",
      "请压缩图片、降低扫描分辨率，或者把文件分开后逐个上传。",
      "这次上传的文件没有保存；表单里已经保存的内容不受影响。"),
  UNPROCESSABLE(
      422, "提交的内容需要修改", "有些内容不符合填写要求。", "请返回上一页，按提示修改后再提交。", "这次提交没有保存。返回上一页后，浏览器一般会保留您填写的内容。"),
  TOO_MANY(429, "操作太频繁了", "短时间内请求次数过多，为保护大家的使用暂时停一停。", "请稍等一会儿再试。", "这次提交没有保存；之前自动保存的草稿不受影响。"),
  BROKEN(
      500,
      "系统出错了",
      "这是我们的问题，不是您的操作造成的。",
      "请过几分钟再试；一直不行的，请拨打页脚的联系电话，并报出下面的编号。",
      "暂时不能确定刚才提交的内容是否已经保存。请先到“我的空间”查看，再决定要不要重新提交。"),
  UNAVAILABLE(
      503, "系统暂时停一停", "正在维护，或者访问的人太多。", "请过几分钟再试。急着办的，可以到就近政务服务窗口办理。", "这次提交没有保存；之前自动保存的草稿不受影响。");

  private final int status;
  private final String title;
  private final String what;
  private final String todo;
  private final String safe;

  Fault(int status, String title, String what, String todo, String safe) {
    this.status = status;
    this.title = title;
    this.what = what;
    this.todo = todo;
    this.safe = safe;
  }

  /** The fault with this status, or the general one of its class; none means a lost address. */
  static Fault of(@Nullable Integer status) {
    if (status == null) {
      return NOT_FOUND;
    }
    return Arrays.stream(values())
        .filter(fault -> fault.status == status)
        .findFirst()
        .orElse(status >= 500 ? BROKEN : BAD_REQUEST);
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String what() {
    return what;
  }

  String todo() {
    return todo;
  }

  String safe() {
    return safe;
  }

  /** A missing page or sign-in needs no number to ask about. */
  boolean numbered() {
    return this != NOT_FOUND && this != UNAUTHORISED;
  }
}
