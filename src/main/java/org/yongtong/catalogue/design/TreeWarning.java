package org.yongtong.catalogue.design;

/**
 * What an editor should look at again.
 *
 * @param serious it is most likely a mistake
 * @param path below the revision's address, where it is mended
 */
public record TreeWarning(boolean serious, String text, String path) {}
