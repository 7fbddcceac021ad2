package org.yongtong.catalogue.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ServiceItem.Kind;
import org.yongtong.catalogue.revise.Items;
import org.yongtong.catalogue.revise.Purpose;
import org.yongtong.catalogue.revise.Refusal;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionResult;
import org.yongtong.catalogue.revise.Revisions;
import org.yongtong.catalogue.revise.StartRevision;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** An editor sets up an item, or opens a revision of one. */
@Controller
@Allow(value = Who.STAFF, roles = Role.EDITOR)
class StartRevisionController {

  private final StartRevision start;
  private final Revisions revisions;
  private final Items items;

  StartRevisionController(StartRevision start, Revisions revisions, Items items) {
    this.start = start;
    this.revisions = revisions;
    this.items = items;
  }

  @GetMapping("/desk/catalogue/new")
  ModelAndView newItem(@AuthenticationPrincipal SignedIn me) {
    return fresh(me, Map.of("region", "00", "way", "MAIN"), null, HttpStatus.OK);
  }

  @PostMapping("/desk/catalogue/new")
  ModelAndView setUp(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "00") String region,
      @RequestParam(defaultValue = "MAIN") String way,
      @RequestParam(defaultValue = "") String of,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam UUID key,
      @AuthenticationPrincipal SignedIn me) {
    var typed =
        Map.of(
            "name",
            name,
            "kind",
            kind,
            "region",
            region,
            "way",
            way,
            "of",
            of,
            "reason",
            reason,
            "key",
            key.toString());
    Kind wanted = find(Kind.values(), kind).orElse(null);
    StartRevision.Way how = find(StartRevision.Way.values(), way).orElse(StartRevision.Way.MAIN);
    if (wanted == null && how == StartRevision.Way.MAIN) {
      return fresh(
          me, typed, new Refusal.Missing("kind", "请选择事项类型。"), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    RevisionResult result =
        start.setUp(
            new StartRevision.NewItem(
                name, wanted == null ? Kind.PERMIT : wanted, region.equals("00"), how, of, reason),
            key,
            me);
    return result.fold(
        done -> new ModelAndView("redirect:" + path(done.revision()) + "?done=START"),
        refusal -> fresh(me, typed, refusal, HttpStatus.UNPROCESSABLE_CONTENT));
  }

  private ModelAndView fresh(
      SignedIn me, Map<String, String> typed, @Nullable Refusal refusal, HttpStatusCode status) {
    var kinds = new LinkedHashMap<String, String>();
    for (Kind kind : Kind.values()) {
      kinds.put(kind.name(), kind.word());
    }
    var ways = new LinkedHashMap<String, String>();
    for (StartRevision.Way way : StartRevision.Way.values()) {
      ways.put(way.name(), way.word());
    }
    var leads = new LinkedHashMap<String, String>();
    for (ItemHead head : start.ownLeads(me)) {
      leads.put(head.id(), head.name());
    }
    return page(
        new StartPage(
            true,
            "",
            "",
            Purpose.SET_UP.name(),
            Purpose.SET_UP.word(),
            Purpose.SET_UP.sentence(),
            kinds,
            ways,
            leads,
            typed,
            key(typed),
            problems(refusal),
            general(refusal),
            null),
        status);
  }

  private static UUID key(Map<String, String> typed) {
    String key = typed.get("key");
    return key == null ? UUID.randomUUID() : UUID.fromString(key);
  }

  @GetMapping("/desk/catalogue/items/{item}/revise")
  ModelAndView revise(
      @PathVariable String item,
      @RequestParam(defaultValue = "ADJUST") String purpose,
      @RequestParam(defaultValue = "") String page) {
    return change(head(item), purpose(purpose), Map.of("page", page), null, HttpStatus.OK);
  }

  /**
   * @param page of the editor to go to, e.g. from a finding of the quality board
   */
  @PostMapping("/desk/catalogue/items/{item}/revise")
  ModelAndView begin(
      @PathVariable String item,
      @RequestParam(defaultValue = "ADJUST") String purpose,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String page,
      @AuthenticationPrincipal SignedIn me) {
    ItemHead head = head(item);
    Purpose wanted = purpose(purpose);
    RevisionResult result =
        wanted == Purpose.CLAIM
            ? start.claim(item, reason, me)
            : start.change(wanted, item, reason, me);
    return result.fold(
        done -> new ModelAndView("redirect:" + path(done.revision()) + "/" + first(wanted, page)),
        refusal -> refused(head, wanted, Map.of("reason", reason, "page", page), refusal, me));
  }

  private ModelAndView refused(
      ItemHead head, Purpose purpose, Map<String, String> typed, Refusal refusal, SignedIn me) {
    if (refusal instanceof Refusal.NotYours) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    if (refusal instanceof Refusal.OpenAlready) {
      Optional<Revision> open = revisions.findOpen(opened(head, purpose, me));
      boolean twice =
          open.filter(
                  revision ->
                      revision.purpose() == purpose && me.account().equals(revision.author()))
              .isPresent();
      if (twice) { // the same button pressed again
        return new ModelAndView(
            "redirect:" + path(open.get()) + "/" + first(purpose, typed.getOrDefault("page", "")));
      }
    }
    return change(head, purpose, typed, refusal, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static String opened(ItemHead head, Purpose purpose, SignedIn me) {
    String department = me.department();
    return purpose == Purpose.CLAIM && department != null
        ? org.yongtong.catalogue.ItemDocument.claimantId(head.id(), department)
        : head.id();
  }

  private static String first(Purpose purpose, String page) {
    if (purpose.changesText() && page.matches("[a-z][a-z0-9_/-]{0,60}")) {
      return page + "?check=1";
    }
    return "terms";
  }

  private ModelAndView change(
      ItemHead head,
      Purpose purpose,
      Map<String, String> typed,
      @Nullable Refusal refusal,
      HttpStatusCode status) {
    return page(
        new StartPage(
            false,
            head.id(),
            head.name(),
            purpose.name(),
            purpose.word(),
            purpose.sentence(),
            Map.of(),
            Map.of(),
            Map.of(),
            typed,
            UUID.randomUUID(),
            problems(refusal),
            general(refusal),
            revisions
                .findOpen(head.id())
                .filter(each -> purpose != Purpose.CLAIM)
                .map(StartRevisionController::path)
                .orElse(null)),
        status);
  }

  private static Map<String, String> problems(@Nullable Refusal refusal) {
    return refusal instanceof Refusal.Missing(String field, String message)
        ? Map.of(field, message)
        : Map.of();
  }

  private static @Nullable String general(@Nullable Refusal refusal) {
    return refusal == null || refusal instanceof Refusal.Missing ? null : refusal.message();
  }

  private static ModelAndView page(StartPage page, HttpStatusCode status) {
    return new ModelAndView("catalogue/desk/start", Map.of("page", page), status);
  }

  private static String path(Revision revision) {
    return "/desk/catalogue/revisions/" + revision.id();
  }

  private ItemHead head(String item) {
    return items.find(item).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Purpose purpose(String text) {
    return find(Purpose.values(), text)
        .filter(purpose -> purpose != Purpose.SET_UP && purpose != Purpose.TAKE_OVER)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
    for (E value : values) {
      if (value.name().equals(name)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
