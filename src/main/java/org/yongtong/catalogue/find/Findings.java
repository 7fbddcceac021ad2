package org.yongtong.catalogue.find;

import java.util.List;
import org.yongtong.catalogue.ItemHead;

/**
 * A part of what answers a query, best first.
 *
 * @param total how many there are in all
 */
record Findings(List<ItemHead> items, int total, Facets facets) {}
