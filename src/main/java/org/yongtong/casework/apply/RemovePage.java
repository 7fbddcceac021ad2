package org.yongtong.casework.apply;

import java.util.UUID;

/**
 * Asks whether an uploaded file is really to be removed.
 *
 * @param back address of the place where it is shown
 */
public record RemovePage(DraftHead head, String paper, UUID file, String name, String back) {}
