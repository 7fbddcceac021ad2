package org.yongtong.catalogue.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.yongtong.platform.crypto.Sm3;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One page of the editor.
 *
 * @param key last part of its address
 * @param title as in the side navigation
 * @param lead what it is for, in a sentence; may be empty
 */
public record EditorPage(String key, String title, String lead, List<Block> blocks) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  static EditorPage of(String key, String title, String lead, Block... blocks) {
    return new EditorPage(key, title, lead, List.of(blocks));
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
    if (key.equals(LeadPages.PAPERS)) {
      return place.startsWith(LeadPages.PAPERS);
    }
    return places().stream()
        .anyMatch(
            own ->
                place.equals(own)
                    || place.startsWith(own + ".")
                    || place.startsWith(own + "[")
                    || own.startsWith(place + "."));
  }

  /** Whether nothing of it has been filled in. */
  boolean untouched(Map<String, Object> document) {
    return places().stream().allMatch(place -> Place.get(document, place) == null);
  }

  /**
   * What the page says in a document, as a short fingerprint: two who write on the same page find
   * out, two who write on different pages do not disturb each other.
   */
  String fingerprint(Map<String, Object> document) {
    var values = new ArrayList<Object>();
    for (String place : places()) {
      Object value = Place.get(document, place);
      values.add(value == null ? "" : value);
    }
    byte[] digest = Sm3.digest(JSON.writeValueAsString(values).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 8);
  }
}
