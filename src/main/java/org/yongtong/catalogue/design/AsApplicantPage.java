package org.yongtong.catalogue.design;

import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.GuidePage;
import org.yongtong.catalogue.edit.Head;

/**
 * The guide of a draft for one applicant's answers.
 *
 * @param guide null while it cannot be drawn
 */
public record AsApplicantPage(Head head, @Nullable GuidePage guide) {}
