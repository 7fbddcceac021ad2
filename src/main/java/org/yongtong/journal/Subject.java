package org.yongtong.journal;

/**
 * What an act is about.
 *
 * @param type lower-case English noun of the owning module, e.g. {@code case}, {@code certificate},
 *     {@code account}
 * @param id its key as text; never personal data
 */
public record Subject(String type, String id) {}
