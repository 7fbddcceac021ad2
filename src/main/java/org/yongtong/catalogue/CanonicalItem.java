package org.yongtong.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way an item's source is stored: JSON with sorted keys and no white space, so that the
 * order of keys, comments and layout of the YAML file make no new version.
 *
 * @param hash SHA-256 of the JSON in UTF-8, lower-case hex
 */
public record CanonicalItem(String json, String hash) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  public static CanonicalItem of(Map<String, Object> data) {
    String json = JSON.writeValueAsString(data);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return new CanonicalItem(json, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static Map<String, Object> read(String json) {
    return JSON.readValue(json, OBJECT);
  }
}
