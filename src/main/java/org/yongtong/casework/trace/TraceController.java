package org.yongtong.casework.trace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yongtong.casework.desk.ActionDesk;
import org.yongtong.casework.desk.CaseHeads;
import org.yongtong.casework.desk.Line;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.JournalWords;
import org.yongtong.casework.file.When;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Entry;
import org.yongtong.journal.InclusionProof;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Seals;
import org.yongtong.journal.Subject;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** 全程留痕: every row about a case, with its hash and the proof that it has been sealed. */
@Controller
class TraceController {

  private final ActionDesk desk;
  private final CaseFiles files;
  private final CaseHeads heads;
  private final Journal journal;
  private final Seals seals;

  TraceController(ActionDesk desk, CaseFiles files, CaseHeads heads, Journal journal, Seals seals) {
    this.desk = desk;
    this.files = files;
    this.heads = heads;
    this.journal = journal;
    this.seals = seals;
  }

  @GetMapping("/desk/trace")
  @Allow(value = Who.STAFF, roles = Role.SUPERVISOR)
  String find(@RequestParam(defaultValue = "") String number, Model model) {
    String asked = number.strip();
    Optional<CaseFile> file = asked.isEmpty() ? Optional.empty() : files.findByNumber(asked);
    model.addAttribute(
        "page",
        file.map(found -> page(found, asked))
            .orElseGet(
                () ->
                    new TracePage(
                        null,
                        asked,
                        asked.isEmpty() ? null : "没有找到这个办件。请核对完整的办件编号（43 位以上）。",
                        List.of(),
                        "")));
    return "casework/trace/trace";
  }

  @GetMapping("/desk/cases/{id}/trace")
  @Allow(
      value = Who.STAFF,
      roles = {Role.WINDOW, Role.REVIEWER, Role.DECIDER, Role.HEAD, Role.SUPERVISOR})
  String show(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, Model model) {
    CaseFile file = desk.open(id, me);
    model.addAttribute("page", page(file, file.number()));
    return "casework/trace/trace";
  }

  private TracePage page(CaseFile file, String asked) {
    List<TracePage.Row> rows =
        journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())).stream()
            .map(this::row)
            .toList();
    long proved = rows.stream().filter(row -> row.tone().equals("done")).count();
    long broken = rows.stream().filter(row -> row.tone().equals("late")).count();
    String summary =
        "共 %d 条记录，%d 条已封存并验证一致".formatted(rows.size(), proved)
            + (broken > 0 ? "，%d 条验证不一致".formatted(broken) : "")
            + (rows.size() - proved - broken > 0
                ? "，%d 条等待封存（通常两秒内）".formatted(rows.size() - proved - broken)
                : "")
            + "。";
    return new TracePage(heads.of(file), asked, null, rows, summary);
  }

  private TracePage.Row row(Entry entry) {
    @Nullable InclusionProof proof = seals.proof(entry.position()).orElse(null);
    String word = "等待封存";
    String tone = "neutral";
    String detail = "";
    if (proof != null) {
      boolean right = seals.verify(proof, entry);
      word = right ? "已封存，验证一致" : "验证不一致";
      tone = right ? "done" : "late";
      detail =
          "第 %d 号封存，%s，证明路径 %d 步"
              .formatted(
                  proof.seal().number(), When.moment(proof.seal().sealedAt()), proof.path().size());
    }
    return new TracePage.Row(
        String.valueOf(entry.position()),
        When.moment(entry.at()),
        entry.act().actor().name(),
        JournalWords.kind(entry.kind()),
        entry.kind(),
        JournalWords.payload(entry).stream().map(Line::of).toList(),
        entry.hash(),
        word,
        tone,
        detail);
  }
}
