package org.yongtong.directory;

/**
 * An implementing body.
 *
 * @param key stable English key, e.g. {@code market_regulation}
 * @param creditCode unified social credit code, first 18 digits of its items' implementation codes
 * @param itemDigits the two department digits of its items' base codes
 * @param division 12-digit code of its territory
 */
public record Department(
    String key,
    String name,
    String shortName,
    String creditCode,
    String itemDigits,
    String division,
    String address,
    String phone,
    String hours) {}
