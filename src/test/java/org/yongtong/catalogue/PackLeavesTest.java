package org.yongtong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yongtong.YongtongTest;
import org.yongtong.form.Forms;

/** Every tree of questions of the pack, leaf by leaf. */
@YongtongTest
class PackLeavesTest {

  @Autowired Catalogue catalogue;
  @Autowired Forms forms;
  @Autowired Situations situations;
  @Autowired Clock clock;

  private List<ServiceItem> items() {
    return catalogue.leads().stream()
        .map(head -> catalogue.findPublished(head.taskCode()).orElseThrow())
        .toList();
  }

  @Test
  void everyRuleOfThePackTypeChecks() {
    var wrong = new ArrayList<String>();
    int rules = 0;
    for (ServiceItem item : items()) {
      for (String rule : Leaves.rules(item)) {
        rules++;
        for (String defect : forms.defectsOf(item.form(), rule)) {
          wrong.add("%s：%s：%s".formatted(item.id(), rule, defect));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(rules).isGreaterThan(500);
  }

  @Test
  void everyLeafOfEveryTreeIsReachedAndNoAnswerIsInVain() throws Exception {
    var wrong = new ArrayList<String>();
    var table = new ArrayList<String>();
    int leaves = 0;
    for (ServiceItem item : items()) {
      Leaves tree = Leaves.of(item, forms, situations, LocalDate.now(clock));
      leaves += tree.leaves().size();
      table.add("%s\t%d\t%d".formatted(item.id(), tree.deepest(), tree.leaves().size()));
      if (!tree.complete()) {
        wrong.add("%s：多于 %d 种情形".formatted(item.id(), Leaves.MOST));
      }
      for (Leaves.Answer answer : tree.unreached()) {
        wrong.add("%s：“%s”选不到“%s”".formatted(item.id(), answer.question().label(), answer.words()));
      }
      if (tree.leaves().stream().allMatch(leaf -> leaf.refusal() != null)) {
        wrong.add("%s：没有一种回答能办成".formatted(item.id()));
      }
      for (Leaves.Leaf leaf : tree.leaves()) {
        if (leaf.refusal() == null && !leaf.situation().open().isEmpty()) {
          wrong.add("%s：还有没有回答的问题：%s".formatted(item.id(), leaf.answers()));
        }
        if (leaf.situation().promisedDays() > item.limits().promisedDays()) {
          wrong.add("%s：超过承诺时限：%s".formatted(item.id(), leaf.answers()));
        }
      }
    }
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "leaves.txt"), table);
    assertThat(wrong).isEmpty();
    assertThat(leaves).isGreaterThan(items().size());
  }

  @Test
  void noPaperOfThePackIsNeverAskedOrAskedOfEverybodyInDisguise() {
    var wrong = new ArrayList<String>();
    for (ServiceItem item : items()) {
      for (ServiceItem.Paper paper : item.papers()) {
        String when = paper.when();
        if (when != null) {
          RuleTrial.Finding finding = RuleTrial.of(item.form(), when, forms, LocalDate.now(clock));
          if (finding == RuleTrial.Finding.NEVER || finding == RuleTrial.Finding.ALWAYS) {
            wrong.add("%s：材料“%s” %s %s".formatted(item.id(), paper.name(), finding, when));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
