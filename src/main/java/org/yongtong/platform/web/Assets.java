package org.yongtong.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Style sheets, scripts and pictures: read and compressed once at start, served under a name that
 * carries their content hash, so that a browser never asks twice and never keeps an old one.
 */
@Component
public class Assets {

  /** Parts of libraries that pages use: our name → place in the WebJar. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "tabler.css", "META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css",
          "htmx.js", "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "json", "application/json",
          "webmanifest", "application/manifest+json");

  private final Map<String, Asset> byName = new LinkedHashMap<>();
  private final Map<String, Asset> byPath = new LinkedHashMap<>();

  Assets() {
    LIBRARIES.forEach((name, place) -> add(name, new ClassPathResource(place)));
    try {
      for (Resource own :
          new PathMatchingResourcePatternResolver().getResources("classpath*:static/*.*")) {
        add(String.valueOf(own.getFilename()), own);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The address of an asset, e.g. {@code /assets/1f0c…/yongtong.css}. */
  public String url(String name) {
    Asset asset = byName.get(name);
    if (asset == null) {
      throw new IllegalArgumentException(
          "no asset named " + name + "; there are " + byName.keySet());
    }
    return asset.url();
  }

  @Nullable Asset find(String hash, String name) {
    return byPath.get(hash + "/" + name);
  }

  private void add(String name, Resource resource) {
    try {
      byte[] bytes = resource.getContentAsByteArray();
      String hash =
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
              .substring(0, 16);
      String ending = name.substring(name.lastIndexOf('.') + 1);
      String type = TYPES.get(ending);
      if (type == null) {
        throw new IllegalStateException("no content type known for asset " + name);
      }
      boolean text = !ending.equals("png") && !ending.equals("ico");
      var asset = new Asset("/assets/" + hash + "/" + name, type, bytes, text ? gzip(bytes) : null);
      byName.put(name, asset);
      byPath.put(hash + "/" + name, asset);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("asset " + name, unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  /** Text of an asset, for those that other assets or tests read. */
  String text(String name) {
    Asset asset = byName.get(name);
    return asset == null ? "" : new String(asset.bytes(), StandardCharsets.UTF_8);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Asset(String url, String type, byte[] bytes, byte @Nullable [] gzip) {}
}
