package org.yongtong.catalogue.flow;

/**
 * A drawn flow.
 *
 * @param svg stands alone; may be put into a page once
 * @param tag changes when the drawing does
 */
public record Flow(FlowChart chart, String svg, String tag) {}
