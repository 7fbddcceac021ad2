package org.yongtong.catalogue.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of the page after, with the same filters. */
final class Links {

  private final String path;
  private final Map<String, String> parameters = new LinkedHashMap<>();

  private Links(String path) {
    this.path = path;
  }

  static Links to(String path) {
    return new Links(path);
  }

  Links with(String key, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      parameters.put(key, value.toString());
    }
    return this;
  }

  @Override
  public String toString() {
    var builder = UriComponentsBuilder.fromPath(path);
    parameters.forEach((key, value) -> builder.queryParam(key, "{" + key + "}"));
    return builder.encode().buildAndExpand(parameters).toUriString();
  }
}
