package org.yongtong.catalogue.edit;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.revise.BaseCodes;
import org.yongtong.catalogue.revise.Purpose;
import org.yongtong.catalogue.revise.Refusal;
import org.yongtong.catalogue.revise.RevisionActions;
import org.yongtong.catalogue.revise.RevisionResult;
import org.yongtong.identity.SignedIn;

/**
 * Saves what an editor typed on one page. Under the row's lock the page's fingerprint is held
 * against what is stored: whoever saves second sees both texts, and nothing is lost.
 */
@Component
class Writing {

  private final RevisionActions actions;
  private final BaseCodes codes;

  Writing(RevisionActions actions, BaseCodes codes) {
    this.actions = actions;
    this.codes = codes;
  }

  /** What came of it. */
  sealed interface Outcome {

    /**
     * @param document as it is stored now
     */
    record Saved(Map<String, Object> document) implements Outcome {}

    /**
     * Too long to be kept.
     *
     * @param typed what would have been stored
     */
    record Unfit(Map<String, Object> typed, Map<String, String> problems) implements Outcome {}

    /** Somebody else saved the page meanwhile. */
    record Overtaken(Map<String, Object> typed) implements Outcome {}

    /** The revision cannot be written in now. */
    record Closed(Refusal refusal, Map<String, Object> typed) implements Outcome {}
  }

  /**
   * @param page found in the stored text, so that a paper is found wherever it stands now; null
   *     when it is gone
   * @param seen fingerprint that the form carried
   */
  Outcome save(
      UUID revision,
      SignedIn me,
      Function<Map<String, Object>, @Nullable EditorPage> page,
      String seen,
      Map<String, String[]> sent,
      @Nullable Map<String, Object> lead) {
    var outcome = new Outcome[1];
    RevisionResult result =
        actions.write(
            revision,
            me,
            (stored, by) -> {
              EditorPage on = page.apply(stored.content());
              if (on == null) {
                return Optional.of(new Refusal.NotYours());
              }
              Typed.Result typed = Typed.on(on, sent, stored.content());
              if (!typed.problems().isEmpty()) {
                outcome[0] = new Outcome.Unfit(typed.document(), typed.problems());
                return Optional.of(new Refusal.Rule(""));
              }
              if (!on.fingerprint(stored.content()).equals(seen)) {
                outcome[0] = new Outcome.Overtaken(typed.document());
                return Optional.of(new Refusal.Rule(""));
              }
              Map<String, Object> document = typed.document();
              Move.parse(button(sent))
                  .ifPresent(move -> move.apply(on, document, lead == null ? Map.of() : lead));
              if (stored.purpose() == Purpose.SET_UP) {
                codes.follow(stored.content(), document);
              }
              outcome[0] = new Outcome.Saved(document);
              if (document.equals(stored.content()) && stored.state().withAuthor()) {
                return Optional.of(new Refusal.Rule("")); // nothing to write
              }
              Optional<Refusal> refusal = stored.edit(by, document, on.key());
              refusal.ifPresent(why -> outcome[0] = new Outcome.Closed(why, document));
              return refusal;
            });
    if (outcome[0] == null) {
      return new Outcome.Closed(
          result.fold(done -> new Refusal.NotYours(), refusal -> refusal), Map.of());
    }
    return outcome[0];
  }

  static @Nullable String button(Map<String, String[]> sent) {
    String[] values = sent.get("do");
    return values == null || values.length == 0 ? null : values[0];
  }
}
