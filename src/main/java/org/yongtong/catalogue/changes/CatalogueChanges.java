package org.yongtong.catalogue.changes;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.changes.CatalogueChange.Place;

/** The past of the catalogue, for other features. */
@Component
public class CatalogueChanges {

  public static final Place BEGINNING = new Place(0, 0);

  private final ChangeTable changes;
  private final VersionTable versions;

  CatalogueChanges(ChangeTable changes, VersionTable versions) {
    this.changes = changes;
    this.versions = versions;
  }

  /** A place as it was written; null when the text is none. */
  public static @Nullable Place place(String text) {
    return Place.parse(text);
  }

  /**
   * Every change after a place, oldest first. Who reads on from the last one's place misses none
   * and gets none twice, whatever is published meanwhile: see {@link TakeInChanges}.
   */
  public List<CatalogueChange> after(Place place, int limit) {
    return changes.after(place, limit);
  }

  /**
   * Newest first.
   *
   * @param below only versions before this number
   * @return empty when no item is or was published under the code
   */
  public Optional<List<ItemVersion>> versions(String taskCode, int below, int limit) {
    return versions.find(taskCode).map(item -> versions.list(item.id(), below, limit));
  }

  public Optional<ItemContent> version(String taskCode, int number) {
    return versions.content(taskCode, number);
  }
}
