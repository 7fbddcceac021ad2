package org.yongtong.catalogue.edit;

import java.util.List;
import org.yongtong.catalogue.edit.PageView.Change;

/**
 * What a revision changes, in words.
 *
 * @param fresh a new item: there is nothing to compare with
 * @param changes against the published text
 * @param fromLead of a claimant, where its complete text differs from its lead's
 */
public record DifferencesPage(
    Head head,
    Nav nav,
    boolean fresh,
    List<Change> changes,
    boolean claimant,
    List<Change> fromLead) {}
