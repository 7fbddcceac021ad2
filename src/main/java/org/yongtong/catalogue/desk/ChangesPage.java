package org.yongtong.catalogue.desk;

import java.util.List;
import org.yongtong.catalogue.edit.PageView.Change;

/**
 * Two texts of an item beside each other.
 *
 * @param before what stands on the left, e.g. 第 2 版
 */
public record ChangesPage(
    String itemPath,
    String name,
    String title,
    String before,
    String after,
    List<Change> changes) {}
