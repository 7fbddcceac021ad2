package org.yongtong.catalogue.importing;

/**
 * Something that must be mended before the file can be imported.
 *
 * @param item id of the item, empty when it concerns none
 * @param message in Chinese: what is wrong, and how to mend it
 */
record Finding(Spot spot, String item, String message) {}
