package org.yongtong.catalogue.importing;

/**
 * How far the work on an upload is: the part of its page that moves.
 *
 * @param path of the upload
 */
public record ProgressPage(String path, RunPage.Progress progress) {}
