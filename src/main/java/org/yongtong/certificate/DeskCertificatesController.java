package org.yongtong.certificate;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.certificate.Certificate.Status;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.Ids;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Certificates at the desk: find, look, and change the status of those of one's own department. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.DECIDER, Role.HEAD, Role.SUPERVISOR})
class DeskCertificatesController {

  private static final int NEWEST = 50;
  private static final int SHORTEST_REASON = 5;
  private static final int LONGEST_REASON = 500;

  private final CertificateTables tables;
  private final CertificateLibrary library;
  private final Clock clock;

  DeskCertificatesController(CertificateTables tables, CertificateLibrary library, Clock clock) {
    this.tables = tables;
    this.library = library;
    this.clock = clock;
  }

  @GetMapping("/desk/certificates")
  String list(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    String typed = q.strip();
    List<Stored> found = typed.isEmpty() ? newest(me) : find(typed);
    model.addAttribute(
        "page",
        new DeskCertificatesPage(typed, found.stream().map(DeskCertificatesPage.Row::of).toList()));
    return "certificate/desk-certificates";
  }

  private List<Stored> newest(SignedIn me) {
    String department = me.department();
    return department == null ? List.of() : tables.ofDepartment(department, NEWEST);
  }

  private List<Stored> find(String typed) {
    String number = VerifyCertificate.normal(typed);
    return Stream.of(tables.findByNumber(number), tables.findByIdentifier(number))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  @GetMapping("/desk/certificates/{id}")
  String certificate(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      @RequestParam(required = false) boolean changed,
      Model model) {
    Stored stored = get(id);
    boolean whole = ofOwnDepartment(stored, me) || me.roles().contains(Role.SUPERVISOR);
    Certificate certificate = stored.certificate();
    List<CertificatePage.Change> changes =
        mayChange(stored, me)
            ? StatusRules.from(certificate.status()).stream()
                .map(rule -> change(certificate, rule))
                .toList()
            : List.of();
    model.addAttribute(
        "page",
        CertificatePage.of(
            stored,
            whole ? certificate.holderName() : Words.holder(stored),
            whole,
            null,
            tables.changes(certificate.id()),
            changes,
            changed));
    return "certificate/desk-certificate";
  }

  private static CertificatePage.Change change(Certificate certificate, StatusRules rule) {
    return new CertificatePage.Change(
        rule.verb(),
        "/desk/certificates/%s/change?to=%s".formatted(certificate.id(), rule.to().name()));
  }

  @GetMapping("/desk/certificates/{id}/change")
  String ask(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String to,
      Model model) {
    Stored stored = get(id);
    refuseOthers(stored, me);
    Optional<StatusRules> rule = rule(stored, to);
    if (rule.isEmpty()) {
      return "redirect:/desk/certificates/" + stored.certificate().id();
    }
    String key = Ids.next(clock).toString();
    model.addAttribute("page", page(stored, rule.get(), "", key, Map.of()));
    return "certificate/desk-change";
  }

  @PostMapping("/desk/certificates/{id}/change")
  String change(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String confirmed,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response,
      Model model) {
    Stored stored = get(id);
    refuseOthers(stored, me);
    UUID certificate = stored.certificate().id();
    if (tables.hasActed(key)) {
      return done(certificate);
    }
    Optional<StatusRules> rule = rule(stored, to);
    if (rule.isEmpty()) {
      return "redirect:/desk/certificates/" + certificate;
    }
    Map<String, String> problems = problems(reason, confirmed, key);
    if (!problems.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String own = Keys.parse(key).isPresent() ? key : Ids.next(clock).toString();
      model.addAttribute("page", page(stored, rule.get(), reason, own, problems));
      return "certificate/desk-change";
    }
    StatusOutcome outcome =
        library.change(certificate, rule.get().to(), reason.strip(), me.actor(), key);
    return outcome instanceof StatusOutcome.NotAllowed
        ? "redirect:/desk/certificates/" + certificate
        : done(certificate);
  }

  private static String done(UUID certificate) {
    return "redirect:/desk/certificates/%s?changed=true".formatted(certificate);
  }

  private static Map<String, String> problems(String reason, String confirmed, String key) {
    var problems = new LinkedHashMap<String, String>();
    int length = reason.strip().length();
    if (length < SHORTEST_REASON) {
      problems.put("reason", "请写明理由和依据的文书，不少于%d个字".formatted(SHORTEST_REASON));
    } else if (length > LONGEST_REASON) {
      problems.put("reason", "理由请控制在%d字以内，现在是%d字".formatted(LONGEST_REASON, length));
    }
    if (!confirmed.equals("true")) {
      problems.put("confirmed", "请核对后勾选确认");
    }
    if (Keys.parse(key).isEmpty()) {
      problems.put("reason", "页面已经过期，请核对后重新提交");
    }
    return problems;
  }

  private static ChangePage page(
      Stored stored, StatusRules rule, String reason, String key, Map<String, String> problems) {
    Certificate certificate = stored.certificate();
    return new ChangePage(
        certificate.id(),
        certificate.name(),
        certificate.number(),
        certificate.holderName(),
        Words.pill(certificate.status()),
        Words.tone(certificate.status()),
        rule.to().name(),
        rule.verb(),
        rule.basis(),
        rule.to() == Status.VALID
            ? "确认后，证照立即恢复使用，公众核验的结果为“有效”（过了有效期的除外）。"
            : "确认后立即生效，公众核验的结果变为“已%s”，持证人可以在自己的空间看到变更和理由。".formatted(rule.to().word()),
        reason,
        key,
        problems);
  }

  /** Another department's officer finds the certificate, but not this step. */
  private static void refuseOthers(Stored stored, SignedIn me) {
    if (!mayChange(stored, me)) {
      throw new AccessDeniedException("only the issuing department changes the status");
    }
  }

  private static boolean mayChange(Stored stored, SignedIn me) {
    boolean decides = me.roles().contains(Role.DECIDER) || me.roles().contains(Role.HEAD);
    return decides && ofOwnDepartment(stored, me);
  }

  private static boolean ofOwnDepartment(Stored stored, SignedIn me) {
    return stored.department().equals(me.department());
  }

  private static Optional<StatusRules> rule(Stored stored, String to) {
    return Arrays.stream(Status.values())
        .filter(status -> status.name().equals(to))
        .findFirst()
        .flatMap(status -> StatusRules.find(stored.certificate().status(), status));
  }

  private Stored get(String id) {
    return Keys.parse(id)
        .flatMap(tables::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
