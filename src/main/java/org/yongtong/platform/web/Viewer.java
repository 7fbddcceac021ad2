package org.yongtong.platform.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page, as far as the page shell must know. The principal of a signed-in request
 * implements it.
 */
public interface Viewer {

  /** Name as shown in the top bar, never masked to oneself. */
  String name();

  /** On whose behalf this viewer acts, when that is somebody else: always shown. */
  @Nullable String onBehalfOf();

  boolean staff();

  /** Chinese title of the post, for staff. */
  @Nullable String post();

  Set<Role> roles();
}
