package org.yongtong.catalogue.flow;

/**
 * A drawn flow.
 *
 * @param svg stands alone; may be put into a page once
 */
public record Flow(FlowChart chart, String svg) {}
