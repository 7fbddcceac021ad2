package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * One page of the editor.
 *
 * @param key last part of its address
 * @param title as in the side navigation
 * @param lead what it is for, in a sentence; may be empty
 */
record EditorPage(String key, String title, String lead, List<Block> blocks) {

  static EditorPage of(String key, String title, String lead, Block... blocks) {
    return new EditorPage(key, title, lead, List.of(blocks));
  }

  EditorPage and(List<? extends Block> more) {
    var all = new ArrayList<Block>(blocks);
    all.addAll(more);
    return new EditorPage(key, title, lead, List.copyOf(all));
  }

  /** The places that it shows: of single elements and of lists. */
  List<String> places() {
    return blocks.stream()
        .flatMap(
            block ->
                switch (block) {
                  case Block.Field field -> java.util.stream.Stream.of(field.place());
                  case Block.Group group -> group.fields().stream().map(Block.Field::place);
                  case Block.Rows rows -> java.util.stream.Stream.of(rows.place());
                })
        .toList();
  }

  /** Whether a place lies on this page. */
  boolean holds(String place) {
    return places().stream()
        .anyMatch(
            own ->
                place.equals(own)
                    || place.startsWith(own + ".")
                    || place.startsWith(own + "[")
                    || own.startsWith(place + "."));
  }
}
