package org.yongtong.catalogue.find;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Act;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.Ids;
import org.yongtong.platform.web.Role;

/**
 * Adds everyday phrases to items and takes them back. An editor or checker does so for the items
 * that their department leads, an approver for all.
 */
@Component
class ManagePhrases {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 20;

  private final SearchTables tables;
  private final Catalogue catalogue;
  private final SearchRounds rounds;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ManagePhrases(
      SearchTables tables,
      Catalogue catalogue,
      SearchRounds rounds,
      Journal journal,
      TransactionTemplate transaction,
      Clock clock) {
    this.tables = tables;
    this.catalogue = catalogue;
    this.rounds = rounds;
    this.journal = journal;
    this.transaction = transaction;
    this.clock = clock;
  }

  sealed interface Result {
    record Done(ItemHead item) implements Result {}

    /**
     * @param field which field to mend
     * @param words why not, for the person
     */
    record Refused(String field, String words) implements Result {}
  }

  Result add(String lead, String typed, SignedIn by) {
    String phrase = typed.strip();
    Optional<ItemHead> item = find(lead);
    if (item.isEmpty()) {
      return new Result.Refused("lead", "请选择要加到哪个事项");
    }
    if (!mayChange(item.get(), by)) {
      return new Result.Refused("lead", "这个事项由其他部门牵头，请联系牵头部门或者目录审批人员添加");
    }
    String joined = SearchText.joined(phrase);
    if (joined.length() < SHORTEST || phrase.length() > LONGEST) {
      return new Result.Refused("phrase", "说法应当有 %d 到 %d 个字".formatted(SHORTEST, LONGEST));
    }
    if (Tally.personal(phrase)) {
      return new Result.Refused("phrase", "说法里有一串数字，像证件号码或者电话，不能添加");
    }
    if (hasTitle(item.get(), joined)) {
      return new Result.Refused("phrase", "“%s”已经是这个事项的名称或者通俗名称".formatted(phrase));
    }
    var row =
        new SearchTables.Phrase(
            Ids.next(clock), item.get().id(), phrase, OffsetDateTime.now(clock), by.actor().name());
    boolean added =
        Boolean.TRUE.equals(
            transaction.execute(
                ignored -> {
                  boolean isNew = tables.addPhrase(row);
                  if (isNew) {
                    journal.append(act("search.phrase_added", item.get(), phrase, by));
                  }
                  return isNew;
                }));
    if (!added) {
      return new Result.Refused("phrase", "“%s”已经加到这个事项".formatted(phrase));
    }
    rounds.readPhrases();
    return new Result.Done(item.get());
  }

  /** Taking back what is gone already is no mistake. */
  Result remove(UUID id, SignedIn by) {
    Result result =
        transaction.execute(
            ignored -> {
              SearchTables.Phrase phrase = tables.lockPhrase(id).orElse(null);
              ItemHead item = phrase == null ? null : find(phrase.lead()).orElse(null);
              if (phrase == null || item == null) {
                return new Result.Refused("phrase", "这个说法已经移除");
              }
              if (!mayChange(item, by)) {
                return new Result.Refused("lead", "这个事项由其他部门牵头，不能移除它的说法");
              }
              tables.removePhrase(id, OffsetDateTime.now(clock));
              journal.append(act("search.phrase_removed", item, phrase.phrase(), by));
              return new Result.Done(item);
            });
    rounds.readPhrases();
    return result == null ? new Result.Refused("phrase", "这个说法已经移除") : result;
  }

  static boolean mayChange(ItemHead lead, SignedIn by) {
    return by.roles().contains(Role.APPROVER)
        || ((by.roles().contains(Role.EDITOR) || by.roles().contains(Role.CHECKER))
            && lead.department().equals(by.department()));
  }

  Optional<ItemHead> find(String lead) {
    return catalogue.leads().stream().filter(head -> head.id().equals(lead)).findFirst();
  }

  private static boolean hasTitle(ItemHead item, String joined) {
    return Stream.concat(Stream.of(item.name()), item.aliases().stream())
        .map(SearchText::joined)
        .anyMatch(joined::equals);
  }

  private static Act act(String kind, ItemHead item, String phrase, SignedIn by) {
    return new Act(
        new Subject("item", item.id()),
        kind,
        by.actor(),
        item.division(),
        item.department(),
        null,
        Map.of("phrase", phrase, "name", item.name(), "task_code", item.taskCode()));
  }

  List<SearchTables.Phrase> list() {
    return tables.listPhrases();
  }
}
