package org.yongtong.catalogue.importing;

/**
 * One difference between the catalogue and the file.
 *
 * @param element what it is called
 * @param before shortened; empty when there was nothing
 * @param after shortened; empty when nothing is left
 */
record Change(String element, String before, String after) {}
