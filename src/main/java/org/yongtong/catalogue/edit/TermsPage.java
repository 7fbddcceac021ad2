package org.yongtong.catalogue.edit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why, on what basis, from when; for a cancellation the successor, for a delegation the bodies.
 *
 * @param wished yyyy-mm-dd or ""
 * @param successors id → name; empty when none is asked for
 * @param counties bodies to choose from, by county; empty when none are asked for
 * @param chosen how many bodies are chosen
 * @param problems field → message
 */
public record TermsPage(
    Head head,
    Nav nav,
    String purpose,
    String reason,
    String basis,
    String wished,
    String today,
    boolean basisNeeded,
    Map<String, String> successors,
    String successor,
    List<County> counties,
    int chosen,
    String seen,
    Map<String, String> problems,
    @Nullable String said,
    @Nullable String conflict,
    boolean writable) {

  /**
   * @param code six digits
   */
  public record County(String code, String name, List<Body> bodies, int chosen) {}

  /**
   * @param level 县级, 镇（乡、街道）级, 村（社区）级
   * @param running it runs the item already
   */
  public record Body(String key, String name, String level, boolean chosen, boolean running) {}
}
