/**
 * How people find items: search, suggestions while typing, lists with filters, and what editors
 * learn from what was asked.
 */
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.find;
