package org.yongtong.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;

/**
 * Files and feeds that are the same for everybody: with an entity tag, so that who has them already
 * is told so (304) and need not load them again.
 */
public final class PublicData {

  private PublicData() {}

  /**
   * @param fileName to save it under; null shows it
   */
  public static ResponseEntity<byte[]> answer(
      String content, MediaType type, @Nullable String fileName, WebRequest request) {
    byte[] body = content.getBytes(StandardCharsets.UTF_8);
    // weak, because the connection may compress it
    String tag = "W/\"" + digest(body) + "\"";
    var headers = new HttpHeaders();
    headers.setETag(tag);
    headers.setCacheControl(CacheControl.noCache().cachePublic());
    if (request.checkNotModified(tag)) {
      return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
    }
    headers.setContentType(type);
    if (fileName != null) {
      headers.setContentDisposition(
          ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build());
    }
    return new ResponseEntity<>(body, headers, HttpStatus.OK);
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 12);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
