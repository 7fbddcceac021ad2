package org.yongtong.catalogue.design;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.catalogue.edit.Place;
import org.yongtong.catalogue.revise.Refusal;
import org.yongtong.catalogue.revise.RevisionActions;
import org.yongtong.catalogue.revise.RevisionResult;
import org.yongtong.identity.SignedIn;

/**
 * One act of a designer: under the revision's lock the document is copied, changed, kept with its
 * journal row, and the step is remembered so that it can be taken back.
 */
@Component
class Drafting {

  private final RevisionActions actions;
  private final Steps steps;

  Drafting(RevisionActions actions, Steps steps) {
    this.actions = actions;
    this.steps = steps;
  }

  /** What an act says of itself. */
  sealed interface Act {

    /**
     * @param said in words, for the step
     * @param query where to go on, e.g. {@code ?field=area}
     */
    record Made(String said, String query) implements Act {}

    /**
     * Nothing is kept.
     *
     * @param problems control → message; under "" what lies at no control
     */
    record Refused(Map<String, String> problems) implements Act {}

    /** Somebody else changed the same place since the page was opened. */
    record Overtaken() implements Act {}

    static Act no(String message) {
      return new Refused(Map.of("", message));
    }
  }

  /** Changes a copy of the document. */
  interface Work {
    Act on(Map<String, Object> document);
  }

  /** What came of it. */
  sealed interface Outcome {
    record Done(String query) implements Outcome {}

    record Refused(Map<String, String> problems) implements Outcome {}

    record Overtaken() implements Outcome {}

    /** The revision cannot be written in now. */
    record Closed(Refusal refusal) implements Outcome {}
  }

  Outcome act(UUID revision, SignedIn me, String page, Work work) {
    var outcome = new Outcome[1];
    RevisionResult result =
        actions.write(
            revision,
            me,
            (stored, by) -> {
              Map<String, Object> document = Place.copy(stored.content());
              Act act = work.on(document);
              outcome[0] =
                  switch (act) {
                    case Act.Made(var said, var query) -> new Outcome.Done(query);
                    case Act.Refused(var problems) -> new Outcome.Refused(problems);
                    case Act.Overtaken ignored -> new Outcome.Overtaken();
                  };
              if (!(act instanceof Act.Made made) || document.equals(stored.content())) {
                return Optional.of(new Refusal.Rule("")); // nothing to write
              }
              Map<String, Object> before = stored.content();
              Optional<Refusal> refusal = stored.edit(by, document, page);
              if (refusal.isPresent()) {
                outcome[0] = new Outcome.Closed(refusal.get());
              } else {
                steps.keep(revision, page, made.said(), before, document, by.actor().name());
              }
              return refusal;
            });
    return outcome(outcome[0], result);
  }

  /** Takes the last step back, unless what it changed was changed again. */
  Outcome undo(UUID revision, SignedIn me, String page) {
    var outcome = new Outcome[1];
    RevisionResult result =
        actions.write(
            revision,
            me,
            (stored, by) -> {
              Optional<Steps.Step> last = steps.last(revision);
              if (last.isEmpty()) {
                outcome[0] = new Outcome.Refused(Map.of("", "没有可以撤销的步骤了。"));
                return Optional.of(new Refusal.Rule(""));
              }
              Steps.Step step = last.get();
              Map<String, Object> document = Place.copy(stored.content());
              if (!Steps.fingerprint(document, step.elements()).equals(step.after())) {
                outcome[0] =
                    new Outcome.Refused(
                        Map.of("", "“%s”以后，同一处又在别的页面改过，不能撤销。请直接改回来。".formatted(step.said())));
                return Optional.of(new Refusal.Rule(""));
              }
              step.before()
                  .forEach(
                      (key, value) -> {
                        if (value == null) {
                          document.remove(key);
                        } else {
                          document.put(key, value);
                        }
                      });
              Optional<Refusal> refusal = stored.edit(by, document, page);
              if (refusal.isPresent()) {
                outcome[0] = new Outcome.Closed(refusal.get());
              } else {
                steps.forget(revision, step.number());
                outcome[0] = new Outcome.Done("?undone=1");
              }
              return refusal;
            });
    return outcome(outcome[0], result);
  }

  private static Outcome outcome(@Nullable Outcome said, RevisionResult result) {
    if (said == null) { // not this viewer's, or gone
      result.fold(
          done -> done,
          refusal -> {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
          });
      throw new IllegalStateException("an act came to nothing");
    }
    return said;
  }
}
