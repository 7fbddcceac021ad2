package org.yongtong.directory;

import org.jspecify.annotations.Nullable;

/**
 * A development zone or its like: a territory with its own administration but no code of GB/T 2260.
 *
 * @param key stable English key, e.g. {@code high-tech}
 * @param kind e.g. {@code national-zone}, {@code industrial-park}
 * @param gbCode the statistics bureau's 12-digit pseudo-town, where there is one
 * @param parent 12-digit code of the division it lies in
 */
public record Area(
    String key, String name, String kind, @Nullable String gbCode, String parent, String note) {}
