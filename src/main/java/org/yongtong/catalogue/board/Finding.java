package org.yongtong.catalogue.board;

/**
 * Something of an item that should be looked at.
 *
 * @param message what it is, for the person who mends it
 * @param page of the editor where it is mended
 * @param subject what a review marks as looked at, e.g. {@code law:中华人民共和国食品安全法}; "" when it can
 *     only be mended
 */
record Finding(
    Rule rule,
    String item,
    String name,
    String department,
    String division,
    String message,
    String page,
    String subject) {}
