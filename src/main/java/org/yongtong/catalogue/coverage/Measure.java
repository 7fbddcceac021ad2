package org.yongtong.catalogue.coverage;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ItemFacts;
import org.yongtong.catalogue.ServiceItem.Depth;
import org.yongtong.catalogue.ServiceItem.Handling;

/** What is counted, of what, and in which words it is explained. */
enum Measure {
  ONLINE("可网上申请", "在用，并且能在网上提出申请：全程网办、网上受理、网上预审都算。暂停受理的不算。") {
    @Override
    boolean reaches(ItemFacts facts) {
      return true; // every item has at least a pre-check online
    }
  },
  FULLY_ONLINE("全程网办", "在用，网上办理深度是“全程网办”，到现场次数是 0。") {
    @Override
    boolean reaches(ItemFacts facts) {
      return facts.depth() == Depth.FULL && facts.visits() == 0;
    }
  },
  ONE_VISIT("最多跑一次", "在用，到现场次数是 0 或者 1。") {
    @Override
    boolean reaches(ItemFacts facts) {
      return facts.visits() <= 1;
    }
  },
  INSTANT("即办件", "在用，办件类型是“即办件”。") {
    @Override
    boolean reaches(ItemFacts facts) {
      return facts.handling() == Handling.INSTANT;
    }
  },
  WHOLE(
      "跨部门事项整体办",
      "只数跨部门事项：实施清单写有联办机构，或者必要、按情形的材料里有其他机关核发的。其中只申请一次、这些材料全部由系统调取、申请人不用自己到别的机关去开的，算整体办。按目录登记的办法数，不代表各部门已经在同一系统里并行办理。") {
    @Override
    boolean counts(ItemFacts facts) {
      return facts.crossesDepartments();
    }

    @Override
    boolean reaches(ItemFacts facts) {
      return facts.servedAsAWhole();
    }
  },
  JOINT("登记了联办机构", "在用，实施清单写明由两个以上机构联合办理。") {
    @Override
    boolean reaches(ItemFacts facts) {
      return facts.joint() > 0;
    }
  },
  HELD("至少一份材料免提交", "在用，至少有一份材料在登记库或者电子证照里已经有，由系统调取，不用提交。") {
    @Override
    boolean reaches(ItemFacts facts) {
      return facts.held() > 0;
    }
  },
  ANYWHERE("通办", "在用，登记了通办范围：全国、跨省、跨市或者跨县。") {
    @Override
    boolean reaches(ItemFacts facts) {
      return facts.range() != null;
    }
  };

  private final String word;
  private final String definition;

  Measure(String word, String definition) {
    this.word = word;
    this.definition = definition;
  }

  /** Whether a published item is counted at all. */
  boolean counts(ItemFacts facts) {
    return true;
  }

  /** Whether one that is in use has got there. */
  abstract boolean reaches(ItemFacts facts);

  String word() {
    return word;
  }

  String definition() {
    return definition;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Measure> of(@Nullable String key) {
    for (Measure measure : values()) {
      if (measure.key().equals(key)) {
        return Optional.of(measure);
      }
    }
    return Optional.empty();
  }
}
