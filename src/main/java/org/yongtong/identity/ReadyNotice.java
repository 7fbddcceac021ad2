package org.yongtong.identity;

import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the end of the start where the platform is, and with which samples to try it. */
@Component
class ReadyNotice {

  private static final int PER_KIND = 5;

  private final AccountPack samples;

  ReadyNotice(AccountPack samples) {
    this.samples = samples;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (!(event.getApplicationContext() instanceof WebServerApplicationContext context)
        || context.getWebServer() == null) {
      return;
    }
    var text = new StringBuilder();
    text.append("\n邕通已启动 Ready: http://localhost:%d\n".formatted(context.getWebServer().getPort()));
    boolean any = false;
    for (AccountKind kind : AccountKind.values()) {
      for (var sample : shown(kind).toList()) {
        if (!any) {
          text.append(
              "\n示例登录（密码均为 %s，正式使用请以 YONGTONG_SAMPLES=false 关闭）\n".formatted(AccountPack.PASSWORD));
          any = true;
        }
        text.append(
            "  %-6s %-28s %s  %s\n"
                .formatted(kind.word(), sample.login(), sample.name(), sample.note()));
      }
    }
    text.append("\n按 Ctrl-C 停止 Stop with Ctrl-C\n");
    System.out.println(text);
  }

  private Stream<AccountPack.Sample> shown(AccountKind kind) {
    var all = samples.shownOf(kind);
    return kind == AccountKind.STAFF
        ? all.stream()
            .filter(
                sample ->
                    sample.login().endsWith(".market_regulation")
                        || sample.login().equals("clerk.hall1")
                        || sample.login().startsWith("supervise1"))
        : all.stream().limit(PER_KIND);
  }
}
