package org.yongtong.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * One step of the breadcrumb above a page.
 *
 * @param path where it leads; null for the page itself, which comes last
 */
public record Crumb(String word, @Nullable String path) {

  public Crumb(String word) {
    this(word, null);
  }
}
