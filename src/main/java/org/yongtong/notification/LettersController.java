package org.yongtong.notification;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** 我的消息. */
@Controller
@Allow(Who.SIGNED_IN)
class LettersController {

  private static final int PER_PAGE = 20;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private final LetterBox box;
  private final Letters letters;

  LettersController(LetterBox box, Letters letters) {
    this.box = box;
    this.letters = letters;
  }

  @GetMapping("/my/letters")
  String list(
      @RequestParam(required = false) @Nullable String after,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    var cursor = LetterBox.Cursor.parse(after);
    List<LetterBox.Stored> some = box.list(me.account(), cursor, PER_PAGE + 1);
    List<LetterBox.Stored> shown = some.subList(0, Math.min(PER_PAGE, some.size()));
    String next =
        some.size() > PER_PAGE
            ? "/my/letters?after="
                + new LetterBox.Cursor(shown.getLast().read(), shown.getLast().id())
            : null;
    model.addAttribute(
        "page",
        new LettersPage(
            shown.stream().map(LettersController::line).toList(),
            letters.unread(me.account()),
            cursor == null,
            next));
    return "notification/letters";
  }

  @PostMapping("/my/letters/{id}/open")
  String open(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    LetterBox.Opened opened =
        box.open(me.account(), id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String link = opened.link();
    return "redirect:" + (link == null ? "/my/letters" : link);
  }

  @PostMapping("/my/letters/open-all")
  String openAll(@AuthenticationPrincipal SignedIn me) {
    box.openAll(me.account());
    return "redirect:/my/letters";
  }

  private static LettersPage.Line line(LetterBox.Stored letter) {
    return new LettersPage.Line(
        letter.id().toString(),
        letter.title(),
        letter.text(),
        letter.link(),
        WHEN.format(letter.at()),
        letter.read());
  }
}
