package org.yongtong.casework.apply;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Values;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** What an applicant does when the item of a draft was revised, suspended or cancelled. */
@Controller
@Allow(Who.APPLICANT)
@RequestMapping("/apply/drafts/{id}")
class RevisionController {

  private final OpenDrafts open;
  private final Drafts drafts;
  private final StartApplication start;
  private final Catalogue catalogue;

  RevisionController(OpenDrafts open, Drafts drafts, StartApplication start, Catalogue catalogue) {
    this.open = open;
    this.drafts = drafts;
    this.start = start;
    this.catalogue = catalogue;
  }

  /** 知道了: the notice has been read. */
  @PostMapping("/revision")
  String seen(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    OpenDrafts.Opened opened = open.own(id, me);
    if (opened.closed() != null) {
      return "redirect:" + opened.closed();
    }
    drafts.forgetRevision(id, me);
    return "redirect:" + opened.path("form");
  }

  /** Takes what fits along to the item that has taken this one's place. */
  @PostMapping("/successor")
  String successor(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    OpenDrafts.Opened opened = open.own(id, me);
    if (opened.closed() != null) {
      return "redirect:" + opened.closed();
    }
    ItemsInForce.Stop stop = opened.stop();
    String code = stop == null ? null : stop.successor();
    if (code == null) {
      return "redirect:" + opened.path("check");
    }
    Optional<ServiceItem> next =
        catalogue.findPublished(code).filter(item -> StartApplication.suits(item, me));
    if (next.isEmpty()) {
      return "redirect:/items/" + code;
    }
    Filing filing = opened.filing();
    Values values = KeptValues.fit(opened.item().form(), next.get().form(), withoutFiles(opened));
    Drafts.Draft draft = start.online(next.get(), values, null, me);
    drafts.change(
        draft.id(),
        me,
        begun -> begun.filing().with(contacts(begun.filing().applicant(), filing.applicant())));
    return "redirect:/apply/drafts/" + draft.id() + "/applicant";
  }

  /** Files stay with the draft they were uploaded to. */
  private static Values withoutFiles(OpenDrafts.Opened opened) {
    Values values = opened.filing().values();
    for (String field : values.data().keySet().toArray(String[]::new)) {
      if (FieldFiles.asks(opened.item(), field)) {
        values = values.withFiles(field, java.util.List.of());
      }
    }
    return values;
  }

  private static ApplicantSheet contacts(ApplicantSheet now, ApplicantSheet typed) {
    return new ApplicantSheet(
        now.kind(),
        now.name(),
        now.code(),
        typed.phone(),
        typed.address(),
        typed.representative(),
        typed.handler(),
        typed.handlerPhone(),
        now.birth(),
        now.sex(),
        now.division());
  }
}
