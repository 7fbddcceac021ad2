package org.yongtong.catalogue;

/** A guide with the figures of the moment beside it. */
public record GuideView(GuidePage guide, GuideFigures figures) {}
