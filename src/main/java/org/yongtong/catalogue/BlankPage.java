package org.yongtong.catalogue;

/**
 * A form that the applicant writes himself, to print.
 *
 * @param filled with the example instead of empty
 */
public record BlankPage(
    ServiceItem item, ServiceItem.Paper paper, ServiceItem.Blank blank, boolean filled) {}
