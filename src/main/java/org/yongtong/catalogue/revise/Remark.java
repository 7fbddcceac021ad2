package org.yongtong.catalogue.revise;

import java.time.Instant;

/**
 * Why a revision was sent back, at one place of it.
 *
 * @param place e.g. {@code papers[2].when}, or the page's key; empty for the whole
 * @param label the place in words, as it was then
 */
public record Remark(
    int round, State during, String place, String label, String reason, String by, Instant at) {}
