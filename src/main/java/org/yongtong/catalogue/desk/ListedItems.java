package org.yongtong.catalogue.desk;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.revise.Party;
import org.yongtong.catalogue.revise.RevisionScope;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;

/** Items of a viewer's departments from the catalogue's memory, filtered, page by page. */
@Component
class ListedItems {

  static final int PAGE = 30;

  private final Catalogue catalogue;
  private final RevisionScope scope;
  private final Directory directory;

  ListedItems(Catalogue catalogue, RevisionScope scope, Directory directory) {
    this.catalogue = catalogue;
    this.scope = scope;
    this.directory = directory;
  }

  /** Lower-case names of kind, level and state, "" for all. */
  record Wanted(String q, String kind, String level, String state) {

    boolean matches(ItemHead head) {
      return (kind.isEmpty() || key(head.kind()).equals(kind))
          && (level.isEmpty() || key(head.level()).equals(level))
          && (state.isEmpty() || key(head.state()).equals(state))
          && (q.isEmpty()
              || head.name().contains(q)
              || head.taskCode().contains(q.toUpperCase(Locale.ROOT))
              || head.aliases().stream().anyMatch(alias -> alias.contains(q)));
    }
  }

  /**
   * A page and one more.
   *
   * @param after id of the last item of the page before, or null
   */
  List<ItemHead> own(SignedIn me, Wanted wanted, @Nullable String after) {
    BiPredicate<String, String> watched = scope.watched(me);
    return page(
        catalogue.listPublished(),
        head -> watched.test(head.department(), head.division()) && wanted.matches(head),
        after);
  }

  /** Leads that the viewer's own body does not run yet; empty on the city's level. */
  List<ItemHead> claimable(SignedIn me, Wanted wanted, @Nullable String after) {
    if (!claims(me)) {
      return List.of();
    }
    String own = me.department();
    Set<String> running =
        catalogue.listPublished().stream()
            .filter(head -> head.department().equals(own))
            .map(ItemHead::leadId)
            .collect(Collectors.toSet());
    return page(
        catalogue.leads(), head -> !running.contains(head.id()) && wanted.matches(head), after);
  }

  /** Whether this viewer claims items for a lower body. */
  boolean claims(SignedIn me) {
    String own = me.department();
    return own != null
        && scope.departments(me, Party.EDITOR).contains(own)
        && directory
            .findDepartment(own)
            .filter(body -> Level.ofDivision(body.division()) != Level.CITY)
            .isPresent();
  }

  private static List<ItemHead> page(
      List<ItemHead> all, Predicate<ItemHead> wanted, @Nullable String after) {
    int from = 0;
    if (after != null) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).id().equals(after)) {
          from = i + 1;
        }
      }
    }
    return all.stream().skip(from).filter(wanted).limit(PAGE + 1L).toList();
  }

  static String key(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
