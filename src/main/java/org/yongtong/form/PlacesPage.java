package org.yongtong.form;

import java.util.List;

/**
 * The next lower select of an address.
 *
 * @param path of the address field
 * @param belowTown offers villages, else towns
 */
public record PlacesPage(String path, boolean belowTown, List<Field.Option> options) {}
