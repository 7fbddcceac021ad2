package org.yongtong.catalogue.importing;

import java.util.List;

/**
 * What an import does with one item, for the report.
 *
 * @param department key
 * @param changes only of an item that is adjusted
 */
record Line(
    String item,
    String name,
    String department,
    Spot spot,
    Outcome outcome,
    List<Change> changes) {}
