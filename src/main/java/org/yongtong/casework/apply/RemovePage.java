package org.yongtong.casework.apply;

import java.util.UUID;

/** Asks whether an uploaded file is really to be removed. */
public record RemovePage(DraftHead head, String paper, UUID file, String name) {}
