package org.yongtong.catalogue.power;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One power in a body's list, applied for or not.
 *
 * @param mainName name of the main item of a sub-item, or null
 * @param levels digits of the levels on which it is exercised
 * @param bases name of law and article
 * @param duties what the body must do
 * @param limit how long it may take, or null where the law sets no time
 * @param state 暂停 and the like; null when in use
 */
public record PowerRow(
    String code,
    String baseCode,
    String name,
    @Nullable String mainName,
    String kind,
    String kindWord,
    List<String> levels,
    String levelWords,
    List<String> bases,
    String objects,
    String body,
    List<String> duties,
    @Nullable String limit,
    String path,
    String flowPath,
    @Nullable String state) {}
