package org.yongtong.casework.rate;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.JournalWords;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.casework.file.State;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Act;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.crypto.Sm3;

/** The applicant rates a finished case, once; the head of the department answers a bad rating. */
@Component
public class RateCase {

  static final int LONGEST = 500;
  private static final int LONGEST_ANSWER = 1000;
  private static final int SHORTEST_ANSWER = 5;

  private final CaseActions actions;
  private final Ratings ratings;
  private final Journal journal;
  private final Messages messages;

  RateCase(CaseActions actions, Ratings ratings, Journal journal, Messages messages) {
    this.actions = actions;
    this.ratings = ratings;
    this.journal = journal;
    this.messages = messages;
  }

  /**
   * @param level points as sent
   * @param tags names of {@link RatingTag} as sent
   */
  public record Said(String level, List<String> tags, String text) {}

  /** Whether there is anything to rate: decided and handed over, or turned away. */
  public static boolean ratable(CaseFile file) {
    return file.state() == State.DELIVERED || file.state() == State.NOT_ACCEPTED;
  }

  public CaseResult rate(CaseActions.Request request, Said said, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.APPLICANT,
        (file, by) -> {
          Optional<RatingLevel> level = RatingLevel.parse(said.level());
          if (!ratable(file)) {
            return Optional.of(new Refusal.Rule("办结以后才能评价。"));
          }
          if (level.isEmpty()) {
            return Optional.of(new Refusal.Missing("level", "请选择满意程度。"));
          }
          String text = said.text().strip();
          if (text.length() > LONGEST) {
            return Optional.of(
                new Refusal.Missing(
                    "text", "请控制在 %d 字以内，现在是 %d 字。".formatted(LONGEST, text.length())));
          }
          List<String> tags =
              List.of(RatingTag.values()).stream()
                  .filter(tag -> said.tags().contains(tag.name()))
                  .map(RatingTag::word)
                  .toList();
          boolean first =
              ratings.add(
                  new Rating(
                      file.id(),
                      file.number(),
                      file.itemVersion(),
                      file.taskCode(),
                      file.itemName(),
                      file.department(),
                      file.division(),
                      me.account(),
                      level.get(),
                      tags,
                      text,
                      PersonalData.without(text, file.applicant().name()),
                      by.at(),
                      null,
                      null));
          if (!first) {
            return Optional.of(new Refusal.Rule("这件事您已经评价过，评价不能修改。"));
          }
          Map<String, Object> payload = new LinkedHashMap<>();
          payload.put("level", level.get().word());
          payload.put("tags", tags);
          payload.put("content_sm3", Sm3.hex(text.getBytes(StandardCharsets.UTF_8)));
          record(file, JournalWords.RATED, by, payload);
          return Optional.empty();
        });
  }

  public CaseResult answer(CaseActions.Request request, String answer, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.HEAD,
        (file, by) -> {
          Optional<Rating> rating = ratings.ofCase(file.id()).filter(each -> each.level().bad());
          if (rating.isEmpty()) {
            return Optional.of(new Refusal.NotYours());
          }
          String text = answer.strip();
          if (text.length() < SHORTEST_ANSWER || text.length() > LONGEST_ANSWER) {
            return Optional.of(
                new Refusal.Missing(
                    "text",
                    "请写明核实的情况和怎样改进（%d 到 %d 个字）。".formatted(SHORTEST_ANSWER, LONGEST_ANSWER)));
          }
          if (!ratings.answer(file.id(), text, Objects.requireNonNull(by.account()), by.at())) {
            return Optional.of(new Refusal.Rule("这条评价已经回复过。"));
          }
          record(file, JournalWords.RATING_ANSWERED, by, Map.of("text", text));
          messages.tell(
              file,
              "rating-answered",
              "您的评价有了回复",
              "“%s”（%s）的承办部门回复了您的评价。".formatted(file.itemName(), file.number()));
          return Optional.empty();
        });
  }

  private void record(CaseFile file, String kind, CaseFile.By by, Map<String, Object> payload) {
    journal.append(
        new Act(
            new Subject(CaseFiles.SUBJECT, file.id().toString()),
            kind,
            by.actor(),
            file.division(),
            file.department(),
            null,
            payload));
  }
}
