package org.yongtong.catalogue.edit;

import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.GuidePage;

/**
 * The guide as the applicant would see it.
 *
 * @param guide null when too little is written to draw one
 * @param problems how many things are wrong in the draft
 */
public record PreviewPage(Head head, Nav nav, @Nullable GuidePage guide, int problems) {}
